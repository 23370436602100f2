import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCaseCommand } from '../../src/slack/commands/case/parse-case-command.js'
import type { CaseCommand } from '../../src/slack/commands/case/parse-case-command.js'

const list = (filters: object, typed: string): CaseCommand => ({ verb: 'list', filters, typed })
const wrong = (problem: string, more: object): CaseCommand => ({ verb: 'wrong', problem: { problem, ...more } }) as CaseCommand
const open = ['PENDING_APPROVAL', 'NEW', 'IN_PROGRESS', 'ACTION_REQUIRED', 'SOLUTION_PROVIDED']

const table: [typed: string, means: CaseCommand][] = [
  ['', { verb: 'help' }],
  ['   ', { verb: 'help' }],
  ['help', { verb: 'help' }],
  ['HELP', { verb: 'help' }],
  ['help me please', { verb: 'help' }],
  ['new', { verb: 'new', customer: '' }],
  ['new acme.example', { verb: 'new', customer: 'acme.example' }],
  ['NEW  Acme Corp ', { verb: 'new', customer: 'Acme Corp' }],
  ['new <http://acme.example|acme.example>', { verb: 'new', customer: 'acme.example' }],
  ['new Smith &amp; Sons', { verb: 'new', customer: 'Smith & Sons' }],
  ['1042', { verb: 'show', number: 1042 }],
  ['#1042', { verb: 'show', number: 1042 }],
  ['＃１０４２', { verb: 'show', number: 1042 }],
  ['show 1042', { verb: 'show', number: 1042 }],
  ['show #1042', { verb: 'show', number: 1042 }],
  ['show', wrong('bad_number', { tried: 'show' })],
  ['show seven', wrong('bad_number', { tried: 'seven' })],
  ['show 1042 now', wrong('after_number', { number: '1042', tried: 'now' })],
  ['0', wrong('bad_number', { tried: '0' })],
  ['99999999999', wrong('bad_number', { tried: '99999999999' })],
  ['2147483648', wrong('bad_number', { tried: '2147483648' })],
  ['list', list({}, '')],
  ['list mail late', list({ words: 'mail late' }, 'mail late')],
  ['list mine', list({ mine: true }, 'mine')],
  ['list state:closed', list({ states: ['CLOSED'] }, 'state:closed')],
  ['list state:open', list({ states: open }, 'state:open')],
  ['list state:action_required,new', list({ states: ['ACTION_REQUIRED', 'NEW'] }, 'state:action_required,new')],
  ['list state:in-progress', list({ states: ['IN_PROGRESS'] }, 'state:in-progress')],
  ['list state:inprogress,Solution-Provided', list({ states: ['IN_PROGRESS', 'SOLUTION_PROVIDED'] }, 'state:inprogress,Solution-Provided')],
  ['list state:"Action required"', list({ states: ['ACTION_REQUIRED'] }, 'state:"Action required"')],
  ['list colour:red', wrong('unknown_filter', { tried: 'colour', nearest: null })],
  ['list mail Status:open', wrong('unknown_filter', { tried: 'Status', nearest: 'state' })],
  ['list https://acme.example/x Error: 件名:遅延', list({ words: 'https://acme.example/x Error: 件名:遅延' }, 'https://acme.example/x Error: 件名:遅延')],
  ['list severity:P1,p2', list({ severities: ['P1', 'P2'] }, 'severity:P1,p2')],
  ['list severity：P1、P2', list({ severities: ['P1', 'P2'] }, 'severity:P1、P2')],
  ['list customer:acme.example', list({ customer: 'acme.example' }, 'customer:acme.example')],
  ['list customer:"Acme Corp" late', list({ customer: 'Acme Corp', words: 'late' }, 'customer:"Acme Corp" late')],
  ['list mail  customer:acme state:open severity:P1 mine late', list({ words: 'mail late', customer: 'acme', states: open, severities: ['P1'], mine: true }, 'mail customer:acme state:open severity:P1 mine late')],
  ['list 配信 遅延', list({ words: '配信 遅延' }, '配信 遅延')],
  ['list state:shut', wrong('bad_state', { tried: 'shut' })],
  ['list severity:P5', wrong('bad_severity', { tried: 'P5' })],
  ['list customer:', wrong('empty_filter', { filter: 'customer' })],
  ['list state: mail', wrong('empty_filter', { filter: 'state' })],
  ['list severity:,', wrong('empty_filter', { filter: 'severity' })],
  ['lst', { verb: 'unknown', tried: 'lst', nearest: 'list' }],
  ['nwe', { verb: 'unknown', tried: 'nwe', nearest: 'new' }],
  ['hlep', { verb: 'unknown', tried: 'hlep', nearest: 'help' }],
  ['Shwo 1042', { verb: 'unknown', tried: 'Shwo', nearest: 'show' }],
  ['reopen 1042', { verb: 'unknown', tried: 'reopen', nearest: null }],
  ['1042 please', wrong('after_number', { number: '1042', tried: 'please' })],
  ['#1042 1043', wrong('after_number', { number: '1042', tried: '1043' })],
  ['x'.repeat(1001), wrong('too_long', {})],
]

describe('what stands behind /case', () => {
  test.each(table)('%j', (typed, means) => {
    expect(parseCaseCommand(typed)).toEqual(means)
  })

  test('anything can be typed, and every filter that is read is one of ours', () => {
    const typing = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1200 }),
      fc.array(fc.constantFrom('list', 'new', 'show', '#1042', 'state:', 'state:open', 'severity:P1', 'customer:"', '"', 'mine', '<', '|', '>', '&amp;', ' ', '\n', ':'), { maxLength: 30 }).map((parts) => parts.join(' ')),
    )
    fc.assert(fc.property(typing, (text) => {
      const command = parseCaseCommand(text)
      if (command.verb === 'show') expect(command.number).toBeGreaterThan(0)
      // A list's buttons carry what was typed, and it must read the same again.
      if (command.verb === 'list') expect(parseCaseCommand(`list ${command.typed}`)).toEqual(command)
    }))
  })
})
