import type { ApprovalKind, ApprovalPayload, ApprovalValue, PayloadOf } from '../../../domain/approvals/approval.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { severityWords } from '../cases/case-words.js'
import { mark } from '../cut.js'
import { escapeCut, escapeLine } from '../escape.js'

/** One thing to know before deciding; both in mrkdwn, people's text escaped. */
export interface ApprovalFact {
  label: string
  value: string
  /** People's own words at length: they have a section of their own, and are not shown in a channel (SCOPE-1). */
  wide?: boolean
}

interface Drawn<K extends ApprovalKind> {
  payload: PayloadOf<K>
  approval: ApprovalValue
  say: Say
}

/** The most that is shown of a text people wrote. */
const longestText = 2500
const mostNames = 8

/** What each kind shows beside who asks and for which customer. A new kind is one entry here, and its words in the catalogs. */
export const approvalFacts: { [K in ApprovalKind]: (drawn: Drawn<K>) => ApprovalFact[] } = {
  ACCESS_REQUEST: ({ payload, approval, say }) => [{
    label: say('approvals.label_asked_for'),
    value: lines([
      ...(payload.turnOn ? [say('approvals.turn_switch_on')] : []),
      ...approval.skuNames.map((sku) => say('approvals.grant_subscription', { sku: escapeLine(sku, 150) })),
    ]),
  }],
  CONSENT: ({ approval, say }) => [{ label: say('approvals.label_subscription'), value: skus(approval) }],
  RECORDED_GRANT: ({ payload, approval, say }) => [
    { label: say('approvals.label_recorded'), value: approval.skuNames.length > 0 ? skus(approval) : say('approvals.switch') },
    { label: say('approvals.label_evidence'), value: escapeCut(payload.evidence, longestText), wide: true },
  ],
  P1_FILING: ({ payload, approval, say }) => [
    { label: say('approvals.label_case'), value: `#${payload.caseNumber} · ${escapeLine(payload.title, 250)}` },
    { label: say('cases.label_severity'), value: severityWords(approval.case?.severity ?? 'P1', say) },
  ],
  ESCALATION: ({ payload, approval, say }) => [
    { label: say('approvals.label_case'), value: `#${payload.caseNumber} · ${escapeLine(payload.title, 250)}` },
    ...(approval.case ? [{ label: say('cases.label_severity'), value: severityWords(approval.case.severity, say) }] : []),
    { label: say('filing.reason'), value: say(`cases.escalation_${payload.reason}`) },
    { label: say('verbs.label_justification'), value: escapeCut(payload.justification, longestText), wide: true },
  ],
  EXTRA_LICENCES: ({ payload, say }) => [
    { label: say('approvals.label_licences'), value: `+${payload.count}` },
    { label: say('filing.reason'), value: escapeCut(payload.reason, longestText), wide: true },
  ],
  ATTACHMENT_REMOVAL: ({ payload, approval, say }) => [
    { label: say('approvals.label_case'), value: `#${payload.caseNumber} · ${escapeLine(approval.case?.title ?? '', 250)}` },
    { label: say('approvals.label_file'), value: escapeLine(payload.fileName, 250) },
    { label: say('filing.reason'), value: escapeCut(payload.reason, longestText), wide: true },
  ],
}

/** What there is to know before deciding beside the sentence that says who asks, and names the customer; a customer's own admin needs no card of the customer. */
export function factsOf(approval: ApprovalValue, reader: Reader): ApprovalFact[] {
  const say = wordsFor(reader)
  const { customer, payload } = approval
  const ofKind = approvalFacts[payload.kind] as (drawn: { payload: ApprovalPayload; approval: ApprovalValue; say: Say }) => ApprovalFact[]
  return [
    ...(customer === null || payload.kind === 'ACCESS_REQUEST' ? [] : [{
      label: say('cases.label_customer'),
      value: `${escapeLine(customer.domain, 200)} · ${say('approvals.tier', { tier: say(`cases.tier_${customer.tier}`) })}`,
    }]),
    ...ofKind({ payload, approval, say }),
  ]
}

const skus = (approval: ApprovalValue): string => lines(approval.skuNames.map((sku) => escapeLine(sku, 150)))

const lines = (texts: string[]): string => [...texts.slice(0, mostNames), ...(texts.length > mostNames ? [mark] : [])].join('\n')
