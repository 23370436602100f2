import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { section } from '../blocks.js'
import type { Message } from '../blocks.js'

/** Said in the thread of the message a case was made from: the number and nothing of its content. */
export function tellAuthor(value: { number: number }, reader: Reader): Message {
  const text = wordsFor(reader)('cases.tell_author', { number: String(value.number) })
  return { text, blocks: [section(text)] }
}
