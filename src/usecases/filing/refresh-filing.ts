import type { AccountActor } from '../../domain/actor.js'
import type { FilingForm } from '../../domain/cases/filing-form.js'
import { findCustomer } from '../../store/customers/customers.js'
import { buildForm } from './build-form.js'
import type { Deps } from '../deps.js'
import { mergeDraftValues } from './draft-values.js'
import { loadFiling } from './filing-facts.js'
import { settleFiling } from './settle-filing.js'
import { keepValues, newestOf, permitDraft, requireDraft } from './typed-draft.js'
import type { TypedFiling } from './typed-draft.js'

/**
 * Keeps what is typed, and says how the form stands now: after a customer, a product type or a category was chosen.
 * `values.files`, when given, names all chosen files. Null: something newer was typed or this came before, and the form
 * stands as that left it. Throws `Refused`: what `permitDraft` throws, or `draft_gone`.
 */
export async function refreshFiling(deps: Deps, actor: AccountActor, input: TypedFiling): Promise<FilingForm | null> {
  const now = deps.now()
  return deps.store.transaction(async (tx) => {
    await permitDraft(tx, actor, input.draftId)
    const draft = await requireDraft(tx, actor, input.draftId)
    const newest = await newestOf(tx, draft, input, now)
    if (!newest) return null
    const before = draft.values
    const typed = mergeDraftValues(before, newest)
    const facts = await loadFiling(tx, actor, typed, now)
    const moved = before.customerId !== undefined && before.customerId !== typed.customerId
    const customerBefore = moved ? await findCustomer(tx, actor, before.customerId!) : null
    const values = settleFiling(typed, { before, customerBefore, facts, filer: actor })
    await keepValues(tx, actor, draft, values, now)
    return buildForm(tx, actor, { ...draft, values }, facts)
  })
}
