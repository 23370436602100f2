import { wordsFor } from '../../../locales/words.js'
import { takeCase } from '../../../usecases/verbs/take-case.js'
import { acting } from '../../handle.js'
import type { ActionCall } from '../../listeners.js'
import { afterVerb } from '../../modals/verbs/after-verb.js'
import { readCaseNumber } from '../../payloads.js'
import { overModalPlace } from '../../places.js'
import { openedByButton } from './opened-from.js'

/** *Take* acts at once: there is nothing to ask. */
export async function pressTake(call: ActionCall): Promise<void> {
  const number = readCaseNumber(call.value)
  if (call.view?.type === 'modal') call.place = overModalPlace(call.edge, call.caller.userId, call.triggerId)
  const who = await acting(call)
  const done = await takeCase(call.edge.deps, who.actor, { number, deliveryKey: call.deliveryKey })
  const words = `✅ ${wordsFor(who.reader)('verbs.done_take', { number: String(number) })}`
  await afterVerb(call, who, { kept: { number, ...openedByButton(call) }, done, words })
}
