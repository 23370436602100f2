import type { ViewOutput } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { Refused } from '../../../domain/refused.js'
import type { Reader } from '../../../locales/words.js'
import type { Call } from '../../handle.js'
import type { ActionCall } from '../../listeners.js'
import { BrokenPayload } from '../../payloads.js'
import { modalPlace, slackError } from '../../places.js'
import { refusalText } from '../../refusals/refusal-words.js'

/** The view that was pressed in; from now on the person is answered in it. */
export function viewOf(call: ActionCall): ViewOutput {
  if (!call.view) throw new BrokenPayload('a button of a view came without its view')
  call.place = modalPlace(call.edge, call.caller.userId, { view_id: call.view.id })
  return call.view
}

/** Draws the list that a form stands on; nothing when it stands on none, or the person closed it meanwhile. */
export async function redrawUnder(call: Call, form: ViewOutput, drawn: () => Promise<ModalView>): Promise<void> {
  const { id, root_view_id: root } = form
  if (!root || root === id) return
  await replaceView(call, root, await drawn())
}

/** Draws a view anew whatever is shown in it; one that was closed is let be. */
export async function replaceView(call: Call, viewId: string, view: ModalView): Promise<void> {
  await call.edge.steady.views.update({ view_id: viewId, view }).catch((error: unknown) => {
    if (!['not_found', 'view_not_found'].includes(slackError(error))) throw error
  })
}

/** Does what a button of a list asks; a refusal becomes the words above the list, which stays. Both plain. */
export async function saidOf(reader: Reader, work: () => Promise<string>): Promise<string> {
  try {
    return `✅ ${await work()}`
  } catch (error) {
    if (error instanceof Refused) return `⚠️ ${refusalText(error.refusal, reader)}`
    throw error
  }
}
