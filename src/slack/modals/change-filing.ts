/** What is typed into the filing form is saved as it is typed; customer, product type and category draw the form anew. */
import { Refused } from '../../domain/refused.js'
import { refreshFiling } from '../../usecases/filing/refresh-filing.js'
import { saveDraft } from '../../usecases/filing/save-draft.js'
import type { ViewOutput } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { acting } from '../handle.js'
import type { Call } from '../handle.js'
import type { ActionCall, ClosedCall } from '../listeners.js'
import { errorLine } from '../log.js'
import { modalPlace, overModalPlace, slackError } from '../places.js'
import type { Place } from '../places.js'
import { drawForm } from './draw-form.js'
import { readFilingValues } from './read-filing-values.js'

/** Saves in the order things were typed; whoever goes on with the draft waits for the last of them. */
export function saveTyped(call: ActionCall | ClosedCall): Promise<void> {
  const view = call.view
  const values = view ? readFilingValues(view) : {}
  if (!view || Object.keys(values).length === 0) return Promise.resolve()
  const draftId = view.private_metadata
  return call.edge.inOrder(draftId, async () => {
    try {
      const { actor } = await acting(call)
      await saveDraft(call.edge.deps, actor, { draftId, values, typed: call.typed })
    } catch (error) {
      // Nobody asked anything here: what is wrong is said at submit. A bug is still logged, and nobody is told at every key.
      if (error instanceof Refused) return
      call.edge.log.error({ error: errorLine(error) }, 'a draft could not be saved')
    }
  })
}

/** Customer, product type or category changed: access, products, questions and defaults follow. */
export function redrawFiling(call: ActionCall): Promise<void> {
  const { view } = call
  if (!view) return Promise.resolve()
  const draftId = view.private_metadata
  return call.edge.inOrder(draftId, async (newerWaits) => {
    try {
      const who = await acting(call)
      const form = await refreshFiling(call.edge.deps, who.actor, { draftId, values: readFilingValues(view), typed: call.typed })
      if (form) await updateForm(call, view, drawForm(call.edge, who, form, view), newerWaits)
    } catch (error) {
      // A form that is refused is of no use any more; one that met a bug keeps what was typed, and so does that of another account, behind the words.
      if (error instanceof Refused) call.place = refusedPlace(call, view, error)
      throw error
    }
  })
}

function refusedPlace({ edge, caller, triggerId }: ActionCall, view: ViewOutput, { refusal }: Refused): Place {
  if (refusal.code === 'other_account') return overModalPlace(edge, caller.userId, triggerId)
  return modalPlace(edge, caller.userId, { view_id: view.id })
}

/**
 * Draws the form anew unless something newer will. A changed hash means that our own earlier drawing came between:
 * what we draw from is newer, for changes of one form are done in order.
 */
export async function updateForm(call: Call, shown: ViewOutput, drawn: ModalView, newerWaits: () => boolean): Promise<void> {
  const { steady } = call.edge
  try {
    await steady.views.update({ view_id: shown.id, hash: shown.hash, view: drawn })
  } catch (error) {
    const name = slackError(error)
    if (name === 'not_found' || name === 'view_not_found') return
    if (!name.includes('hash')) throw error
    if (!newerWaits()) await steady.views.update({ view_id: shown.id, view: drawn })
  }
}
