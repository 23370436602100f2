import type { FileFinding } from '../../../domain/cases/attachment.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { viewCaseButton } from '../cases/view-case-button.js'
import { escapeLine } from '../escape.js'
import { fileButton, findingLines } from './file-blocks.js'

export interface HeldFile {
  id: string
  caseNumber: number
  name: string
  findings: readonly FileFinding[]
}

/** Tells a file's author what was found in it, masked, and offers to release or to withdraw it (CASE-2). */
export function fileHeld({ id, caseNumber, name, findings }: HeldFile, reader: Reader): Message {
  const say = wordsFor(reader)
  const title = say('files.held_title', { name: escapeLine(name, 250), number: String(caseNumber) })
  const found = findingLines(findings, say, 10).join('\n')
  const text = say('files.held_text')
  return {
    text: [title.replaceAll('*', ''), found, text].join('\n'),
    blocks: [
      section(`${title}\n${found}`),
      section(text),
      { type: 'actions', elements: [fileButton('release', { id, name }, say), fileButton('withdraw', { id, name }, say), viewCaseButton(caseNumber, say)] },
    ],
  }
}

/** Takes its place once it was decided about, without a button to decide again. */
export function fileDecided({ number, name }: { number: number; name: string }, state: 'RELEASED' | 'WITHDRAWN', reader: Reader): Message {
  const say = wordsFor(reader)
  const text = say(`files.held_state_${state}`, { name: escapeLine(name, 250), number: String(number) })
  return { text: text.replaceAll('*', ''), blocks: [section(text, viewCaseButton(number, say))] }
}
