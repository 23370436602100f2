import type { AccountActor } from '../domain/actor.js'
import type { DraftOrigin, DraftValues } from '../domain/draft.js'
import { readDraftOrigin, readDraftValues, toJson } from './json-columns.js'
import type { Tx } from './open-store.js'
import { customersVisibleTo } from './visibility.js'

export interface DraftRow {
  id: string
  values: DraftValues
  origin: DraftOrigin
  state: 'OPEN' | 'SUBMITTED' | 'DISCARDED'
  /** The case it became. */
  caseNumber: number | null
}

const draftSelect = { id: true, values: true, origin: true, state: true, caseNumber: true } as const

function readDraft(row: Omit<DraftRow, 'values' | 'origin'> & { values: unknown; origin: unknown }): DraftRow {
  return { ...row, values: readDraftValues(row.values), origin: readDraftOrigin(row.origin) }
}

/** A draft of the actor's own account, whatever its state; nobody else's is ever found. */
export async function findDraft(tx: Tx, actor: AccountActor, id: string): Promise<DraftRow | null> {
  const row = await tx.draft.findFirst({ where: { id, accountId: actor.accountId }, select: draftSelect })
  return row && readDraft(row)
}

/** An open draft of the actor's own, held for this transaction: whoever else saves or files it waits. */
export async function holdDraft(tx: Tx, actor: AccountActor, id: string): Promise<DraftRow | null> {
  // The same value again, for the row lock that an UPDATE takes on PostgreSQL.
  const held = await tx.draft.updateMany({ where: { id, accountId: actor.accountId, state: 'OPEN' }, data: { version: { increment: 0 } } })
  return held.count === 1 ? findDraft(tx, actor, id) : null
}

export interface NewDraft {
  id: string
  values: DraftValues
  origin: DraftOrigin
}

export async function createDraft(tx: Tx, actor: AccountActor, draft: NewDraft, now: Date): Promise<void> {
  await tx.draft.create({
    data: {
      id: draft.id,
      accountId: actor.accountId,
      slackTeamId: actor.slack.teamId,
      slackUserId: actor.slack.userId,
      customerId: draft.values.customerId ?? null,
      values: toJson(draft.values),
      origin: toJson(draft.origin),
      createdAt: now,
      updatedAt: now,
    },
  })
}

/** Saves what is typed into a draft that is held. `customerId` is the one the actor may see, if any. */
export async function saveDraftValues(tx: Tx, id: string, values: DraftValues, customerId: number | null, now: Date): Promise<void> {
  await tx.draft.updateMany({
    where: { id, state: 'OPEN' },
    data: { values: toJson(values), customerId, updatedAt: now, version: { increment: 1 } },
  })
}

/** Where the person is answered from now on: what goes on with a draft brings a fresh answer address. */
export async function saveDraftOrigin(tx: Tx, id: string, origin: DraftOrigin): Promise<void> {
  await tx.draft.updateMany({ where: { id, state: 'OPEN' }, data: { origin: toJson(origin) } })
}

/** Takes an open draft of the actor's own to its end; false when it is not open any more. Only one of two at once gets it. */
export async function closeDraft(tx: Tx, actor: AccountActor, id: string, state: 'SUBMITTED' | 'DISCARDED', now: Date): Promise<boolean> {
  const closed = await tx.draft.updateMany({
    where: { id, accountId: actor.accountId, state: 'OPEN' },
    data: { state, updatedAt: now, version: { increment: 1 } },
  })
  return closed.count === 1
}

export async function nameCaseOfDraft(tx: Tx, id: string, caseNumber: number): Promise<void> {
  await tx.draft.update({ where: { id }, data: { caseNumber } })
}

export interface OpenDraft {
  id: string
  values: DraftValues
  /** Of a customer the actor may still see. */
  customerName: string | null
  updatedAt: Date
}

/** The account's other open drafts that were saved at least once, newest first. */
export async function findOpenDrafts(tx: Tx, actor: AccountActor, besides: string | null, take: number): Promise<OpenDraft[]> {
  const rows = await tx.draft.findMany({
    where: { accountId: actor.accountId, state: 'OPEN', version: { gt: 1 }, ...(besides !== null && { id: { not: besides } }) },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take,
    select: { id: true, values: true, updatedAt: true, customerId: true },
  })
  const ids = rows.flatMap(({ customerId }) => (customerId === null ? [] : [customerId]))
  const customers = await tx.customer.findMany({ where: { AND: [customersVisibleTo(actor), { id: { in: ids } }] }, select: { id: true, name: true } })
  return rows.map(({ id, values, updatedAt, customerId }) => ({
    id,
    values: readDraftValues(values),
    customerName: customers.find((customer) => customer.id === customerId)?.name ?? null,
    updatedAt,
  }))
}
