import { keepForm } from '../../../usecases/verbs/keep-form.js'
import type { ClosedCall } from '../../listeners.js'
import { logBug } from '../../handle.js'
import { formValues, hasTyped } from './form-values.js'
import { readVerbKept } from './verb-kept.js'

/** A form was closed without being sent: what was typed is there when it is opened again, and an empty one forgets. */
export async function keepTyped(call: ClosedCall): Promise<void> {
  const { number, action, domain, given = false } = readVerbKept(call.view)
  const who = await call.who
  if ('refusal' in who || who.actor.domain !== domain) return
  const values = hasTyped(call.view, given) ? formValues(call.view) : {}
  // Nobody asked anything here, so nobody is told.
  await keepForm(call.edge.deps, who.actor, { number, form: action, values }).catch((error: unknown) => void logBug(call.edge, error))
}
