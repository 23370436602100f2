import type { Button, KnownBlock } from '@slack/types'
import type { CaseAction } from '../../../domain/cases/case-actions.js'
import type { CaseState } from '../../../domain/words.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { button } from '../blocks.js'
import { actionIds } from '../ids.js'

/** What has a button of its own; the others stand where they are done: at a file, in the form of sharing. */
type Pressed = Exclude<CaseAction, 'unshare' | 'removeFile'>

const actionOf: Record<Pressed, string> = {
  reply: actionIds.openReply, note: actionIds.openNote, severity: actionIds.openSeverity, take: actionIds.takeCase, handOver: actionIds.openHandOver,
  attach: actionIds.openAttach, share: actionIds.openShare, escalate: actionIds.openEscalate, close: actionIds.openClose,
  notSolved: actionIds.openNotSolved, reopen: actionIds.openReopen, related: actionIds.fileRelated, copyForPortal: actionIds.openPortalCopy,
  portalNumber: actionIds.openPortalNumber, recordReply: actionIds.openRecordReply, deskTake: actionIds.deskTake, answer: actionIds.openAnswer,
}

/** What is wanted most first. */
const order: readonly Pressed[] = [
  'deskTake', 'answer', 'reply', 'reopen', 'related', 'take', 'note', 'attach', 'severity', 'escalate', 'close', 'handOver', 'share',
]
const ofSolution: readonly Pressed[] = ['close', 'notSolved']
const ofPortal: readonly Pressed[] = ['copyForPortal', 'portalNumber', 'recordReply']

const inRow = 5
const mostRows = 2

/**
 * What the reader may do with a case now, as buttons: at most two rows, what is wanted most first.
 * @param toCarry something waits to be carried to the web portal (CASE-9)
 */
export function caseButtons(number: number, may: readonly CaseAction[], reader: Reader, state?: CaseState, toCarry = false): KnownBlock[] {
  const say = wordsFor(reader)
  // It comes first unless the case waits for the team in another way.
  const carryFirst = toCarry && (state === 'NEW' || state === 'IN_PROGRESS')
  const shown = ordered(may, state, carryFirst).slice(0, inRow * mostRows)
  const buttons = shown.map((action, at) => caseButton(number, action, say, at === 0 && (isWanted(action, state) || (carryFirst && action === 'copyForPortal'))))
  // Two rows of about the same length wrap less than a full one and a short one.
  const length = buttons.length > inRow ? Math.ceil(buttons.length / mostRows) : inRow
  const rows: KnownBlock[] = []
  for (let at = 0; at < buttons.length; at += length) rows.push({ type: 'actions', elements: buttons.slice(at, at + length) })
  return rows
}

/** One of them; `wanted`: the case waits for it. */
export function caseButton(number: number, action: Pressed, say: Say, wanted = false): Button {
  const text = say(`cases.do_${action}`)
  return button({
    text,
    label: say('cases.do_of', { action: text, number: String(number) }),
    actionId: actionOf[action],
    value: String(number),
    ...(wanted && { style: 'primary' }),
  })
}

function ordered(may: readonly CaseAction[], state: CaseState | undefined, carryFirst: boolean): Pressed[] {
  const solved = may.includes('notSolved')
  const first = solved ? ofSolution : []
  // What stands for the same, and what would be out of place, goes without.
  const without: Pressed[] = [
    ...(solved ? ['reply' as const] : []), ...(may.includes('take') ? ['handOver' as const] : []), ...(state === undefined || state === 'CLOSED' ? [] : ['related' as const]),
  ]
  const rest = order.filter((action) => may.includes(action) && !first.includes(action) && !without.includes(action))
  // Of a case that is carried by hand these come right behind what it waits for.
  const ahead = solved || carryFirst ? 0 : 1
  return [...first, ...rest.slice(0, ahead), ...ofPortal.filter((action) => may.includes(action)), ...rest.slice(ahead)]
}

/** Whether the case waits for the first of its buttons; else none of them stands out. */
function isWanted(action: Pressed, state: CaseState | undefined): boolean {
  switch (action) {
    case 'reply': return state === 'ACTION_REQUIRED'
    case 'close': return state === 'SOLUTION_PROVIDED'
    case 'deskTake': case 'answer': return state === 'NEW' || state === 'IN_PROGRESS'
    default: return action === 'reopen' || action === 'related'
  }
}
