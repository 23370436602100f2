import type { AccountActor } from '../../domain/actor.js'
import { hasSomethingTyped } from '../../domain/cases/draft.js'
import type { DraftOrigin, DraftReturn, DraftValues } from '../../domain/cases/draft.js'
import { readDraftOrigin, readDraftValues, readDraftValuesIfKnown, toJson } from '../json-columns.js'
import type { Tx } from '../open-store.js'
import { customersVisibleTo } from '../visibility.js'

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

/** The case that a submitted draft became. How it was returned before is told no more. */
export async function nameCaseOfDraft(tx: Tx, { id, values }: DraftRow, caseNumber: number, confirmed: DraftValues['confirmed'] | null): Promise<void> {
  const { returned: _, ...kept } = values
  await tx.draft.update({ where: { id }, data: { caseNumber, values: toJson({ ...kept, ...(confirmed && { confirmed }) }) } })
}

/** Opens a submitted draft again whose case was taken back, and says why; false when it is not there to be opened. */
export async function returnDraft(tx: Tx, id: string, returned: DraftReturn, now: Date): Promise<boolean> {
  const row = await tx.draft.findFirst({ where: { id, state: 'SUBMITTED', caseNumber: null }, select: { values: true } })
  if (!row) return false
  const { confirmed: _, ...values } = readDraftValues(row.values)
  await tx.draft.update({ where: { id }, data: { state: 'OPEN', values: toJson({ ...values, returned }), updatedAt: now, version: { increment: 1 } } })
  return true
}

/** The domain of the same Slack user's other account that the draft belongs to; null when it is the actor's own, or anybody else's. */
export async function domainOfOwnDraft(tx: Tx, { accountId, slack }: AccountActor, id: string): Promise<string | null> {
  const row = await tx.draft.findFirst({
    where: { id, account: { id: { not: accountId }, status: 'ACTIVE', slackTeamId: slack.teamId, slackUserId: slack.userId } },
    select: { account: { select: { organization: { select: { primaryDomain: true } } } } },
  })
  return row?.account.organization.primaryDomain ?? null
}

export interface OpenDraft {
  id: string
  values: DraftValues
  /** Of a customer the actor may still see. */
  customerName: string | null
  updatedAt: Date
}

/** Drafts looked at with one query, and queries at most: each may find nothing typed. */
const atOneLook = 20
const mostLooks = 25

/** The account's other open drafts in which something was typed: those that were returned first, then the newest. */
export async function findOpenDrafts(tx: Tx, actor: AccountActor, besides: string | null, take: number): Promise<OpenDraft[]> {
  const found: { id: string; values: DraftValues; updatedAt: Date; customerId: number | null }[] = []
  for (let look = 0; look < mostLooks && found.length < take; look += 1) {
    const rows = await tx.draft.findMany({
      where: { accountId: actor.accountId, state: 'OPEN', version: { gt: 1 }, ...(besides !== null && { id: { not: besides } }) },
      orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
      skip: look * atOneLook,
      take: atOneLook,
      select: { id: true, values: true, updatedAt: true, customerId: true },
    })
    found.push(...rows.map((row) => ({ ...row, values: readDraftValues(row.values) })).filter((row) => hasSomethingTyped(row.values)))
    if (rows.length < atOneLook) break
  }
  // Among those looked at: a return makes a draft the newest.
  const drafts = found.toSorted((a, b) => Number(b.values.returned !== undefined) - Number(a.values.returned !== undefined)).slice(0, take)
  const ids = drafts.flatMap(({ customerId }) => (customerId === null ? [] : [customerId]))
  const customers = ids.length === 0 ? [] : await tx.customer.findMany({ where: { AND: [customersVisibleTo(actor), { id: { in: ids } }] }, select: { id: true, name: true } })
  return drafts.map(({ id, values, updatedAt, customerId }) => ({
    id, values, updatedAt, customerName: customers.find((customer) => customer.id === customerId)?.name ?? null,
  }))
}

/**
 * Forgets what was only looked at: open drafts nobody touched since `untouchedSince`, in which nothing was typed. Those
 * that were saved are read to see that, so of those only what was touched in the month before.
 */
export async function forgetUntypedDrafts(tx: Tx, untouchedSince: Date): Promise<void> {
  await tx.draft.deleteMany({ where: { state: 'OPEN', version: 1, updatedAt: { lt: untouchedSince } } })
  const monthBefore = new Date(untouchedSince.getTime() - 30 * 86_400_000)
  for (let after = ''; ;) {
    const rows = await tx.draft.findMany({
      where: { state: 'OPEN', updatedAt: { gte: monthBefore, lt: untouchedSince }, id: { gt: after } }, orderBy: { id: 'asc' }, take: 200, select: { id: true, values: true },
    })
    const untyped = rows.flatMap(({ id, values }) => {
      const known = readDraftValuesIfKnown(values)
      return known && !hasSomethingTyped(known) ? [id] : []
    })
    if (untyped.length > 0) await tx.draft.deleteMany({ where: { id: { in: untyped } } })
    const last = rows.at(-1)
    if (rows.length < 200 || !last) return
    after = last.id
  }
}

/** Empties drafts that were filed or discarded before then: the case holds what was filed, and nobody needs the rest. What waits for approval may come back. */
export async function emptyClosedDrafts(tx: Tx, closedBefore: Date): Promise<void> {
  await tx.draft.updateMany({
    where: {
      state: { not: 'OPEN' }, updatedAt: { lt: closedBefore }, NOT: { values: { equals: {} } },
      OR: [{ caseNumber: null }, { case: { state: { not: 'PENDING_APPROVAL' } } }],
    },
    data: { values: {} },
  })
}
