import type { ModalView } from '@slack/types'
import { wordsFor } from '../locales/words.js'
import type { MessageKey } from '../locales/message-key.js'
import type { Reader } from '../locales/words.js'
import type { Call } from './handle.js'
import { modalPlace, slackError } from './places.js'
import { after } from './running.js'
import { loadingView } from './views/reading-views.js'
import { lastReader } from './who-acts.js'

/** How long the first view waits for the reader's language, of the three seconds a trigger lives. */
const waitForReader = 300

/**
 * Opens a light view at once, in front of a modal if there is one; `fill` makes the real one. From then on the person is
 * answered in it. A trigger that was used belongs to a second delivery: the first one is at work, and nothing is done.
 */
export async function openLight(call: Call, trigger: { triggerId: string; inModal: boolean }, title: MessageKey, fill: () => Promise<ModalView>): Promise<void> {
  const view = loadingView(await readerSoon(call), title)
  const { quick, steady } = call.edge
  let viewId: string
  try {
    const answer = trigger.inModal
      ? await quick.views.push({ trigger_id: trigger.triggerId, view })
      : await quick.views.open({ trigger_id: trigger.triggerId, view })
    viewId = answer.view?.id ?? ''
  } catch (error) {
    if (slackError(error).includes('exchanged')) return
    if (!slackError(error).includes('expired')) throw error
    const reader = lastReader(call.edge, call.caller)
    await call.place.tell(wordsFor(reader)('filing.form_gone'), reader)
    return
  }
  call.place = modalPlace(call.edge, call.caller.userId, viewId)
  const full = await fill()
  await steady.views.update({ view_id: viewId, view: full }).catch((error: unknown) => {
    // Closed meanwhile: nobody waits for it any more.
    if (!['not_found', 'view_not_found'].includes(slackError(error))) throw error
  })
}

async function readerSoon(call: Call): Promise<Reader> {
  const known = call.who.then((who) => who.reader, () => lastReader(call.edge, call.caller))
  return Promise.race([known, after(waitForReader).then(() => lastReader(call.edge, call.caller))])
}
