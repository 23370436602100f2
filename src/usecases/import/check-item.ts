import type { DirectoryRecord } from '../../domain/import/directory-record.js'
import type { ImportProblem, ReadItem, Where } from '../../domain/import/import-problem.js'
import { checkAccess, checkPartner } from './check-access.js'
import { checkCustomer, checkSubscription, type ImportDefaults } from './check-customers.js'
import { checkAccount, checkOrganization, checkRole } from './check-people.js'
import { checkWithin, type Bounds } from './check-within.js'
import type { Known } from './known.js'

/** What is wrong with an item's references. A bad item leaves nothing behind in `known`; of a good one the notes are there. */
export function checkItem(known: Known, item: ReadItem, defaults: ImportDefaults, bounds?: Bounds): ImportProblem[] {
  known.undo = []
  known.notes = []
  const problems = [...item.problems]
  for (const record of item.records) {
    if (problems.length > 0) break
    if (bounds) problems.push(...checkWithin(known, bounds, record))
    if (problems.length === 0) problems.push(...checkRecord(known, record, item.where, defaults))
  }
  if (problems.length > 0) {
    for (const undo of known.undo.reverse()) undo()
    known.notes = []
  }
  return problems
}

function checkRecord(known: Known, record: DirectoryRecord, where: Where, defaults: ImportDefaults): ImportProblem[] {
  switch (record.type) {
    case 'organization': return checkOrganization(known, record, where)
    case 'role': return checkRole(known, record, where)
    case 'account': return checkAccount(known, record, where)
    case 'customer': return checkCustomer(known, record, where, defaults)
    case 'subscription': return checkSubscription(known, record, where)
    case 'access': return checkAccess(known, record, where)
    case 'partner': return checkPartner(known, record, where)
  }
}
