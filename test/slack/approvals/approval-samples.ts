/** Requests of every kind that views are drawn from; `long` ones are as long as anything may get. */
import type { ApprovalKind, ApprovalPayload, ApprovalValue } from '../../../src/domain/approvals/approval.js'
import { long, now } from '../samples.js'

const payloads: { [K in ApprovalKind]: Extract<ApprovalPayload, { kind: K }> } = {
  ACCESS_REQUEST: { kind: 'ACCESS_REQUEST', turnOn: true, subscriptionIds: ['s1'] },
  CONSENT: { kind: 'CONSENT' },
  RECORDED_GRANT: { kind: 'RECORDED_GRANT', evidence: 'They wrote it in a letter.' },
  P1_FILING: { kind: 'P1_FILING', draftId: 'draft-1', caseNumber: 1042, title: 'Nobody can sign in' },
  ESCALATION: { kind: 'ESCALATION', caseNumber: 1042, title: 'Nobody can sign in', reason: 'BUSINESS_IMPACT', justification: 'The shop stands still.' },
  EXTRA_LICENCES: { kind: 'EXTRA_LICENCES', count: 20, reason: 'We hire people.' },
  ATTACHMENT_REMOVAL: { kind: 'ATTACHMENT_REMOVAL', attachmentId: 'file-1', caseNumber: 1042, fileName: 'users.csv', reason: 'It names people.' },
}

export function approvalOf(kind: ApprovalKind, more: Partial<ApprovalValue> = {}): ApprovalValue {
  return {
    id: 'approval-1', state: 'PENDING', version: 1, payload: payloads[kind],
    organization: { id: 'hikari', name: 'Hikari Cloud', domain: 'hikari.example' },
    requester: { accountId: 'camille', name: 'Camille Roux', domain: 'hikari.example' },
    customer: kind === 'EXTRA_LICENCES' ? null : { id: 3, name: 'Globex', domain: 'globex.example', tier: 'ENHANCED' },
    skuNames: kind === 'EXTRA_LICENCES' || kind === 'P1_FILING' || kind === 'ESCALATION' || kind === 'ATTACHMENT_REMOVAL' ? [] : ['Business Plus'],
    case: kind === 'P1_FILING' ? { number: 1042, title: 'Nobody can sign in', severity: 'P1', state: 'PENDING_APPROVAL' } : kind === 'ESCALATION' ? { number: 1042, title: 'Nobody can sign in', severity: 'P2', state: 'IN_PROGRESS' } : null,
    asked: [{ accountId: 'dana', name: 'Dana Moreau', handedOnTo: null }, { accountId: 'noor', name: 'Noor Haddad', handedOnTo: null }],
    ended: null, comment: null, closedBecause: null, createdAt: new Date('2026-03-02T08:00:00Z'), expiresAt: new Date('2026-03-05T08:00:00Z'),
    ...more,
  }
}

export function endedAs(approval: ApprovalValue, state: Exclude<ApprovalValue['state'], 'PENDING'>, more: Partial<ApprovalValue> = {}): ApprovalValue {
  const byItself = state === 'EXPIRED' || state === 'CLOSED'
  return { ...approval, state, version: 2, ended: { accountId: byItself ? null : 'dana', by: byItself ? null : 'Dana Moreau', at: now }, ...more }
}

const longPayloads: typeof payloads = {
  ...payloads,
  RECORDED_GRANT: { kind: 'RECORDED_GRANT', evidence: long(3000) },
  P1_FILING: { ...payloads.P1_FILING, title: long(200) },
  ESCALATION: { ...payloads.ESCALATION, title: long(200), justification: long(3000) },
  EXTRA_LICENCES: { kind: 'EXTRA_LICENCES', count: 500, reason: long(3000) },
  ATTACHMENT_REMOVAL: { kind: 'ATTACHMENT_REMOVAL', attachmentId: 'file-1', caseNumber: 1042, fileName: long(255), reason: long(3000) },
}

/** Every name and text as long, and as hostile, as it may be. */
export function longApprovalOf(kind: ApprovalKind, more: Partial<ApprovalValue> = {}): ApprovalValue {
  const whole = approvalOf(kind)
  return {
    ...whole, payload: longPayloads[kind],
    organization: { id: 'hikari', name: long(500), domain: long(253) },
    requester: { accountId: 'camille', name: long(500), domain: long(253) },
    customer: whole.customer && { ...whole.customer, name: long(500), domain: long(253) },
    skuNames: whole.skuNames.length > 0 ? Array.from({ length: 40 }, () => long(300)) : [],
    asked: Array.from({ length: 60 }, (_, i) => ({ accountId: `a${i}`, name: long(500), handedOnTo: null })),
    ...more,
  }
}
