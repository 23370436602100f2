/** What several stories do, step by step. */
import { expect } from 'vitest'
import type { PlayedPerson } from '../support/person.js'

/** Presses *Approve* or *Decline* under the newest message with the words, and submits the form that opens. */
export async function decides(person: PlayedPerson, decision: 'Approve' | 'Decline', words: string | RegExp, comment = ''): Promise<void> {
  await person.presses(decision, await person.sees(words))
  await person.seesModal('"text":"Decision"')
  if (comment) await person.fills('Comment', comment)
  expect(await person.submits()).toEqual({ ok: true })
  await person.seesModal(decision === 'Approve' ? /Approved by/ : /Declined by/)
  await person.closes()
}

export const approves = (person: PlayedPerson, words: string | RegExp): Promise<void> => decides(person, 'Approve', words)
