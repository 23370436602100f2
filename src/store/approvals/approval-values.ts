import { approvalKinds } from '../../domain/approvals/approval.js'
import type { ApprovalValue } from '../../domain/approvals/approval.js'
import type { Prisma } from '../generated/sqlite/client.js'
import type { Tx } from '../open-store.js'
import { readClosure, readPayload } from './approval-payload.js'

const valueSelect = {
  id: true, kind: true, state: true, version: true, payload: true, comment: true, closedBecause: true, createdAt: true, expiresAt: true, subscriptionId: true,
  decidedById: true, decidedAt: true,
  organization: { select: { id: true, name: true, primaryDomain: true } },
  requester: { select: { id: true, name: true, organization: { select: { primaryDomain: true } } } },
  decidedBy: { select: { name: true } },
  customer: { select: { id: true, name: true, domain: true, supportTier: true } },
  case: { select: { number: true, title: true, severity: true, state: true } },
  deciders: { select: { accountId: true, handedOnToId: true, account: { select: { name: true } } } },
} as const satisfies Prisma.ApprovalSelect

type ValueRow = Prisma.ApprovalGetPayload<{ select: typeof valueSelect }>

/** An approval as it is shown; null: there is none. Whether the reader may see it is asked elsewhere. */
export async function findApprovalValue(tx: Tx, id: string): Promise<ApprovalValue | null> {
  return (await findApprovalValues(tx, { where: { id }, take: 1 }))[0] ?? null
}

/** By id, which is by time, unless told otherwise. */
export async function findApprovalValues(
  tx: Tx, { where, take, order = 'asc' }: { where: Prisma.ApprovalWhereInput; take: number; order?: 'asc' | 'desc' },
): Promise<ApprovalValue[]> {
  const rows = await tx.approval.findMany({ where: { AND: [where, { kind: { in: [...approvalKinds] } }] }, orderBy: { id: order }, take, select: valueSelect })
  const read = rows.flatMap((row) => {
    const kind = approvalKinds.find((known) => known === row.kind)
    return kind ? [{ row, payload: readPayload(kind, row.payload) }] : []
  })
  const subscriptionsOf = ({ row, payload }: (typeof read)[number]) =>
    [...(row.subscriptionId === null ? [] : [row.subscriptionId]), ...(payload.kind === 'ACCESS_REQUEST' ? payload.subscriptionIds : [])]
  const names = await skuNames(tx, read.flatMap(subscriptionsOf))
  return read.map((each) => valueOf(each.row, each.payload, [...new Set(subscriptionsOf(each).flatMap((id) => names.get(id) ?? []))]))
}

async function skuNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.subscription.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, skuName: true } })
  return new Map(rows.map(({ id, skuName }) => [id, skuName]))
}

function valueOf(row: ValueRow, payload: ApprovalValue['payload'], skus: string[]): ApprovalValue {
  const { id, state, version, organization, requester, customer, deciders, decidedBy, decidedById, decidedAt, comment, createdAt, expiresAt } = row
  const nameOf = new Map(deciders.map(({ accountId, account }) => [accountId, account.name]))
  return {
    id, state, version, payload, comment, createdAt, expiresAt,
    organization: { id: organization.id, name: organization.name, domain: organization.primaryDomain },
    requester: { accountId: requester.id, name: requester.name, domain: requester.organization.primaryDomain },
    customer: customer && { id: customer.id, name: customer.name, domain: customer.domain, tier: customer.supportTier },
    skuNames: skus,
    case: row.case,
    asked: deciders
      .map(({ accountId, handedOnToId, account }) => ({ accountId, name: account.name, handedOnTo: handedOnToId === null ? null : nameOf.get(handedOnToId) ?? '' }))
      .sort((a, b) => (a.name === b.name ? (a.accountId < b.accountId ? -1 : 1) : a.name < b.name ? -1 : 1)),
    ended: state === 'PENDING' ? null : { accountId: decidedById, by: decidedBy?.name ?? null, at: decidedAt ?? expiresAt ?? createdAt },
    closedBecause: readClosure(row.closedBecause),
  }
}
