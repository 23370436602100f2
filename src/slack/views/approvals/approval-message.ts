import type { KnownBlock } from '@slack/types'
import type { ApprovalValue } from '../../../domain/approvals/approval.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { context, fields, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { escapeCut, escapeLine } from '../escape.js'
import { decisionButtons, reviewButton } from './approval-buttons.js'
import { factsOf } from './approval-facts.js'
import type { ApprovalFact } from './approval-facts.js'
import { approvalEffect, approvalSentence, approvalStanding, askedNames, markedHeadline } from './approval-words.js'

export interface ApprovalLook {
  /** Somebody who is asked, the domain's approval channel, or the one who asked. */
  for: 'asked' | 'channel' | 'requester'
  /** Whom the reader handed it on to. */
  handedOnTo?: string | null
}

/** The most of a comment that a message shows; the form shows it whole. */
const longestComment = 1500

/**
 * What a person or a channel has for a request (APPROVAL-3): what is asked, the facts, and the buttons while it waits;
 * then how it ended. The same message is edited from one to the other.
 */
export function approvalMessage(approval: ApprovalValue, reader: Reader, look: ApprovalLook): Message {
  const say = wordsFor(reader)
  const waits = approval.state === 'PENDING'
  const handedOn = look.handedOnTo ?? null
  const facts = factsOf(approval, reader).filter((fact) => !(fact.wide && look.for === 'channel'))
  const asked = look.for === 'channel' || look.for === 'requester' ? askedNames(approval, reader) : ''
  const notes = [
    handedOn !== null && waits ? say('approvals.handed_on', { name: escapeLine(handedOn, 150) }) : approvalStanding(approval, reader),
    ...(waits && asked ? [say('approvals.asked', { names: asked })] : []),
    ...(look.for === 'asked' ? afterwards(approval, reader) : []),
  ]
  const effect = waits && look.for !== 'requester' && handedOn === null ? approvalEffect(approval, reader) : null
  // Like evidence and reasons it is not for everybody in the channel (SCOPE-1).
  const comment = approval.comment === null || waits || look.for === 'channel' ? null : escapeCut(approval.comment, longestComment)
  const headline = markedHeadline(approval, reader)
  const sentence = approvalSentence(approval, reader)
  return {
    text: [headline.replaceAll('*', ''), sentence, ...factLines(facts, reader), ...(effect ? [effect] : []), ...notes, ...(comment ? [say('approvals.fact', { label: say('approvals.comment'), value: comment })] : [])].join('\n'),
    blocks: [
      section(`${headline}\n${sentence}`),
      ...factBlocks(facts),
      ...(effect ? [section(effect)] : []),
      ...(comment ? [section(`*${say('approvals.comment')}*\n${comment}`)] : []),
      context(...notes),
      ...(waits && handedOn === null ? buttons(approval, reader, look) : []),
    ],
  }
}

/** What whoever approved has to do elsewhere stays where it can be found again. */
function afterwards({ state, payload }: ApprovalValue, reader: Reader): string[] {
  return state === 'APPROVED' && payload.kind === 'ACCESS_REQUEST' ? [wordsFor(reader)('approvals.console')] : []
}

function buttons(approval: ApprovalValue, reader: Reader, look: ApprovalLook): KnownBlock[] {
  return [look.for === 'requester' ? { type: 'actions', elements: [reviewButton(approval, reader)] } : decisionButtons(approval, reader)]
}

/** Short facts side by side, people's own words beneath. */
export function factBlocks(facts: ApprovalFact[]): KnownBlock[] {
  const narrow = facts.filter((fact) => !fact.wide)
  const wide = facts.filter((fact) => fact.wide)
  return [
    ...(narrow.length > 0 ? [fields(narrow.map(({ label, value }) => `*${label}*\n${value}`))] : []),
    ...wide.map(({ label, value }) => section(`*${label}*\n${value}`)),
  ]
}

function factLines(facts: ApprovalFact[], reader: Reader): string[] {
  const say = wordsFor(reader)
  return facts.map(({ label, value }) => say('approvals.fact', { label, value: value.replaceAll('\n', ', ') }))
}

/** Stands where a request was shown to somebody whom it does not concern any more: nothing of it (SCOPE-3). */
export function neutralApproval(reader: Reader): Message {
  const text = wordsFor(reader)('approvals.neutral')
  return { text, blocks: [context(text)] }
}
