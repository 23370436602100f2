import type { AccountActor } from '../../domain/actor.js'
import type { HistoryEntry } from '../../domain/cases/case-view.js'
import type { OrganizationKind } from '../../domain/words.js'
import type { Prisma } from '../generated/sqlite/client.js'
import type { Tx } from '../open-store.js'
import { eventsVisibleTo } from '../visibility.js'
import { entrySelect, readEntry } from './case-history.js'

/** An entry that may be told: never an internal note (SCOPE-6). */
export interface ToldCaseEntry extends HistoryEntry {
  /** Who did it, or wrote down what the desk said; null: the system, or an account that is gone. */
  authorId: string | null
  /** Whether the desk did it, or somebody recorded that it did (CASE-9). */
  byDesk: boolean
}

const select = { ...entrySelect, authorId: true, authorOrg: { select: { kind: true } } } as const

type Row = Parameters<typeof readEntry>[0] & { authorId: string | null; authorOrg: { kind: OrganizationKind } | null }

function readTold({ authorId, authorOrg, ...row }: Row): ToldCaseEntry {
  const entry = readEntry(row)
  return { ...entry, authorId, byDesk: authorOrg?.kind === 'VENDOR' || entry.data?.recordedBy !== undefined || entry.kind === 'DESK_REPLY' }
}

const told = (caseNumber: number, id: number) => ({ id, caseNumber, audience: 'CASE' }) as const satisfies Prisma.CaseEventWhereInput

/** For who reads a card or an email of the case, which its sender decides; null when there is none, or it is a note. */
export async function findToldEntry(tx: Tx, caseNumber: number, id: number): Promise<ToldCaseEntry | null> {
  const row = await tx.caseEvent.findFirst({ where: told(caseNumber, id), select })
  return row && readTold(row)
}

/** For one account; null also when it may not see the case. */
export async function findToldEntryFor(tx: Tx, actor: AccountActor, caseNumber: number, id: number): Promise<ToldCaseEntry | null> {
  const row = await tx.caseEvent.findFirst({ where: { AND: [eventsVisibleTo(actor), told(caseNumber, id)] }, select })
  return row && readTold(row)
}

export interface CaseOwner {
  accountId: string
  organizationId: string
  /** Null: nobody in Slack, or not in use. */
  slackUserId: string | null
}

/** Whose turn it is. */
export async function findOwner(tx: Tx, caseNumber: number): Promise<CaseOwner | null> {
  const row = await tx.case.findUnique({ where: { number: caseNumber }, select: { owner: { select: { id: true, organizationId: true, status: true, slackUserId: true } } } })
  const owner = row?.owner
  return owner ? { accountId: owner.id, organizationId: owner.organizationId, slackUserId: owner.status === 'ACTIVE' ? owner.slackUserId : null } : null
}

/** The entry that says that the case was filed; null before it was. */
export async function findFiledEntry(tx: Tx, caseNumber: number): Promise<number | null> {
  const row = await tx.caseEvent.findFirst({ where: { caseNumber, kind: 'FILED' }, orderBy: { id: 'asc' }, select: { id: true } })
  return row?.id ?? null
}
