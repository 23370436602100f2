import { reopenDeadline } from '../../domain/cases/case-rules.js'
import { handedOut } from '../../domain/cases/attachment.js'
import type { CaseCardValue } from '../../domain/cases/case-view.js'
import { targetSeconds } from '../../domain/clocks/response-clock.js'
import type { Prisma } from '../generated/sqlite/client.js'
import { readLocalized } from '../json-columns.js'
import { policyOf, windowDaysOf } from './case-policy.js'
import { clockSelect, readClock } from './held-case.js'
import { readResponseSettings, responseSettingsSelect } from '../clocks/response-settings.js'

const policySelect = { select: { policy: { select: { reopenWindowDays: true, ...responseSettingsSelect } } } } as const

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
  ...clockSelect,
  // What is held back, or not checked yet, is its author's alone to know of.
  _count: { select: { attachments: { where: { state: { in: [...handedOut] } } } } },
} as const satisfies Prisma.CaseSelect

type CardPayload = Prisma.CaseGetPayload<{ select: typeof cardSelect }>

export function readCard(row: CardPayload): CaseCardValue {
  const { targets } = readResponseSettings(policyOf(row))
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
    clock: { ...readClock(row), targetSeconds: targetSeconds({ targets, tier: row.customer.supportTier, severity: row.severity }) },
    closedAt: row.closedAt,
    reopenUntil: row.closedAt && row.state === 'CLOSED' ? reopenDeadline(row.closedAt, windowDaysOf(row)) : null,
    portalNumber: row.portalNumber,
    portalWaitsSince: row.portalWaitsSince,
    desk: row.desk,
    attachmentCount: row._count.attachments,
  }
}
