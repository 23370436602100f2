/** Cases that wait for a manager before they are filed (`PENDING_APPROVAL`). */
import type { DraftOrigin, DraftValues } from '../../domain/cases/draft.js'
import { readDraftOrigin, readDraftValues } from '../json-columns.js'
import type { Tx } from '../open-store.js'
import { removeIndexRows } from '../search/full-text.js'
import { startColumns } from '../clocks/start-columns.js'

/** Whether the domain's policy asks a manager before a critical case is filed; a domain that decided nothing asks nobody. */
export async function p1NeedsApproval(tx: Tx, organizationId: string): Promise<boolean> {
  const policy = await tx.resellerPolicy.findUnique({ where: { organizationId }, select: { p1NeedsApproval: true } })
  return policy?.p1NeedsApproval ?? false
}

/** Who decides about a case that waits, by name: those whom the request waits for now. Nobody when none waits. */
export async function waitsFor(tx: Tx, caseNumber: number): Promise<string[]> {
  const deciders = await tx.approvalDecider.findMany({
    where: { handedOnAt: null, approval: { caseNumber, kind: 'P1_FILING', state: 'PENDING' } },
    orderBy: [{ account: { name: 'asc' } }, { accountId: 'asc' }],
    select: { account: { select: { name: true } } },
  })
  return deciders.map(({ account }) => account.name)
}

export interface WaitingFiling {
  customerId: number
  productId: string
  managedAtFilingId: string | null
  filedByOrgId: string
  attachmentIds: string[]
  shares: string[]
  /** What it was filed from. */
  draft: { id: string; values: DraftValues; origin: DraftOrigin }
}

/** A case that waits, with what filing it needs; null when there is none of that number, or it waits no more. */
export async function findWaitingFiling(tx: Tx, number: number): Promise<WaitingFiling | null> {
  const row = await tx.case.findFirst({
    where: { number, state: 'PENDING_APPROVAL' },
    select: {
      customerId: true, productId: true, managedAtFilingId: true, filedByOrgId: true,
      attachments: { orderBy: { id: 'asc' }, select: { id: true } },
      shares: { orderBy: { email: 'asc' }, select: { email: true } },
      draft: { select: { id: true, values: true, origin: true } },
    },
  })
  if (!row?.draft) return null
  const { attachments, shares, draft, ...filing } = row
  return {
    ...filing,
    attachmentIds: attachments.map(({ id }) => id),
    shares: shares.map(({ email }) => email),
    draft: { id: draft.id, values: readDraftValues(draft.values), origin: readDraftOrigin(draft.origin) },
  }
}

/** Files a case that waited: from now on it is seen, and its clocks run. False when it waits no more. */
export async function fileWaitingCase(tx: Tx, number: number, now: Date): Promise<boolean> {
  const waiting = await tx.case.findFirst({
    where: { number, state: 'PENDING_APPROVAL' },
    select: { kind: true, filedByOrgId: true, managedAtFilingId: true, customerId: true, severity: true, timeZone: true },
  })
  if (!waiting) return false
  const filed = await tx.case.updateMany({
    where: { number, state: 'PENDING_APPROVAL' },
    data: { state: 'NEW', filedAt: now, updatedAt: now, version: { increment: 1 }, ...(await startColumns(tx, waiting, now)) },
  })
  return filed.count === 1
}

/** Takes back a case that was never filed, with everything that hangs on it; false when it waits no more. */
export async function takeBackCase(tx: Tx, number: number): Promise<boolean> {
  const taken = await tx.case.deleteMany({ where: { number, state: 'PENDING_APPROVAL' } })
  if (taken.count === 0) return false
  await removeIndexRows(tx, 'case', [number])
  return true
}
