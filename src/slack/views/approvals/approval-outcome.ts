import type { ActionsBlock, Button } from '@slack/types'
import { addHours } from 'date-fns'
import { grantTakesHours } from '../../../domain/access/access.js'
import type { ApprovalKind, ApprovalValue, PayloadOf } from '../../../domain/approvals/approval.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { fileForButton, itWorksNowButton } from '../access/access-buttons.js'
import { button, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { viewCaseButton } from '../cases/view-case-button.js'
import { slackDate } from '../dates.js'
import { escapeCut, escapeLine } from '../escape.js'
import { actionIds } from '../ids.js'
import { approvalHeadline, approvalNames, approvalStanding, askedNames } from './approval-words.js'

export interface OutcomeLook {
  reader: Reader
  now: Date
  /** The request that an approved consent opened for the customer's grant; null: none could be opened. */
  grantAsked: ApprovalValue | null
}

/** What holds only while access is pending stands in this block. */
export const whilePending = 'while_pending'

interface Next {
  words: string
  buttons: Button[]
  /** Nothing of it holds once access was confirmed. */
  pending?: boolean
}

interface Told<K extends ApprovalKind> extends OutcomeLook {
  approval: ApprovalValue
  payload: PayloadOf<K>
  say: Say
}

/** What comes after each kind was approved. A new kind is one entry. */
const nextSteps: { [K in ApprovalKind]: (told: Told<K>) => Next } = {
  ACCESS_REQUEST: (told) => pendingAccess(told, 'approvals.next_pending'),
  CONSENT: ({ approval, grantAsked, say, reader }) => {
    if (grantAsked) return onlyWords(say('approvals.next_grant_asked', { names: askedNames(grantAsked, reader) }))
    const byCustomer = approval.requester.domain === approval.customer?.domain
    return onlyWords(say(byCustomer ? 'approvals.next_grant_yourself' : 'approvals.next_grant_nobody', approvalNames(approval)))
  },
  // Who recorded it may not confirm it (ACCESS-3).
  RECORDED_GRANT: (told) => pendingAccess(told, 'approvals.next_pending_others'),
  P1_FILING: ({ payload, say }) => ({ words: '', buttons: [viewCaseButton(payload.caseNumber, say)] }),
  ESCALATION: ({ payload, say }) => ({ words: say('approvals.next_escalated'), buttons: [viewCaseButton(payload.caseNumber, say)] }),
  EXTRA_LICENCES: ({ say }) => onlyWords(say('approvals.next_licences')),
  ATTACHMENT_REMOVAL: ({ payload, say }) => ({ words: '', buttons: [viewCaseButton(payload.caseNumber, say)] }),
}

/** Tells the requester how it ended, and what to do next. */
export function approvalOutcome(approval: ApprovalValue, look: OutcomeLook): Message {
  const { reader } = look
  const say = wordsFor(reader)
  const { payload, state } = approval
  const standing = approvalStanding(approval, reader)
  const comment = approval.comment === null ? '' : `${say('approvals.comment')}: ${escapeCut(approval.comment, 2000)}`
  const approved = state === 'APPROVED'
  const told = approved
    ? say(`approvals.told_${payload.kind}`, approvalNames(approval))
    : say('approvals.told_not', { kind: say(`approvals.kind_${payload.kind}`), about: escapeLine(approval.customer?.name ?? approval.organization.name, 200) })
  const next = approved ? (nextSteps[payload.kind] as (told: Told<ApprovalKind>) => Next)({ ...look, approval, payload, say }) : afterNo(approval, say)
  const actions: ActionsBlock[] = next.buttons.length > 0 ? [{ type: 'actions', elements: next.buttons }] : []
  return {
    text: [told, approvalHeadline(approval, reader), standing, comment, next.words].filter((line) => line !== '').join('\n'),
    blocks: [
      section([`${approved ? '✅' : '🚫'} *${told}*`, standing, comment].filter((line) => line !== '').join('\n')),
      ...(next.words ? [{ ...section(next.words), ...(next.pending ? { block_id: whilePending } : {}) }] : []),
      ...actions,
    ],
  }
}

/** Nothing can be filed while it is pending: *File a case* comes with *It works now*. */
function pendingAccess({ approval, reader, now, say }: Omit<Told<ApprovalKind>, 'payload'>, waitWords: 'approvals.next_pending' | 'approvals.next_pending_others'): Next {
  const { customer, ended } = approval
  if (customer === null || ended === null) return onlyWords('')
  const until = addHours(ended.at, grantTakesHours)
  if (until <= now) return { words: say('approvals.next_file'), buttons: [fileForButton({ say, customer })] }
  const words = say(waitWords, { at: slackDate(until, reader), domain: escapeLine(approval.organization.domain, 200) })
  return { words, pending: true, buttons: waitWords === 'approvals.next_pending' ? [itWorksNowButton({ say, customer })] : [] }
}

function afterNo({ payload, state, closedBecause }: ApprovalValue, say: Say): Next {
  if (payload.kind === 'P1_FILING') {
    return { words: say('approvals.next_draft'), buttons: [button({ text: say('approvals.go_on'), actionId: actionIds.continueDraft, value: payload.draftId, style: 'primary' })] }
  }
  // The other reseller's customer is not asked for again.
  if (closedBecause === 'customer_transferred') return onlyWords(say('approvals.next_transferred'))
  return onlyWords(say(state === 'DECLINED' ? 'approvals.next_again' : 'approvals.next_ask_them'))
}

const onlyWords = (words: string): Next => ({ words, buttons: [] })
