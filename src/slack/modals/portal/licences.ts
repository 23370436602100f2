import { formatLocaleOf, wordsFor } from '../../../locales/words.js'
import { orderLicences } from '../../../usecases/administration/order-licences.js'
import { requestLicences } from '../../../usecases/administration/request-licences.js'
import { showLicences } from '../../../usecases/administration/show-licences.js'
import { acting } from '../../handle.js'
import type { Call } from '../../handle.js'
import type { ActionCall, SubmitCall } from '../../listeners.js'
import { openLight, triggerOf } from '../../open-view.js'
import type { Trigger } from '../../open-view.js'
import { formBlock } from '../../views/form-blocks.js'
import { licencesView, requestLicencesForm } from '../../views/portal/licences-view.js'
import { updateForm } from '../change-filing.js'
import { readForm } from '../read-form.js'
import { submitForm } from '../submit-form.js'
import { requireDomain } from './kept.js'
import { redrawUnder, saidOf, viewOf } from './redraw.js'

/** `/portal licences` and *Licences*. */
export function openLicences(call: Call, trigger: Trigger): Promise<void> {
  return openLight(call, trigger, 'portal.licences', async () => {
    const { actor, reader } = await acting(call)
    return licencesView(await showLicences(call.edge.deps, actor), reader)
  })
}

/** *I have ordered it*. */
export async function recordOrder(call: ActionCall): Promise<void> {
  const view = viewOf(call)
  const { actor, reader } = await acting(call)
  const { deps } = call.edge
  const said = await saidOf(reader, async () => {
    requireDomain(view, actor)
    const { total } = await orderLicences(deps, actor, { deliveryKey: call.deliveryKey })
    return wordsFor(reader)('portal.licences_ordered', { total })
  })
  await updateForm(call, view, licencesView(await showLicences(deps, actor), reader, said), () => false)
}

/** *Request more*, in front of the pool. */
export function openRequestLicences(call: ActionCall): Promise<void> {
  return openLight(call, triggerOf(call), 'portal.request_more', async () => {
    const { actor, reader } = await acting(call)
    // Who may not ask is told before they type.
    const { domain } = await showLicences(call.edge.deps, actor)
    return requestLicencesForm(domain, reader)
  })
}

export function submitRequestLicences(call: SubmitCall): Promise<void> {
  const { view } = call
  const { deps } = call.edge
  const form = readForm(view)
  const count = form.text(formBlock('count'))
  return submitForm<string>(call, {
    main: 'count',
    decide: async ({ actor, reader }) => {
      requireDomain(view, actor)
      const { asked } = await requestLicences(deps, actor, {
        count: count === '' ? Number.NaN : Number(count), reason: form.text(formBlock('reason')), deliveryKey: `view:${view.id}`,
      })
      const names = new Intl.ListFormat(formatLocaleOf(reader.locale), { type: 'conjunction' }).format(asked)
      return wordsFor(reader)('portal.licences_asked', { count: Number(count), names })
    },
    said: (words) => words,
    followUp: (words, { actor, reader }) => redrawUnder(call, view, async () => licencesView(await showLicences(deps, actor), reader, `✅ ${words}`)),
  })
}
