import { writeAudit } from '../../store/audit/audit.js'
import { hasOrganizations, insertWholeCase, loadCast } from '../../store/directory/seed-cases.js'
import type { Deps } from '../../usecases/deps.js'
import { installCatalogue } from '../../usecases/import/install-catalogue.js'
import { checkItem } from '../../usecases/import/check-item.js'
import { nothingKnown } from '../../usecases/import/known.js'
import { writeRecords } from '../../usecases/import/write-records.js'
import { noCounts } from '../../usecases/import/writing.js'
import { demoCases } from './cases.js'
import { demoDirectory } from './directory.js'
import { wholeCase } from './whole-case.js'

/**
 * Fills a store without organizations with the demo directory and its cases, dated relative to `now`, all in one
 * transaction. Answers false, having done nothing, when there are organizations already.
 */
export async function seedDemo(deps: Pick<Deps, 'store' | 'newId'>, now: Date): Promise<boolean> {
  await installCatalogue(deps)
  const records = demoDirectory(now)
  const known = nothingKnown()
  for (const record of records) {
    const problems = checkItem(known, { where: { file: 'demo' }, records: [record], problems: [] }, {})
    if (problems.length > 0) throw new Error(`the demo directory is wrong: ${JSON.stringify({ record, problems })}`)
  }
  return deps.store.transaction(async (tx) => {
    if (await hasOrganizations(tx)) return false
    await writeRecords(tx, { now, newId: deps.newId, counts: noCounts(), newCustomers: new Map(), permissions: [], accessChanged: new Set(), importer: 'demo', tier: 'STANDARD', reseller: {} }, records)
    const cast = await loadCast(tx)
    for (const kase of demoCases) await insertWholeCase(tx, wholeCase(kase, cast, now), now)
    await writeAudit(tx, { at: now, actor: { kind: 'system', name: 'demo' }, action: 'demo.seeded', subjectType: 'store', subjectId: 'demo' })
    return true
  })
}
