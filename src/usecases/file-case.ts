import type { AccountActor } from '../domain/actor.js'
import type { DraftValues } from '../domain/draft.js'
import type { Deps } from './deps.js'

export interface FileCase {
  draftId: string
  values: DraftValues
  /** Why personal data may stay in it. */
  confirmation?: { reason: string }
}

export interface FiledCase {
  number: number
  /** The draft had been filed before. */
  already: boolean
}

export function fileCase(_deps: Deps, _actor: AccountActor, _input: FileCase): Promise<FiledCase> {
  throw new Error('not built yet')
}
