import { reopenDeadline } from '../../domain/cases/case-rules.js'
import type { CaseCardValue } from '../../domain/cases/case-view.js'
import { responseTarget } from '../../domain/cases/response-target.js'
import type { Prisma } from '../generated/sqlite/client.js'
import { readLocalized } from '../json-columns.js'

const policySelect = { select: { policy: { select: { reopenWindowDays: true } } } } as const

/** What a card is read from. */
export const cardSelect = {
  number: true,
  version: true,
  kind: true,
  title: true,
  state: true,
  severity: true,
  filedByName: true,
  filedAt: true,
  updatedAt: true,
  closedAt: true,
  portalNumber: true,
  portalWaitsSince: true,
  desk: true,
  escalatedAt: true,
  escalationReason: true,
  customer: { select: { name: true, domain: true, supportTier: true } },
  product: { select: { name: true } },
  category: { select: { names: true } },
  owner: { select: { name: true } },
  deskOwner: { select: { name: true } },
  filedByOrg: policySelect,
  managedAtFiling: policySelect,
  // One is enough to know that the desk has answered.
  events: { where: { kind: 'DESK_REPLY' }, take: 1, select: { id: true } },
  _count: { select: { attachments: { where: { state: { not: 'WITHDRAWN' } } } } },
} as const satisfies Prisma.CaseSelect

type CardPayload = Prisma.CaseGetPayload<{ select: typeof cardSelect }>

/** What a domain that decided nothing gets. */
const defaultPolicy = { reopenWindowDays: 30 }

/** Of the domain whose case it is: the filing one, or the managing one for what the customer filed itself. */
export function windowDaysOf(row: Pick<CardPayload, 'kind' | 'filedByOrg' | 'managedAtFiling'>): number {
  return ((row.kind === 'DELEGATED' ? row.filedByOrg.policy : row.managedAtFiling?.policy) ?? defaultPolicy).reopenWindowDays
}

export function readCard(row: CardPayload): CaseCardValue {
  const waits = row.events.length === 0 && (row.state === 'NEW' || row.state === 'IN_PROGRESS')
  return {
    number: row.number,
    version: row.version,
    kind: row.kind,
    customerName: row.customer.name,
    customerDomain: row.customer.domain,
    tier: row.customer.supportTier,
    title: row.title,
    productName: row.product.name,
    category: readLocalized(row.category.names),
    state: row.state,
    severity: row.severity,
    ownerName: row.owner?.name ?? null,
    deskOwnerName: row.deskOwner?.name ?? null,
    escalation: row.escalatedAt && { at: row.escalatedAt, reason: row.escalationReason },
    filedByName: row.filedByName,
    filedAt: row.filedAt,
    updatedAt: row.updatedAt,
    targetAt: waits ? responseTarget(row.customer.supportTier, row.severity, row.filedAt) : null,
    closedAt: row.closedAt,
    reopenUntil: row.closedAt && row.state === 'CLOSED' ? reopenDeadline(row.closedAt, windowDaysOf(row)) : null,
    portalNumber: row.portalNumber,
    portalWaitsSince: row.portalWaitsSince,
    desk: row.desk,
    attachmentCount: row._count.attachments,
  }
}
