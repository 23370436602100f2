import type { KnownBlock } from '@slack/types'
import type { CaseValue } from '../../../domain/cases/case-view.js'
import type { Reader } from '../../../locales/words.js'

/** The files of a case that the reader is shown, with a button for each that may be done something with. */
export function fileBlocks(kase: Pick<CaseValue, 'number' | 'attachments'>, reader: Reader): KnownBlock[] {
  throw new Error(`not built yet: files of ${kase.number} in ${reader.locale}`)
}
