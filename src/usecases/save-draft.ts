import type { AccountActor } from '../domain/actor.js'
import type { DraftValues } from '../domain/draft.js'
import type { Deps } from './deps.js'

export function saveDraft(_deps: Deps, _actor: AccountActor, _input: { draftId: string; values: DraftValues }): Promise<void> {
  throw new Error('not built yet')
}
