import type { Actor } from '../../domain/actor.js'
import type { DirectoryRecord, OrganizationRecord } from '../../domain/import/directory-record.js'
import type { ImportProblem, PlacedProblem, ReadItem } from '../../domain/import/import-problem.js'
import type { ImportResult } from '../../domain/import/import-result.js'
import type { SupportTier } from '../../domain/words.js'
import { writeAudit } from '../../store/audit/audit.js'
import { customersWithCards } from '../../store/cases/posted-cards.js'
import { managingResellers } from '../../store/directory/look-up.js'
import { heldRoles, staffOf } from '../../store/directory/people.js'
import type { Tx } from '../../store/open-store.js'
import { enqueue } from '../../store/outbox/outbox.js'
import type { Deps } from '../deps.js'
import { checkItem } from './check-item.js'
import { soleOf } from './check-customers.js'
import { batches } from './batches.js'
import { checkPolicy } from './check-policy.js'
import type { Bounds, Within } from './check-within.js'
import { nothingKnown } from './known.js'
import { lookUpNames } from './look-up-names.js'
import { writeRecords } from './write-records.js'
import { stillAdministered } from './who-administers.js'
import { noCounts, type Writing } from './writing.js'

export interface ImportInput {
  /** Reads the file from its beginning; called once to check and once to write, and must say the same both times. */
  read: () => AsyncIterable<ReadItem>
  /** The file's name, for the audit trail. */
  file: string
  /** The domain that manages the new customers of a file that names none. */
  reseller?: string
  /** For new customers of a file that names no tier; STANDARD. */
  tier?: SupportTier
  /** Takes what is this reseller's own alone; anything else is a problem, `not_yours`. */
  within?: Within
  /** Looks again, in the transaction of each batch before and after it is written; throws to roll the batch back and end the import. */
  guard?: { before: (tx: Tx, records: readonly DirectoryRecord[]) => Promise<void>; after: (tx: Tx, records: readonly DirectoryRecord[]) => Promise<void> }
  /** Writes the good rows and leaves the bad ones out, instead of writing nothing. */
  skipBad?: boolean
  /** Checks, and writes nothing. */
  dryRun?: boolean
  /** Told of every problem, in the order of the file. */
  onProblem?: (problem: PlacedProblem) => void
  /** Told of what is no mistake and yet not as one might expect. */
  onNote?: (note: PlacedProblem) => void
  /** Told after every few hundred items; `total` is known when writing. */
  onProgress?: (step: 'check' | 'write', done: number, total: number | null) => void
}

const batchSize = 300

/**
 * Checks a whole file, then writes it in transactions of a few hundred rows, so that a running bot is never held up for
 * long. One bad row and nothing is written, unless bad ones are to be skipped. Importing the same file again changes
 * nothing, so after a crash it is run again. What a file does not name stays as it is.
 */
export async function importDirectory(deps: Pick<Deps, 'store' | 'now' | 'newId'>, actor: Actor, input: ImportInput): Promise<ImportResult> {
  const { items, badItems, bad, sole, refused } = await check(deps, input)
  const counts = noCounts()
  const written = !input.dryRun && !refused && (badItems === 0 || (input.skipBad === true && items > badItems))
  if (!written) return { items, bad: badItems, written, counts }

  const writing: Writing = {
    now: deps.now(), newId: deps.newId, counts, newCustomers: new Map(), permissions: [], accessChanged: new Set(), importer: actor.name, tier: input.tier ?? 'STANDARD',
    reseller: { ...(input.reseller !== undefined && { told: input.reseller }), ...(sole !== undefined && { sole }) },
  }
  let done = 0
  let ordinal = 0
  for await (const batch of batches(input.read(), batchSize)) {
    const records: DirectoryRecord[] = batch.flatMap((item) => (item.records.length === 0 || bad.has(ordinal++) ? [] : item.records))
    writing.newCustomers.clear()
    writing.permissions = []
    writing.accessChanged.clear()
    await deps.store.transaction(async (tx) => {
      await input.guard?.before(tx, records)
      await writeRecords(tx, writing, records)
      await auditPermissions(tx, writing, actor, input.file)
      await redrawCards(tx, writing)
      await input.guard?.after(tx, records)
    })
    done += batch.length
    input.onProgress?.('write', done, items)
    await breath()
  }
  await deps.store.transaction((tx) => writeAudit(tx, {
    at: writing.now, actor, action: 'directory.imported', subjectType: 'file', subjectId: input.file, after: { items, bad: badItems, counts },
  }))
  return { items, bad: badItems, written, counts }
}

