import type { AccountActor } from '../domain/actor.js'
import type { DraftValues } from '../domain/draft.js'
import type { FilingForm } from '../domain/filing-form.js'
import type { Deps } from './deps.js'

export function refreshFiling(_deps: Deps, _actor: AccountActor, _input: { draftId: string; values: DraftValues }): Promise<FilingForm> {
  throw new Error('not built yet')
}
