import { wordsFor } from '../../../locales/words.js'
import { takeAtDesk } from '../../../usecases/desk/take-at-desk.js'
import { takeCase } from '../../../usecases/verbs/take-case.js'
import { acting } from '../../handle.js'
import type { Call } from '../../handle.js'
import type { ActionCall } from '../../listeners.js'
import { afterVerb } from '../../modals/verbs/after-verb.js'
import type { VerbToOpen } from '../../modals/verbs/open-verb.js'
import { readCaseNumber } from '../../payloads.js'
import { overModalPlace } from '../../places.js'
import { openedByButton } from './opened-from.js'

/** *Take* acts at once: there is nothing to ask. */
export function pressTake(call: ActionCall): Promise<void> {
  const number = readCaseNumber(call.value)
  if (call.view?.type === 'modal') call.place = overModalPlace(call.edge, call.caller.userId, call.triggerId)
  return takeFor(call, { number, deliveryKey: call.deliveryKey }, openedByButton(call))
}

/** Takes it for the team, or for the desk where the caller is one of it. */
export async function takeFor(call: Call, what: { number: number; deliveryKey: string }, opened: Pick<VerbToOpen, 'from' | 'under'>): Promise<void> {
  const who = await acting(call)
  const take = who.actor.organizationKind === 'VENDOR' ? takeAtDesk : takeCase
  const done = await take(call.edge.deps, who.actor, what)
  const words = `✅ ${wordsFor(who.reader)('verbs.done_take', { number: String(what.number) })}`
  await afterVerb(call, who, { kept: { number: what.number, ...opened }, done, words })
}
