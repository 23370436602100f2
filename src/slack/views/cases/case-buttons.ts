import type { KnownBlock } from '@slack/types'
import type { CaseAction } from '../../../domain/cases/case-actions.js'
import type { CaseState } from '../../../domain/words.js'
import type { Reader } from '../../../locales/words.js'

/** What the reader may do with a case now, as buttons: at most two rows, what is wanted most first. */
export function caseButtons(number: number, may: readonly CaseAction[], reader: Reader, state?: CaseState): KnownBlock[] {
  throw new Error(`not built yet: ${number} ${may.length} ${reader.locale} ${state}`)
}
