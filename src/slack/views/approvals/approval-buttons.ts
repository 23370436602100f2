import type { ActionsBlock, Button } from '@slack/types'
import type { ApprovalValue } from '../../../domain/approvals/approval.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { button } from '../blocks.js'
import { actionIds } from '../ids.js'
import { plainHeadline } from './approval-words.js'

/** All three open the same form; the first two with the decision preset (APPROVAL-3). The value names the request and gives no right to it. */
export function decisionButtons(approval: ApprovalValue, reader: Reader): ActionsBlock {
  const say = wordsFor(reader)
  const what = plainHeadline(approval, reader)
  return {
    type: 'actions',
    elements: [
      button({ text: say('approvals.approve'), label: say('approvals.approve_of', { what }), actionId: actionIds.approve, value: approval.id, style: 'primary' }),
      button({ text: say('approvals.decline'), label: say('approvals.decline_of', { what }), actionId: actionIds.decline, value: approval.id }),
      reviewButton(approval, reader),
    ],
  }
}

export function reviewButton(approval: ApprovalValue, reader: Reader): Button {
  const say = wordsFor(reader)
  const what = plainHeadline(approval, reader)
  return button({ text: say('approvals.review'), label: say('approvals.review_of', { what }), actionId: actionIds.review, value: approval.id })
}
