import type { AccountActor } from '../../domain/actor.js'
import type { Deps } from '../deps.js'
import { mergeDraftValues } from './draft-values.js'
import { permitFiling } from '../acting/permit.js'
import { keepValues, newestOf, requireDraft } from './typed-draft.js'
import type { TypedFiling } from './typed-draft.js'

/**
 * Keeps what is typed, as it is (house rule 8). What `values` leaves out stays as it was; the newest write of a field
 * wins, and a delivery that comes late or again changes nothing. Throws `Refused` `draft_gone` unless it is an open
 * draft of the actor's own, and what `permitFiling` throws: who may file no more keeps the draft as it was last saved.
 */
export async function saveDraft(deps: Deps, actor: AccountActor, input: TypedFiling): Promise<void> {
  const now = deps.now()
  await deps.store.transaction(async (tx) => {
    await permitFiling(tx, actor)
    const draft = await requireDraft(tx, actor, input.draftId)
    const values = await newestOf(tx, draft, input, now)
    if (values) await keepValues(tx, actor, draft, mergeDraftValues(draft.values, values), now)
  })
}
