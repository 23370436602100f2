import { refreshFiling } from '../../usecases/filing/refresh-filing.js'
import { acting } from '../handle.js'
import type { ActionCall } from '../listeners.js'
import { updateForm } from '../modals/change-filing.js'
import { drawForm } from '../modals/draw-form.js'
import { readFilingValues } from '../modals/read-filing-values.js'
import { callbackIds } from '../views/ids.js'

/** Whether a button stands in the filing form. */
export function isFilingForm({ view }: ActionCall): boolean {
  return view?.callback_id === callbackIds.fileCase
}

/** Draws the filing form anew with what came of a button above it, plain text; nothing typed is lost. */
export async function redrawWithWords(call: ActionCall, words: string): Promise<void> {
  const { view } = call
  if (!view) return
  const who = await acting(call)
  const draftId = view.private_metadata
  await call.edge.inOrder(draftId, async (newerWaits) => {
    const form = await refreshFiling(call.edge.deps, who.actor, { draftId, values: readFilingValues(view), typed: call.typed })
    if (form) await updateForm(call, view, drawForm(call.edge, who, form, view, words), newerWaits)
  })
}
