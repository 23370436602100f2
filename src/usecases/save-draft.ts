import type { AccountActor } from '../domain/actor.js'
import type { DraftValues } from '../domain/draft.js'
import type { Deps } from './deps.js'
import { mergeDraftValues } from './draft-values.js'
import { keepValues, requireDraft } from './typed-draft.js'

/**
 * Keeps what is typed, as it is (house rule 8). What `values` leaves out stays as it was; the last write of a field
 * wins. Throws `Refused` `draft_gone` unless it is an open draft of the actor's own.
 */
export async function saveDraft(deps: Deps, actor: AccountActor, input: { draftId: string; values: DraftValues }): Promise<void> {
  await deps.store.transaction(async (tx) => {
    const draft = await requireDraft(tx, actor, input.draftId)
    await keepValues(tx, actor, draft, mergeDraftValues(draft.values, input.values), deps.now())
  })
}
