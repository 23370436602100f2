import type { ApprovalValue } from '../../../domain/approvals/approval.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { context, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { reviewButton } from './approval-buttons.js'
import { approvalHeadline, approvalSentence, approvalStanding } from './approval-words.js'

/** Reminds one person who is asked (APPROVAL-3); the facts stand behind *Review*. */
export function approvalReminder(approval: ApprovalValue, reader: Reader): Message {
  const reminder = wordsFor(reader)('approvals.reminder')
  const headline = approvalHeadline(approval, reader)
  const sentence = approvalSentence(approval, reader)
  const standing = approvalStanding(approval, reader)
  return {
    text: [`${reminder}: ${headline}`, sentence, standing].join('\n'),
    blocks: [section(`🔔 *${reminder}*\n${sentence}`, reviewButton(approval, reader)), context(standing)],
  }
}
