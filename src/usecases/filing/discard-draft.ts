import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import { closeDraft, findDraft } from '../../store/filing/drafts.js'
import type { Deps } from '../deps.js'
import { refuseOtherAccount } from './typed-draft.js'

/** Throws a draft away. Again changes nothing; one that was filed, or is not the actor's own, is `draft_gone`, of the person's other account `other_account`. */
export async function discardDraft(deps: Deps, actor: AccountActor, input: { draftId: string }): Promise<void> {
  await deps.store.transaction(async (tx) => {
    if (await closeDraft(tx, actor, input.draftId, 'DISCARDED', deps.now())) return
    await refuseOtherAccount(tx, actor, input.draftId)
    const draft = await findDraft(tx, actor, input.draftId)
    if (draft?.state !== 'DISCARDED') throw new Refused({ code: 'draft_gone' })
  })
}
