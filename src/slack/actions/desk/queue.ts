/** The buttons of the desk's queue. */
import { wordsFor } from '../../../locales/words.js'
import { takeAtDesk } from '../../../usecases/desk/take-at-desk.js'
import { acting } from '../../handle.js'
import { redrawHome } from '../../home/open-home-tab.js'
import type { ActionCall } from '../../listeners.js'
import { openAnswerModal } from '../../modals/desk/open-answer.js'
import { saidOf } from '../../modals/portal/redraw.js'
import { triggerOf } from '../../open-view.js'
import { readCaseNumber, readQueueTurn } from '../../payloads.js'
import { sayPrivately } from '../../places.js'
import { queueMessage } from '../../queue-page.js'
import { readQueuePlace } from '../../views/desk/queue-place.js'
import type { QueuePlace } from '../../views/desk/queue-place.js'
import { notice } from '../../views/notice.js'
import { openedByButton } from '../verbs/opened-from.js'
import { pressTake } from '../verbs/take-case.js'

/** *Next page*, *First page*, and between the queue and what one has taken. */
export async function turnQueuePage(call: ActionCall): Promise<void> {
  const message = await queueMessage(call, readQueueTurn(call.value))
  await sayPrivately(call.edge, call.caller.userId, call.respond, message, true)
}

/** *Take* of the desk: in the queue its page is drawn anew, elsewhere the case. */
export function pressDeskTake(call: ActionCall): Promise<void> {
  const place = placeOf(call)
  return place ? takeInQueue(call, place) : pressTake(call)
}

/** *Answer*, in the queue and at a case. */
export function pressAnswer(call: ActionCall): Promise<void> {
  // The queue shows more than one case: it is not drawn as the one that is answered.
  const opened = placeOf(call) ? { from: { ...call.answerAddress, shows: false } } : openedByButton(call)
  return openAnswerModal(call, triggerOf(call), { number: readCaseNumber(call.value), ...opened })
}

async function takeInQueue(call: ActionCall, { mine, after }: QueuePlace): Promise<void> {
  const number = readCaseNumber(call.value)
  const { actor, reader } = await acting(call)
  const said = await saidOf(reader, async () => {
    await takeAtDesk(call.edge.deps, actor, { number, deliveryKey: call.deliveryKey })
    return wordsFor(reader)('verbs.done_take', { number: String(number) })
  })
  if (call.view?.type !== 'home') return sayPrivately(call.edge, call.caller.userId, call.respond, await queueMessage(call, { mine, after, said }), true)
  await redrawHome(call)
  return sayPrivately(call.edge, call.caller.userId, undefined, notice(said))
}

/** Null: the button stands elsewhere than in the queue. */
function placeOf({ action }: ActionCall): QueuePlace | null {
  return readQueuePlace(action.block_id ?? '')
}
