import type { AccountActor } from '../../domain/actor.js'
import type { Deps } from '../deps.js'
import { mergeDraftValues } from './draft-values.js'
import { keepValues, newestOf, permitDraft, requireDraft } from './typed-draft.js'
import type { TypedFiling } from './typed-draft.js'

/**
 * Keeps what is typed, as it is (house rule 8). What `values` leaves out stays as it was; the newest write of a field
 * wins, and a delivery that comes late or again changes nothing. Throws `Refused`: what `permitDraft` throws, for who may
 * file no more keeps the draft as it was last saved; `draft_gone` unless it is an open draft of the actor's own.
 */
export async function saveDraft(deps: Deps, actor: AccountActor, input: TypedFiling): Promise<void> {
  const now = deps.now()
  await deps.store.transaction(async (tx) => {
    await permitDraft(tx, actor, input.draftId)
    const draft = await requireDraft(tx, actor, input.draftId)
    const values = await newestOf(tx, draft, input, now)
    if (values) await keepValues(tx, actor, draft, mergeDraftValues(draft.values, values), now)
  })
}
