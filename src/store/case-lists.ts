import type { AccountActor } from '../domain/actor.js'
import type { CaseState, Severity } from '../domain/words.js'
import type { Prisma } from './generated/sqlite/client.js'
import type { Tx } from './open-store.js'
import { casesVisibleTo } from './visibility.js'

/** Where a page of the list begins: after this case. */
export interface ListPosition {
  updatedAt: Date
  number: number
}

export interface CaseFilter {
  numbers?: readonly number[]
  customerIds?: readonly number[]
  states?: readonly CaseState[]
  severities?: readonly Severity[]
  ownerId?: string
  after?: ListPosition
  take: number
}

export interface ListedCase {
  number: number
  customer: { id: number; name: string; domain: string }
  productId: string
  title: string
  state: CaseState
  severity: Severity
  ownerName: string | null
  updatedAt: Date
}

/** Cases the actor may see, by last update, newest first (CASE-7); a page at a time along the index. */
export async function findCases(tx: Tx, actor: AccountActor, filter: CaseFilter): Promise<ListedCase[]> {
  const { numbers, customerIds, states, severities, ownerId, after } = filter
  const wanted: Prisma.CaseWhereInput[] = [
    casesVisibleTo(actor),
    ...(numbers ? [{ number: { in: [...numbers] } }] : []),
    ...(customerIds ? [{ customerId: { in: [...customerIds] } }] : []),
    ...(states ? [{ state: { in: [...states] } }] : []),
    ...(severities ? [{ severity: { in: [...severities] } }] : []),
    ...(ownerId !== undefined ? [{ ownerId }] : []),
    // The first half lets the index be entered at the right place; the second sorts out those of the same moment.
    ...(after ? [{ updatedAt: { lte: after.updatedAt } }, { OR: [{ updatedAt: { lt: after.updatedAt } }, { number: { lt: after.number } }] }] : []),
  ]
  const rows = await tx.case.findMany({
    where: { AND: wanted },
    orderBy: [{ updatedAt: 'desc' }, { number: 'desc' }],
    take: filter.take,
    select: {
      number: true,
      customer: { select: { id: true, name: true, domain: true } },
      productId: true,
      title: true,
      state: true,
      severity: true,
      owner: { select: { name: true } },
      updatedAt: true,
    },
  })
  return rows.map(({ number, customer, productId, title, state, severity, owner, updatedAt }) => ({
    number, customer, productId, title, state, severity, ownerName: owner?.name ?? null, updatedAt,
  }))
}
