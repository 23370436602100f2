import type { ModalView } from '@slack/types'
import type { ApprovalValue } from '../../../domain/approvals/approval.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { context, section } from '../blocks.js'
import { escapeLine } from '../escape.js'
import { readingView } from '../reading-views.js'
import { approvalHeadline, approvalNames, approvalStanding, closureWords, markedHeadline } from './approval-words.js'

/** How a form ends that decided or withdrew a request: what came of it, and what happens next. Closing it closes what lies below. */
export function approvalDone(approval: ApprovalValue, reader: Reader): ModalView {
  const say = wordsFor(reader)
  const state = approval.state === 'PENDING' ? say('approvals.waits') : say(`approvals.done_${approval.state}`)
  return ending(state, [`${markedHeadline(approval, reader)}\n${nextWords(approval, reader)}`], approvalStanding(approval, reader), reader)
}

/** How *Hand on* ends. */
export function handedOnDone(approval: ApprovalValue, name: string, reader: Reader): ModalView {
  const say = wordsFor(reader)
  const words = say('approvals.handed_on_done', { name: escapeLine(name, 150) })
  return ending(say('approvals.hand_on_title'), [`✅ ${words}`, approvalHeadline(approval, reader)], approvalStanding(approval, reader), reader)
}

function ending(title: string, lines: string[], standing: string, reader: Reader): ModalView {
  return { ...readingView(title, [section(lines.join('\n')), context(standing)], reader), clear_on_close: true }
}

function nextWords(approval: ApprovalValue, reader: Reader): string {
  const say = wordsFor(reader)
  const names = approvalNames(approval)
  const { kind } = approval.payload
  switch (approval.state) {
    case 'APPROVED':
      return [say(`approvals.done_next_${kind}`, names), ...(kind === 'ACCESS_REQUEST' ? [say('approvals.console')] : [])].join('\n')
    case 'DECLINED':
      return say(kind === 'P1_FILING' ? 'approvals.done_next_returned' : 'approvals.done_next_declined', names)
    case 'CLOSED':
      return say('approvals.done_next_closed', { ...names, reason: closureWords(approval, reader) })
    case 'WITHDRAWN':
      return say(kind === 'P1_FILING' ? 'approvals.done_next_draft' : 'approvals.done_next_withdrawn')
    case 'PENDING':
    case 'EXPIRED':
      return ''
  }
}
