/** Files of a case: what is shown of them, within Slack's limits whatever they are called. */
import { describe, expect, test } from 'vitest'
import { attachmentStates } from '../../src/domain/words.js'
import { fileActions, mostFindings } from '../../src/domain/cases/attachment.js'
import type { AttachmentValue } from '../../src/domain/cases/case-view.js'
import { messageProblems, viewProblems } from '../../src/sandbox/block-kit/surfaces.js'
import { actions, submissions } from '../../src/slack/routes.js'
import { fileBlocks } from '../../src/slack/views/files/file-blocks.js'
import { fileDecided, fileHeld } from '../../src/slack/views/files/file-held.js'
import { releaseForm, removalForm } from '../../src/slack/views/files/release-form.js'
import { english, japanese, long } from './samples.js'

const found = { line: 3, kind: 'card', excerpt: '•••1111' } as const
const file = (more: Partial<AttachmentValue> = {}): AttachmentValue => ({ id: 'file-1', name: 'orders.csv', size: 2048, state: 'RELEASED', error: null, may: [], findings: [], ...more })
const hostile = { name: long(255), findings: Array.from({ length: mostFindings }, () => ({ ...found, line: 999_999, excerpt: `\`${long(200)}` })) }
const text = (value: unknown): string => JSON.stringify(value)

describe.each([english, japanese])('in $locale', (reader) => {
  test.each(attachmentStates)('a file that is %s', (state) => {
    const blocks = fileBlocks({ number: 1042, attachments: Array.from({ length: 40 }, () => file({ ...hostile, state, error: 'gone', may: [...fileActions] })) }, reader)
    expect(blocks.length).toBeLessThanOrEqual(17)
    expect(messageProblems(blocks)).toEqual([])
    expect(text(blocks)).not.toMatch(/<&|[^&]&>/)
  })

  test('what its author is asked, and what takes its place', () => {
    const asked = { id: 'file-1', caseNumber: 1042, ...hostile }
    for (const { blocks } of [fileHeld(asked, reader), fileDecided({ number: 1042, name: hostile.name }, 'RELEASED', reader), fileDecided({ number: 1042, name: hostile.name }, 'WITHDRAWN', reader)]) {
      expect(messageProblems(blocks)).toEqual([])
    }
  })

  test('the forms, which somebody answers', () => {
    for (const view of [releaseForm({ ...hostile, number: 1042 }, '{}', reader), removalForm({ ...hostile, number: 1042 }, '{}', reader)]) {
      expect(viewProblems(view, 'modal')).toEqual([])
      expect(submissions[view.callback_id!]).toBeDefined()
    }
  })
})

test('one thing to do is a button, several are a menu, nothing is neither; each is answered', () => {
  const accessory = (...may: AttachmentValue['may']) => (fileBlocks({ number: 1042, attachments: [file({ may })] }, english)[1] as { accessory?: { type: string; action_id: string } }).accessory
  expect(accessory()).toBeUndefined()
  for (const action of fileActions) expect(actions[accessory(action)!.action_id]).toBeDefined()
  expect(accessory('get')).toMatchObject({ type: 'button', value: 'file-1', text: { text: 'Get file' } })
  expect(accessory('get', 'release', 'withdraw')).toMatchObject({ type: 'overflow', action_id: 'file_menu', options: [{ value: 'get:file-1' }, { value: 'release:file-1' }, { value: 'withdraw:file-1' }] })
  expect(actions['file_menu']).toBeDefined()
})

test('says of a file what it is, how it stands and, to its author, what was found', () => {
  const shown = text(fileBlocks({ number: 1042, attachments: [file({ state: 'HELD', findings: [found] }), file({ name: 'b.txt', state: 'FAILED', error: 'too_large' })] }, english))
  for (const words of ['orders.csv', '2 KB', 'held back', 'line 3: a payment card number `•••1111`', 'b.txt', 'larger than allowed']) expect(shown).toContain(words)
})
