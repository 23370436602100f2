/** Sentences about an approval that cards, messages, forms and lists share; in mrkdwn, people's text escaped. */
import { approvalClosures } from '../../../domain/approvals/approval.js'
import type { ApprovalState, ApprovalValue } from '../../../domain/approvals/approval.js'
import type { MessageKey } from '../../../locales/message-key.js'
import { formatLocaleOf, wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { slackDate } from '../dates.js'
import { escapeLine } from '../escape.js'

const stateMarks: Record<ApprovalState, string> = {
  PENDING: '⏳', APPROVED: '✅', DECLINED: '🚫', WITHDRAWN: '↩️', EXPIRED: '⌛', CLOSED: '⚪',
}

/** What the sentences of every kind are made with; each takes what it needs. */
export function approvalNames(approval: ApprovalValue): Record<'requester' | 'domain' | 'organization' | 'customer' | 'customerDomain' | 'sku' | 'number' | 'title' | 'file', string> & { count: number } {
  const { payload, requester, organization, customer, skuNames } = approval
  return {
    requester: escapeLine(requester.name, 150),
    domain: escapeLine(requester.domain, 200),
    organization: escapeLine(organization.name, 200),
    customer: escapeLine(customer?.name ?? '', 200),
    customerDomain: escapeLine(customer?.domain ?? '', 200).replaceAll('`', "'"),
    sku: escapeLine(skuNames.join(', '), 300),
    number: 'caseNumber' in payload ? String(payload.caseNumber) : '',
    title: 'title' in payload ? escapeLine(payload.title, 250) : '',
    file: payload.kind === 'ATTACHMENT_REMOVAL' ? escapeLine(payload.fileName, 250) : '',
    count: payload.kind === 'EXTRA_LICENCES' ? payload.count : 0,
  }
}

/** "Access request · Globex": what it is, and about whom; plain text. */
export function plainHeadline(approval: ApprovalValue, reader: Reader): string {
  const say = wordsFor(reader)
  const { customer, organization, payload } = approval
  return say('approvals.headline', { kind: say(`approvals.kind_${payload.kind}`), about: customer?.name ?? organization.name })
}

/** The same in mrkdwn. */
export function approvalHeadline(approval: ApprovalValue, reader: Reader): string {
  return escapeLine(plainHeadline(approval, reader), 250)
}

/** The same with a mark for its state, bold. */
export function markedHeadline(approval: ApprovalValue, reader: Reader): string {
  return `${stateMarks[approval.state]} *${approvalHeadline(approval, reader)}*`
}

/** "Camille of hikari.example asks for access …" */
export function approvalSentence(approval: ApprovalValue, reader: Reader): string {
  return wordsFor(reader)(`approvals.asks_${approval.payload.kind}`, approvalNames(approval))
}

/** What approving does. */
export function approvalEffect(approval: ApprovalValue, reader: Reader): string {
  return wordsFor(reader)(`approvals.effect_${approval.payload.kind}`, approvalNames(approval))
}

/** Until when it waits, or how it ended; never empty. */
export function approvalStanding(approval: ApprovalValue, reader: Reader): string {
  const say = wordsFor(reader)
  const { state, ended, expiresAt } = approval
  if (state === 'PENDING') return expiresAt === null ? say('approvals.waits') : say('approvals.until', { at: slackDate(expiresAt, reader) })
  const at = ended === null ? '' : slackDate(ended.at, reader)
  const by = ended?.by ? escapeLine(ended.by, 150) : say('approvals.somebody')
  return say(`approvals.ended_${state}`, { at, by, reason: closureWords(approval, reader) })
}

/** Why it had become impossible (APPROVAL-4). */
export function closureWords({ closedBecause }: ApprovalValue, reader: Reader): string {
  const known = approvalClosures.find((each) => each === closedBecause)
  const key: MessageKey = known ? `approvals.closed_${known}` : 'approvals.closed_unknown'
  return wordsFor(reader)(key)
}

/** For whom it waits; empty when for nobody. */
export function askedNames(approval: ApprovalValue, reader: Reader): string {
  const names = approval.asked.filter((person) => person.handedOnTo === null).map((person) => escapeLine(person.name, 150))
  return new Intl.ListFormat(formatLocaleOf(reader.locale), { type: 'conjunction' }).format(names.slice(0, 8))
}
