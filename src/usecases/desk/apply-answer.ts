import type { RecordedState } from '../../domain/desk/answer-states.js'
import type { ClockTurn } from '../../domain/clocks/response-clock.js'
import type { NewCaseEntry } from '../../store/cases/case-entries.js'
import type { CasePatch, HeldCase } from '../../store/cases/held-case.js'
import type { CaseChange } from '../verbs/change-case.js'
import type { TypedText } from '../verbs/typed-text.js'

export interface DeskAnswer extends TypedText {
  state: RecordedState
  /** Who takes the case at the desk by answering it; null: nobody, or it is taken. */
  takes?: { id: string; name: string } | null
  /** Who wrote it down here, when the desk said it elsewhere (CASE-9). */
  recordedBy?: string
}

/** Of a desk that has no account here. Who recorded it stands in the entry, and views say both in the reader's language. */
const deskName = 'Desk'

/** An answer that asks for nothing meets the target, a question lets its clock stand still. */
const clockTurns: Record<RecordedState, ClockTurn> = { IN_PROGRESS: 'meet', ACTION_REQUIRED: 'pause', SOLUTION_PROVIDED: 'meet', CLOSED: 'stop' }

/**
 * What something that the desk says makes of a case, whoever carried it here: it owes nothing now until the team writes,
 * and the owner is told where the team must act. With `CLOSED` the text is the reason.
 */
export function applyAnswer(held: HeldCase, { text, kept, state: to, takes = null, recordedBy }: DeskAnswer, now: Date): CaseChange {
  const state = { from: held.state, to }
  const set: CasePatch = { state: to, deskSince: null, ...(to === 'CLOSED' && { closedAt: now }), ...(takes && { deskOwnerId: takes.id }) }
  const said: NewCaseEntry = {
    kind: to === 'CLOSED' ? 'CLOSED' : 'DESK_REPLY',
    text,
    data: { state, ...kept, ...(recordedBy !== undefined && { recordedBy }) },
    ...(recordedBy !== undefined && { authorName: deskName }),
  }
  const taken: NewCaseEntry[] = takes ? [{ kind: 'OWNER', data: { owner: { from: null, to: takes.name, atDesk: true } } }] : []
  return {
    set,
    clock: clockTurns[to],
    entries: [said, ...taken],
    audit: {
      action: recordedBy === undefined ? 'case.answered' : 'case.answer_recorded',
      before: { state: state.from, ...(takes && { deskOwnerId: held.deskOwnerId }) },
      after: { state: to, ...kept, ...(takes && { deskOwnerId: takes.id }) },
    },
    news: { people: to === 'IN_PROGRESS' ? [] : [held.ownerId], shares: true },
  }
}
