import type { AccountActor } from '../../domain/actor.js'
import { countedStates, mostCounted } from '../../domain/cases/case-counts.js'
import type { CountedState, StateCount, StateCounts } from '../../domain/cases/case-counts.js'
import { countCases } from '../../store/cases/case-counts.js'
import type { CaseCounting, CountedCases } from '../../store/cases/case-counts.js'
import { customersToCheck } from '../../store/customers/customers-to-check.js'
import { findCustomers } from '../../store/customers/customers.js'
import type { Tx } from '../../store/open-store.js'
import { caseBlock } from '../access/customer-access.js'

/** How many cases the actor may read in each open state; `now` decides about access. */
export async function countStates(tx: Tx, counting: CaseCounting & { actor: AccountActor }, now: Date): Promise<StateCounts> {
  const counted = await countCases(tx, counting)
  const readable = await onlyReadable(tx, counting.actor, counted, now)
  return Object.fromEntries(countedStates.map((state) => [state, countOf(state, counted, readable)])) as Record<CountedState, StateCount>
}

function countOf(state: CountedState, counted: readonly CountedCases[], readable: readonly CountedCases[]): StateCount {
  const sum = (all: readonly CountedCases[]): number => all.reduce((total, each) => total + (each.state === state ? each.count : 0), 0)
  return { count: Math.min(sum(readable), mostCounted), more: sum(counted) > mostCounted }
}

/** Without the cases that are locked: a count must not tell their state (ACCESS-1). */
async function onlyReadable(tx: Tx, actor: AccountActor, counted: readonly CountedCases[], now: Date): Promise<readonly CountedCases[]> {
  if (actor.organizationKind !== 'RESELLER' || counted.length === 0) return counted
  const ids = await customersToCheck(tx, actor.organizationId, [...new Set(counted.map(({ customerId }) => customerId))])
  if (ids.length === 0) return counted
  const customers = new Map((await findCustomers(tx, actor, { ids, take: ids.length })).map((customer) => [customer.id, customer]))
  const checked = new Set(ids)
  return counted.filter((each) => {
    if (!checked.has(each.customerId)) return true
    const customer = customers.get(each.customerId)
    return customer !== undefined && caseBlock(actor, customer, each, now) === null
  })
}
