import { unshareCase } from '../../../usecases/verbs/unshare-case.js'
import type { FormField } from '../../../domain/form-problem.js'
import { acting } from '../../handle.js'
import type { ActionCall } from '../../listeners.js'
import { redrawCase } from '../../modals/verbs/after-verb.js'
import { formValues } from '../../modals/verbs/form-values.js'
import { drawVerb } from '../../modals/verbs/open-verb.js'
import { readVerbKept } from '../../modals/verbs/verb-kept.js'
import { replaceView } from '../../modals/portal/redraw.js'
import { BrokenPayload, readStopSharing } from '../../payloads.js'
import { overModalPlace } from '../../places.js'

/** *Stop sharing* beside an address; the form goes on with what was typed into it. */
export async function stopSharing(call: ActionCall): Promise<void> {
  const { view } = call
  if (!view) throw new BrokenPayload('a button of a view came without its view')
  const { number, email } = readStopSharing(call.value)
  const { action, from, under } = readVerbKept(view)
  call.place = overModalPlace(call.edge, call.caller.userId, call.triggerId)
  const who = await acting(call)
  await unshareCase(call.edge.deps, who.actor, { number, email, deliveryKey: call.deliveryKey })
  const before: Partial<Record<FormField, string>> = formValues(view)
  await replaceView(call, view.id, await drawVerb(call, who, { number, action, before, from, under }))
  if (under !== undefined) await redrawCase(call, who, under, number)
}
