import type { AccountActor } from '../../domain/actor.js'
import type { CaseFilters } from '../../domain/cases/case-filters.js'
import type { CaseList, CaseRow, LockedRow } from '../../domain/cases/case-view.js'
import { readListPosition, writeListPosition } from '../../domain/cases/list-position.js'
import type { ListPosition } from '../../domain/cases/list-position.js'
import { matchesWords } from '../../domain/search-tokens.js'
import { findListedCases } from '../../store/cases/case-lists.js'
import type { ListedCase } from '../../store/cases/case-lists.js'
import type { CasePage } from '../../store/cases/case-pages.js'
import type { CustomerRow } from '../../store/customers/customers.js'
import type { Tx } from '../../store/open-store.js'
import { caseNumbersMatching } from '../../store/search/search-index.js'
import { customersNamed } from '../filing/find-customers.js'
import { caseRows } from './case-rows.js'

export interface ListCases extends CaseFilters {
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
  const { customers, ...filter } = await filterOf(tx, actor, input)
  const only = customers?.length === 1 ? customers[0] : undefined
  const customer = only && { id: only.id, name: only.name, domain: only.domain }
  const page = (next: string | null): CaseList => ({ rows, ...(customer && { customer }), next })
  const rows: (CaseRow | LockedRow)[] = []
  let after: ListPosition | undefined = readListPosition(input.after) ?? undefined
  for (let read = 1; ; read += 1) {
    // One more than is shown tells whether there is a next page.
    const numbers = await caseNumbersMatching(tx, { ...filter, actor, limit: limit + 1, ...(after && { after }) })
    for (const { kase, row } of await caseRows(tx, actor, await findListedCases(tx, actor, numbers), now)) {
      if (rows.length === limit) return page(after ? writeListPosition(after) : null)
      after = kase
      if (!row.locked || mayShowLocked(input, kase)) rows.push(row)
    }
    if (numbers.length <= limit) return page(null)
    if (read === mostReads) return page(after ? writeListPosition(after) : null)
  }
}

type Filter = Omit<CasePage, 'actor' | 'limit' | 'after'> & { customers?: CustomerRow[] }

async function filterOf(tx: Tx, actor: AccountActor, { words, customer, states, severities, mine }: ListCases): Promise<Filter> {
  const customers = customer === undefined || customer === '' ? undefined : await customersNamed(tx, actor, customer)
  return {
    ...(words !== undefined && { words }),
    ...(customers && { customers, customerIds: customers.map(({ id }) => id) }),
    ...(states && states.length > 0 && { states }),
    ...(severities && severities.length > 0 && { severities }),
    ...(mine && (actor.organizationKind === 'VENDOR' ? { deskOwnerId: actor.accountId } : { ownerId: actor.accountId })),
  }
}

/** A locked row must not tell by standing in a filtered list what it hides: it stands there for its number and customer only (ACCESS-1). */
function mayShowLocked({ words = '', states, severities, mine }: ListCases, { number, customer }: ListedCase): boolean {
  if (mine || (states && states.length > 0) || (severities && severities.length > 0)) return false
  return matchesWords(`${number} ${customer.name} ${customer.domain}`, words)
}
