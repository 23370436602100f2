import fc from 'fast-check'
import { expect, test } from 'vitest'
import { approvalsUsage, approvalsCommandProblem } from '../../../src/slack/commands/approvals/approvals-usage.js'
import { parseApprovalsCommand } from '../../../src/slack/commands/approvals/parse-approvals-command.js'
import type { ApprovalsCommand } from '../../../src/slack/commands/approvals/parse-approvals-command.js'
import { BrokenPayload, approvalsPageValue, readApprovalId, readApprovalsPage } from '../../../src/slack/payloads.js'
import { english } from '../samples.js'

const unknown = (tried: string, nearest: 'waiting' | 'asked' | 'help' | null): ApprovalsCommand => ({ verb: 'unknown', tried, nearest })

const table: [typed: string, means: ApprovalsCommand][] = [
  ['', { verb: 'all' }],
  ['  ', { verb: 'all' }],
  ['list', { verb: 'all' }],
  ['waiting', { verb: 'waiting' }],
  ['WAITING for me', { verb: 'waiting' }],
  ['asked', { verb: 'asked' }],
  ['ａｓｋｅｄ', { verb: 'asked' }],
  ['help', { verb: 'help' }],
  ['?', { verb: 'help' }],
  ['waitng', unknown('waitng', 'waiting')],
  ['aksed', unknown('aksed', 'asked')],
  ['hepl', unknown('hepl', 'help')],
  ['approve', unknown('approve', null)],
  ['1042', unknown('1042', null)],
  ['<!channel>', unknown('@channel', null)],
]

test.each(table)('/approvals %s', (typed, means) => {
  expect(parseApprovalsCommand(typed)).toEqual(means)
})

test('whatever is typed is read as something', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (typed) => {
    expect(['all', 'waiting', 'asked', 'help', 'unknown']).toContain(parseApprovalsCommand(typed).verb)
  }))
})

test('an unknown word is answered with the nearest, and with all there are', () => {
  const { text } = approvalsCommandProblem({ verb: 'unknown', tried: 'waitng', nearest: 'waiting' }, english)
  expect(text).toContain('Did you mean `/approvals waiting`?')
  for (const verb of ['/approvals`', 'waiting', 'asked', 'help']) expect(approvalsUsage(english).text).toContain(verb)
})

test('pages come back as they were written; anything else is broken', () => {
  expect(readApprovalsPage(approvalsPageValue({ list: 'asked', after: 'a1' }))).toEqual({ list: 'asked', after: 'a1' })
  for (const forged of ['', '{', '[]', '{"list":"everything"}', '{"list":"asked","after":""}']) expect(() => readApprovalsPage(forged)).toThrow(BrokenPayload)
  expect(() => readApprovalId('')).toThrow(BrokenPayload)
})
