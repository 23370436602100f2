import { keepForm } from '../../../usecases/verbs/keep-form.js'
import type { ActionCall, ClosedCall } from '../../listeners.js'
import { logBug } from '../../handle.js'
import { formValues, hasTyped } from './form-values.js'
import { readVerbKept } from './verb-kept.js'

/**
 * What is typed into a form is kept as it is typed, and when the form is closed without being sent: Slack tells of a form
 * only when it is closed by itself, not with the case's view below it. It is there when the form is opened again; an empty
 * one forgets. In the order it was typed; a form that is sent waits for the last of it.
 */
export async function keepTyped(call: ActionCall | ClosedCall): Promise<void> {
  const { edge, view } = call
  if (!view) return
  const { number, action, domain, given = false } = readVerbKept(view)
  await edge.inOrder(view.id, async (newerWaits) => {
    const who = await call.who
    if ('refusal' in who || who.actor.domain !== domain || newerWaits()) return
    const values = hasTyped(view, given) ? formValues(view) : {}
    // Nobody asked anything here, so nobody is told.
    await keepForm(edge.deps, who.actor, { number, form: action, values, deliveryKey: `view:${view.id}` }).catch((error: unknown) => void logBug(edge, error))
  })
}
