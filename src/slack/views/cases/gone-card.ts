import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { section } from '../blocks.js'
import type { Message } from '../blocks.js'

/** What a channel has for a case that is its domain's no more: the number alone (SCOPE-3). */
export function goneCard(number: number, reader: Reader): Message {
  const text = wordsFor(reader)('cases.gone', { number: String(number) })
  return { text, blocks: [section(text)] }
}
