import type { AccountActor } from '../domain/actor.js'
import type { Deps } from './deps.js'

export function discardDraft(_deps: Deps, _actor: AccountActor, _input: { draftId: string }): Promise<void> {
  throw new Error('not built yet')
}
