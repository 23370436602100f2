import type { AccountActor } from '../domain/actor.js'
import type { DraftFile, DraftOrigin } from '../domain/draft.js'
import type { FilingForm } from '../domain/filing-form.js'
import type { Deps } from './deps.js'

export interface OpenFiling {
  origin: DraftOrigin
  /** Preselects the customer when exactly one matches; a domain as it is spelled wins. */
  customerWords?: string
  /** Goes on with this draft. */
  draftId?: string
  /** The message it is made from. */
  message?: { text: string; files: DraftFile[] }
  /** A second delivery with the same key gets the same draft. */
  deliveryKey: string
}

export function openFiling(_deps: Deps, _actor: AccountActor, _input: OpenFiling): Promise<FilingForm> {
  throw new Error('not built yet')
}
