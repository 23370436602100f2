import type { Button, KnownBlock, ModalView } from '@slack/types'
import type { ApprovalValue, Decision } from '../../../domain/approvals/approval.js'
import type { ApprovalSheet } from '../../../domain/approvals/approval-sheet.js'
import { longestComment } from '../../../domain/approvals/decision-problems.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { button, context, option, plain, section } from '../blocks.js'
import { viewCaseButton } from '../cases/view-case-button.js'
import { escapeCut, escapeLine } from '../escape.js'
import { input, textInput } from '../filing/input-block.js'
import { formBlock } from '../form-blocks.js'
import { actionIds, callbackIds } from '../ids.js'
import { limits } from '../limits.js'
import { readingView } from '../reading-views.js'
import { factsOf } from './approval-facts.js'
import { factBlocks } from './approval-message.js'
import { approvalEffect, approvalSentence, approvalStanding, askedNames, markedHeadline } from './approval-words.js'

export interface DecideLook {
  reader: Reader
  /** What the button that was pressed says; none for *Review*. */
  decision: Decision | null
  /** Why the reader may not decide, plain text. */
  why: string | null
  /** The reader submitted a decision, and the request had ended before. */
  late?: boolean
}

/**
 * A request with its facts, for whoever may see it: who may decide it has the decision and a comment to submit, who asked
 * may take it back, everybody else is told why not. One that has ended says how.
 */
export function decideApproval(sheet: ApprovalSheet, { reader, decision, why, late = false }: DecideLook): ModalView {
  const say = wordsFor(reader)
  const { approval } = sheet
  const waits = approval.state === 'PENDING'
  const blocks: KnownBlock[] = [
    ...(late ? [section(`⚠️ ${lateWords(approval, say)}`)] : []),
    section(`${markedHeadline(approval, reader)}\n${approvalSentence(approval, reader)}`),
    ...factBlocks(factsOf(approval, reader)),
    ...(sheet.mayDecide ? [section(approvalEffect(approval, reader))] : []),
    ...standing(sheet, reader),
    ...(waits && !sheet.mayDecide && why ? [section(`ℹ️ ${escapeCut(why, 2500)}`)] : []),
    ...actionsOf(sheet, say),
  ]
  const title = say(late ? 'approvals.late_title' : 'approvals.review_title')
  if (!sheet.mayDecide) return readingView(title, blocks, reader)
  return {
    type: 'modal',
    callback_id: callbackIds.decideApproval,
    private_metadata: approval.id,
    title: plain(title, limits.viewTitle),
    submit: plain(say('filing.submit'), limits.viewTitle),
    close: plain(say('filing.close'), limits.viewTitle),
    blocks: [...blocks, ...decisionInputs(approval, decision, say)],
  }
}

/** How it ended is what somebody came for; until when it waits is said in passing. */
function standing({ approval, mayDecide }: ApprovalSheet, reader: Reader): KnownBlock[] {
  const say = wordsFor(reader)
  const words = approvalStanding(approval, reader)
  if (approval.state !== 'PENDING') {
    return [section([`*${words}*`, ...(approval.comment ? [escapeCut(approval.comment, 2500)] : [])].join('\n'))]
  }
  // That nobody but the reader is asked goes without saying.
  const asked = mayDecide && approval.asked.length === 1 ? '' : askedNames(approval, reader)
  return [context(words, ...(asked ? [say('approvals.asked', { names: asked })] : []))]
}

/** Why a decision did not count (APPROVAL-2). */
function lateWords({ state, ended }: ApprovalValue, say: Say): string {
  const decided = state === 'APPROVED' || state === 'DECLINED'
  return decided && ended?.by ? say('approvals.late_decided', { by: escapeLine(ended.by, 150) }) : say('approvals.late_ended')
}

function decisionInputs(approval: ApprovalValue, decision: Decision | null, say: Say): KnownBlock[] {
  const choices = [option('APPROVE', say('approvals.approve')), option('DECLINE', say('approvals.decline'))]
  const chosen = choices.find((each) => each.value === decision)
  return [
    input({
      blockId: formBlock('decision'),
      label: say('approvals.decision'),
      element: { type: 'radio_buttons', action_id: actionIds.decision, options: choices, ...(chosen ? { initial_option: chosen } : {}) },
    }),
    input({
      blockId: formBlock('comment'),
      label: say('approvals.comment'),
      hint: say('approvals.comment_hint', { requester: approval.requester.name }),
      optional: true,
      element: textInput({ actionId: actionIds.comment, maxLength: longestComment, multiline: true }),
    }),
  ]
}

/** *View case* checks its reader; the others are for whoever may. */
function actionsOf({ approval, mayWithdraw, handOnTo }: ApprovalSheet, say: Say): KnownBlock[] {
  const buttons: Button[] = [
    ...(approval.case === null ? [] : [viewCaseButton(approval.case.number, say)]),
    ...(handOnTo.length > 0 ? [button({ text: say('approvals.hand_on'), actionId: actionIds.handOnApproval, value: approval.id })] : []),
    ...(mayWithdraw ? [withdrawButton(approval, say)] : []),
  ]
  return buttons.length > 0 ? [{ type: 'actions', elements: buttons }] : []
}

function withdrawButton(approval: ApprovalValue, say: Say): Button {
  return button({
    text: say('approvals.withdraw'),
    actionId: actionIds.withdrawApproval,
    value: approval.id,
    style: 'danger',
    confirm: {
      title: plain(say('approvals.withdraw_title'), limits.confirmTitle),
      text: plain(say('approvals.withdraw_text'), limits.confirmText),
      confirm: plain(say('approvals.withdraw'), limits.confirmButton),
      deny: plain(say('approvals.withdraw_deny'), limits.confirmButton),
      style: 'danger',
    },
  })
}
