import type { ViewOutput } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { Refusal } from '../../../domain/refused.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { refusalText } from '../../refusals/refusal-words.js'
import { formAgain } from '../form-again.js'

export interface Overtaken {
  /** What the form keeps from now on: what is stored now counts as shown. */
  kept: Record<string, unknown>
  /** What somebody else changed, as lines of mrkdwn, 1800 characters at most. */
  changes: string[]
}

/** A form whose subject somebody else changed first (CASE-8): all that was typed, under what is stored now. */
export function overtakenForm(view: ViewOutput, refusal: Refusal, { kept, changes }: Overtaken, reader: Reader): ModalView {
  const lines = [wordsFor(reader)('portal.overtaken'), ...changes]
  return { ...formAgain(view, `⚠️ ${refusalText(refusal, reader)}`, lines), private_metadata: JSON.stringify(kept) }
}
