import type { ApprovalValue } from '../../../domain/approvals/approval.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { context, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { escapeLine } from '../escape.js'
import { reviewButton } from './approval-buttons.js'
import { approvalHeadline, approvalSentence, approvalStanding, markedHeadline } from './approval-words.js'

/**
 * Reminds one person who is asked (APPROVAL-3); the facts stand behind *Review*. Once it has ended, or the person handed
 * it on to `handedOnTo`, that takes the reminder's place, without a button.
 */
export function approvalReminder(approval: ApprovalValue, reader: Reader, handedOnTo: string | null): Message {
  if (approval.state !== 'PENDING' || handedOnTo !== null) return waitedFor(approval, reader, handedOnTo)
  const reminder = wordsFor(reader)('approvals.reminder')
  const headline = approvalHeadline(approval, reader)
  const sentence = approvalSentence(approval, reader)
  const standing = approvalStanding(approval, reader)
  return {
    text: [`${reminder}: ${headline}`, sentence, standing].join('\n'),
    blocks: [section(`🔔 *${reminder}*\n${sentence}`, reviewButton(approval, reader)), context(standing)],
  }
}

function waitedFor(approval: ApprovalValue, reader: Reader, handedOnTo: string | null): Message {
  const headline = markedHeadline(approval, reader)
  const sentence = approvalSentence(approval, reader)
  const standing = approval.state === 'PENDING' && handedOnTo !== null
    ? wordsFor(reader)('approvals.handed_on', { name: escapeLine(handedOnTo, 150) })
    : approvalStanding(approval, reader)
  return {
    text: [headline.replaceAll('*', ''), sentence, standing].join('\n'),
    blocks: [section(`${headline}\n${sentence}`), context(standing)],
  }
}
