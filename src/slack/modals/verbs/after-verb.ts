/** What is told and drawn anew when something was done with a case. */
import { isAfter, parseISO } from 'date-fns'
import type { CaseDone } from '../../../domain/cases/case-change.js'
import { showCase } from '../../../usecases/cases/show-case.js'
import type { Acting, Call } from '../../handle.js'
import { respondAt } from '../../respond-at.js'
import { sayPrivately } from '../../places.js'
import { caseModal, caseSummary } from '../../views/cases/case-view.js'
import { doneMessage, doneView } from '../../views/verbs/verb-done.js'
import { replaceView } from '../portal/redraw.js'
import type { OpenedFrom, VerbKept } from './verb-kept.js'

export interface Done {
  kept: Pick<VerbKept, 'number' | 'under' | 'from'>
  done: CaseDone
  /** What was done, in plain text. */
  words: string
}

/** The case view below is drawn anew; who came from a message or a command is told there, under the case as it is now. */
export async function afterVerb(call: Call, who: Acting, { kept, done, words }: Done): Promise<void> {
  if (done.already) return
  const { number, under, from } = kept
  if (under !== undefined) await redrawCase(call, who, under, number)
  if (from) await tellWhereOpened(call, who, from, number, words)
}

/** The whole case in the view that shows it; one that was closed is let be. */
export async function redrawCase(call: Call, { actor, reader }: Acting, viewId: string, number: number): Promise<void> {
  const { deps } = call.edge
  await replaceView(call, viewId, caseModal(await showCase(deps, actor, { number }), reader, deps.now()))
}

/** A form that stands below the view that was closed, with nothing left to do in it. */
export function endForm(call: Call, { reader }: Acting, viewId: string, words: string): Promise<void> {
  return replaceView(call, viewId, doneView(words, reader))
}

async function tellWhereOpened(call: Call, { actor, reader }: Acting, from: OpenedFrom, number: number, words: string): Promise<void> {
  const { edge, caller } = call
  const respond = respondOf(call, from)
  if (respond && from.shows) {
    await sayPrivately(edge, caller.userId, respond, caseSummary(await showCase(edge.deps, actor, { number }), reader, edge.deps.now()), true)
  }
  await sayPrivately(edge, caller.userId, respond, doneMessage(words, number, reader))
}

/** Undefined when Slack takes no answer there any more. */
function respondOf({ edge }: Call, { responseUrl, responseUrlUntil }: OpenedFrom): ReturnType<typeof respondAt> | undefined {
  if (responseUrl === undefined || responseUrlUntil === undefined) return undefined
  return isAfter(parseISO(responseUrlUntil), edge.deps.now()) ? respondAt(responseUrl) : undefined
}
