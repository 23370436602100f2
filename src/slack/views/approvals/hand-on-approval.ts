import type { ModalView } from '@slack/types'
import type { ApprovalSheet } from '../../../domain/approvals/approval-sheet.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { context, option, plain, section } from '../blocks.js'
import { input } from '../filing/input-block.js'
import { formBlock } from '../form-blocks.js'
import { actionIds, callbackIds } from '../ids.js'
import { limits } from '../limits.js'
import { approvalStanding, markedHeadline } from './approval-words.js'

/** Whom to hand a request on to, in front of the request itself; of more people than a select takes, the first. `handOnTo` is not empty. */
export function handOnApproval({ approval, handOnTo }: ApprovalSheet, reader: Reader): ModalView {
  const say = wordsFor(reader)
  return {
    type: 'modal',
    callback_id: callbackIds.handOnApproval,
    private_metadata: approval.id,
    title: plain(say('approvals.hand_on_title'), limits.viewTitle),
    submit: plain(say('approvals.hand_on'), limits.viewTitle),
    close: plain(say('filing.back'), limits.viewTitle),
    blocks: [
      section(`${markedHeadline(approval, reader)}\n${say('approvals.hand_on_intro')}`),
      input({
        blockId: formBlock('handOnTo'),
        label: say('approvals.hand_on_to'),
        element: {
          type: 'static_select',
          action_id: actionIds.handOnTo,
          placeholder: plain(say('approvals.hand_on_placeholder'), limits.placeholder),
          options: handOnTo.slice(0, limits.options).map(({ accountId, name }) => option(accountId, name)),
        },
      }),
      context(approvalStanding(approval, reader)),
    ],
  }
}
