import type { AccountActor } from '../../domain/actor.js'
import type { CaseAction } from '../../domain/cases/case-actions.js'
import { findCaseCustomer } from '../../store/cases/held-case.js'
import { forgetKeptForm, saveKeptForm } from '../../store/cases/kept-forms.js'
import { wasHandled } from '../../store/handled-deliveries.js'
import type { Deps } from '../deps.js'

export interface KeepForm {
  number: number
  form: CaseAction
  /** What was typed, by field. */
  values: Record<string, string>
  /** Under which the form is submitted: what arrives after that is not kept. */
  deliveryKey?: string | undefined
}

/**
 * Keeps what was typed into a form that was closed or refused, for who typed it alone, in place of what was kept before;
 * nothing typed forgets it, and of a form that was submitted nothing is kept any more. Quiet: of a case that is not the
 * actor's to see nothing is kept, and nothing is said.
 */
export async function keepForm(deps: Deps, actor: AccountActor, { number, form, values, deliveryKey }: KeepForm): Promise<void> {
  const typed = Object.fromEntries(Object.entries(values).filter(([, text]) => text.trim() !== ''))
  await deps.store.transaction(async (tx) => {
    if ((await findCaseCustomer(tx, actor, number)) === null) return
    if (deliveryKey !== undefined && (await wasHandled(tx, `case.${form}:${number}:${deliveryKey}`))) return
    if (Object.keys(typed).length === 0) await forgetKeptForm(tx, actor, number, form)
    else await saveKeptForm(tx, actor, number, form, typed, deps.now())
  })
}
