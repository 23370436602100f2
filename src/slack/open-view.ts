import type { ModalView } from '@slack/types'
import { wordsFor } from '../locales/words.js'
import type { MessageKey } from '../locales/message-key.js'
import type { Reader } from '../locales/words.js'
import type { Call } from './handle.js'
import { isLostAnswer, modalPlace, slackError } from './places.js'
import type { ViewName } from './places.js'
import { after } from './running.js'
import { loadingView } from './views/reading-views.js'
import { lastReader, readerOf } from './who-acts.js'

/** How long the first view waits for the reader's language, of the three seconds a trigger lives. */
const waitForReader = 300

/**
 * Opens a light view at once, in front of a modal if there is one, of three at most; `fill` makes the real one. From then on the person is
 * answered in it.
 */
export async function openLight(call: Call, trigger: Trigger, title: MessageKey, fill: () => Promise<ModalView>): Promise<void> {
  const view = loadingView(await readerSoon(call), title)
  let name: ViewName | null
  try {
    name = await open(call, trigger, view)
  } catch (error) {
    if (!slackError(error).includes('expired')) throw error
    const reader = lastReader(call.edge, call.caller)
    await call.place.tell(wordsFor(reader)('filing.form_gone'), reader)
    return
  }
  if (!name) return
  call.place = modalPlace(call.edge, call.caller.userId, name)
  const full = await fill()
  await call.edge.steady.views.update({ ...name, view: full }).catch((error: unknown) => {
    // Closed meanwhile: nobody waits for it any more.
    if (!['not_found', 'view_not_found'].includes(slackError(error))) throw error
  })
}

export interface Trigger {
  triggerId: string
  inModal: boolean
  /** The modal that was pressed in, whose place is taken where no view goes in front of it any more. */
  viewId?: string
}

/** Of a button on a message, on Home or in a modal. */
export function triggerOf({ triggerId, view }: { triggerId: string; view: { id: string; type: string } | undefined }): Trigger {
  return view?.type === 'modal' ? { triggerId, inModal: true, viewId: view.id } : { triggerId, inModal: false }
}

/**
 * Null: the trigger was used by the first delivery of the same, which is at work, and nothing is to be done. When our own
 * first attempt may have used it and Slack's answer was lost, the view goes by the name that we gave it.
 */
async function open(call: Call, { triggerId, inModal, viewId }: Trigger, light: ModalView): Promise<ViewName | null> {
  const { views } = call.edge.once
  const named = { external_id: `light.${triggerId}`.slice(0, 255) }
  const ask = { trigger_id: triggerId, view: { ...light, ...named } }
  const attempt = async (): Promise<ViewName> => {
    const { view } = inModal ? await views.push(ask) : await views.open(ask)
    return view?.id ? { view_id: view.id } : named
  }
  const wasUsed = (error: unknown): boolean => slackError(error).includes('exchanged') || slackError(error) === 'duplicate_external_id'
  try {
    return await attempt()
  } catch (error) {
    if (wasUsed(error)) return null
    if (viewId !== undefined && slackError(error) === 'push_limit_reached') {
      await call.edge.steady.views.update({ view_id: viewId, view: light })
      return { view_id: viewId }
    }
    if (!isLostAnswer(error)) throw error
  }
  try {
    return await attempt()
  } catch (error) {
    if (wasUsed(error)) return named
    throw error
  }
}

async function readerSoon(call: Call): Promise<Reader> {
  return Promise.race([readerOf(call), after(waitForReader).then(() => lastReader(call.edge, call.caller))])
}