interface Checked {
  items: number
  badItems: number
  /** The ordinal numbers of bad items among those that could be read. */
  bad: Set<number>
  /** The only reseller there is. */
  sole: string | undefined
  /** The file as a whole may not be written, also not without its bad items. */
  refused: boolean
}

/** What else is known can be forgotten: it is large. */
async function check(deps: Pick<Deps, 'store'>, input: ImportInput): Promise<Checked> {
  const { within } = input
  const known = nothingKnown()
  const bad = new Set<number>()
  const defaults = input.reseller === undefined ? {} : { reseller: input.reseller }
  if (within) known.managingResellers.add(within.domain)
  else for (const domain of await managingResellers(deps.store.db, 50)) known.managingResellers.add(domain)
  const people: DirectoryRecord[] = []
  let items = 0
  let badItems = 0
  let ordinal = 0
  for await (const batch of batches(input.read(), batchSize)) {
    const records = batch.flatMap((item) => item.records)
    await lookUpNames(deps.store.db, known, records, defaults)
    const bounds = within && (await boundsOf(deps.store.db, within, records))
    for (const item of batch) {
      const problems = checkItem(known, item, defaults, bounds)
      for (const problem of problems) input.onProblem?.({ where: item.where, problem })
      for (const problem of known.notes) input.onNote?.({ where: item.where, problem })
      if (problems.length > 0) badItems += 1
      else if (within) people.push(...item.records.filter(({ type }) => type === 'role' || type === 'account'))
      if (problems.length > 0 && item.records.length > 0) bad.add(ordinal)
      if (item.records.length > 0) ordinal += 1
      items += 1
    }
    input.onProgress?.('check', items, null)
  }
  const refused = within !== undefined && people.length > 0 && !stillAdministered(await staffOf(deps.store.db, within.organizationId), people)
  if (refused) input.onProblem?.({ where: { file: input.file }, problem: { code: 'no_super_admin', domain: within.domain } })
  return { items, badItems, bad, sole: soleOf(known.managingResellers), refused }
}

async function boundsOf(tx: Tx, within: Within, records: readonly DirectoryRecord[]): Promise<Bounds> {
  const emails = records.flatMap((record) => (record.type === 'account' ? record.email : []))
  const policies: [OrganizationRecord, ImportProblem[]][] = []
  for (const record of records) {
    if (record.type === 'organization' && record.domain === within.domain) policies.push([record, await checkPolicy(tx, within, record)])
  }
  return { within, held: await heldRoles(tx, emails), policies: new Map(policies) }
}

/** Who may do what has changed: each change is told in the transaction that makes it. */
async function auditPermissions(tx: Tx, { permissions, now }: Writing, actor: Actor, file: string): Promise<void> {
  for (const { what, ...change } of permissions) {
    await writeAudit(tx, { at: now, actor, action: `${what}.imported`, ...change, origin: { how: 'import', file } })
  }
}

/** Posted cards lock or open with the access (ACCESS-1), also when a file changed it. */
async function redrawCards(tx: Tx, { accessChanged, now, newId }: Writing): Promise<void> {
  for (const customerId of await customersWithCards(tx, [...accessChanged])) {
    const uid = newId()
    await enqueue(tx, { message: { kind: 'customer_cards', customerId }, dedupeKey: `customer-cards:import:${uid}`, now, uid })
  }
}

/** Lets others at the database: SQLite has one writer at a time, and who waits looks again every few milliseconds. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}
