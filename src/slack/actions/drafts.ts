/** *File a case*, and the two ways on from an unfinished draft: in the form, on Home, or where a filing ended. */
import { discardDraft } from '../../usecases/filing/discard-draft.js'
import { firstDelivery } from '../../usecases/first-delivery.js'
import { openFiling } from '../../usecases/filing/open-filing.js'
import { refreshFiling } from '../../usecases/filing/refresh-filing.js'
import { saveDraft } from '../../usecases/filing/save-draft.js'
import { acting } from '../handle.js'
import { openHomeTab } from '../home/open-home-tab.js'
import type { ActionCall } from '../listeners.js'
import { updateForm } from '../modals/change-filing.js'
import { drawForm } from '../modals/draw-form.js'
import { openFilingModal } from '../modals/open-filing.js'
import { readFilingValues } from '../modals/read-filing-values.js'
import { readDraftId } from '../payloads.js'
import { callbackIds } from '../views/ids.js'

export function startFiling(call: ActionCall): Promise<void> {
  return openFilingModal(call, {
    trigger: { triggerId: call.triggerId, inModal: false },
    origin: { how: call.view ? 'home' : 'button', ...call.answerAddress },
    deliveryKey: call.deliveryKey,
  })
}

export async function continueDraft(call: ActionCall): Promise<void> {
  const draftId = readDraftId(call.value)
  const { view } = call
  if (view?.type !== 'modal') {
    return openFilingModal(call, {
      trigger: { triggerId: call.triggerId, inModal: false },
      origin: { how: 'home', ...call.answerAddress }, draftId, deliveryKey: call.deliveryKey,
    })
  }
  const who = await acting(call)
  await call.edge.inOrder(draftId, async (newerWaits) => {
    // The form has another draft since the first delivery.
    if (!(await firstDelivery(call.edge.deps, `continue:${call.deliveryKey}`))) return
    // What stands in the form now becomes an unfinished draft itself.
    const values = view.callback_id === callbackIds.fileCase ? readFilingValues(view) : {}
    if (Object.keys(values).length > 0) await saveDraft(call.edge.deps, who.actor, { draftId: view.private_metadata, values, typed: call.typed })
    const form = await openFiling(call.edge.deps, who.actor, {
      origin: { how: 'button' }, draftId, insteadOf: view.private_metadata, deliveryKey: call.deliveryKey,
    })
    await updateForm(call, view, drawForm(call.edge, who, form, undefined), newerWaits)
  })
}

export async function discard(call: ActionCall): Promise<void> {
  const who = await acting(call)
  await discardDraft(call.edge.deps, who.actor, { draftId: readDraftId(call.value) })
  const { view } = call
  if (view?.callback_id !== callbackIds.fileCase) return openHomeTab(call)
  await call.edge.inOrder(view.private_metadata, async (newerWaits) => {
    const form = await refreshFiling(call.edge.deps, who.actor, { draftId: view.private_metadata, values: readFilingValues(view), typed: call.typed })
    if (form) await updateForm(call, view, drawForm(call.edge, who, form, view), newerWaits)
  })
}
