import type { ModalView } from '@slack/types'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { viewCaseButton } from '../cases/view-case-button.js'
import { escapeCut } from '../escape.js'
import { readingView } from '../reading-views.js'

/** Tells who did something with a case that it is done. `words`: plain. */
export function doneMessage(words: string, number: number, reader: Reader): Message {
  const text = escapeCut(words, 2800)
  return { text, blocks: [section(text, viewCaseButton(number, wordsFor(reader)))] }
}

/** The same in the form's place. */
export function doneView(words: string, reader: Reader): ModalView {
  return readingView(wordsFor(reader)('verbs.done_title'), [section(escapeCut(words, 2800))], reader)
}
