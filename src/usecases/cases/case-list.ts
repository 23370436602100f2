import type { AccountActor } from '../../domain/actor.js'
import type { CaseList, CaseRow, LockedRow } from '../../domain/cases/case-view.js'
import { matchesWords } from '../../domain/search-tokens.js'
import type { CaseState, Severity } from '../../domain/words.js'
import { findListedCases } from '../../store/cases/case-lists.js'
import type { ListedCase } from '../../store/cases/case-lists.js'
import type { CasePage } from '../../store/cases/case-pages.js'
import { findCustomers } from '../../store/customers/customers.js'
import type { Tx } from '../../store/open-store.js'
import { caseNumbersMatching } from '../../store/search/search-index.js'
import { caseBlock } from '../access/customer-access.js'
import { customersNamed } from '../filing/find-customers.js'

export interface ListCases {
  words?: string
  /** A customer's id, or words for it: its domain, or part of its name. */
  customer?: number | string
  /** Every state when left out or empty. */
  states?: readonly CaseState[]
  /** Every severity when left out or empty. */
  severities?: readonly Severity[]
  /** Those the actor owns. */
  mine?: boolean
  /** `CaseList.next` of the page before. */
  after?: string
  /** At most 50; 10 when left out. */
  limit?: number
}

const usualLimit = 10
const highestLimit = 50
/** Pages that are read to fill one that is shown, when rows of it may not show. */
const mostReads = 5

/** A page of the cases the actor may see; the caller has permitted it. */
export async function loadCaseList(tx: Tx, actor: AccountActor, input: ListCases, now: Date): Promise<CaseList> {
  const limit = Math.min(Math.max(input.limit ?? usualLimit, 1), highestLimit)
  const filter = await filterOf(tx, actor, input)
  const rows: (CaseRow | LockedRow)[] = []
  let after = readPosition(input.after)
  for (let read = 1; ; read += 1) {
    // One more than is shown tells whether there is a next page.
    const numbers = await caseNumbersMatching(tx, { ...filter, actor, limit: limit + 1, ...(after && { after }) })
    for (const { kase, row } of await rowsOf(tx, actor, await findListedCases(tx, actor, numbers), now)) {
      if (rows.length === limit) return { rows, next: writePosition(after) }
      after = kase
      if (!row.locked || mayShowLocked(input, kase)) rows.push(row)
    }
    if (numbers.length <= limit) return { rows, next: null }
    if (read === mostReads) return { rows, next: writePosition(after) }
  }
}

type Position = NonNullable<CasePage['after']>

async function filterOf(tx: Tx, actor: AccountActor, { words, customer, states, severities, mine }: ListCases): Promise<Omit<CasePage, 'actor' | 'limit' | 'after'>> {
  return {
    ...(words !== undefined && { words }),
    ...(customer !== undefined && customer !== '' && { customerIds: await customersNamed(tx, actor, customer) }),
    ...(states && states.length > 0 && { states }),
    ...(severities && severities.length > 0 && { severities }),
    ...(mine && { ownerId: actor.accountId }),
  }
}

/** Each case as the actor may see it, from one query for all their customers. */
async function rowsOf(tx: Tx, actor: AccountActor, found: readonly ListedCase[], now: Date): Promise<{ kase: ListedCase; row: CaseRow | LockedRow }[]> {
  const ids = [...new Set(found.map((kase) => kase.customer.id))]
  const guarded = actor.organizationKind === 'RESELLER' && ids.length > 0
  const customers = new Map((guarded ? await findCustomers(tx, actor, { ids, take: ids.length }) : []).map((customer) => [customer.id, customer]))
  return found.map((kase) => {
    const { number, customer: { id, name: customerName }, title, state, severity, ownerName, updatedAt } = kase
    const customer = customers.get(id)
    const block = guarded ? (customer ? caseBlock(actor, customer, kase, now) : { reason: 'not_managed' as const }) : null
    if (block) return { kase, row: { locked: true, number, customerName, block } }
    return { kase, row: { locked: false, number, customerName, title, state, severity, ownerName, updatedAt } }
  })
}

/** A locked row must not tell by standing in a filtered list what it hides: it stands there for its number and customer only (ACCESS-1). */
function mayShowLocked({ words = '', states, severities, mine }: ListCases, { number, customer }: ListedCase): boolean {
  if (mine || (states && states.length > 0) || (severities && severities.length > 0)) return false
  return matchesWords(`${number} ${customer.name} ${customer.domain}`, words)
}

function writePosition(position: Position | undefined): string | null {
  return position ? `${position.updatedAt.getTime()}-${position.number}` : null
}

/** Anything that is no position begins at the beginning. */
function readPosition(text: string | undefined): Position | undefined {
  const match = /^(\d{1,15})-(\d{1,10})$/.exec(text ?? '')
  return match ? { updatedAt: new Date(Number(match[1])), number: Number(match[2]) } : undefined
}
