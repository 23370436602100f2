import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseCommandProblem } from '../../src/slack/commands/case/case-command-problem.js'
import { bareVerbs, caseVerbs, parseCaseCommand, textVerbs } from '../../src/slack/commands/case/parse-case-command.js'
import type { CaseCommand } from '../../src/slack/commands/case/parse-case-command.js'
import { english, japanese } from './samples.js'

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
  ['reopne 1042', { verb: 'unknown', tried: 'reopne', nearest: 'reopen' }],
  ['replay 1042', { verb: 'unknown', tried: 'replay', nearest: 'reply' }],
  ['delete 1042', { verb: 'unknown', tried: 'delete', nearest: null }],
  ['1042 please', wrong('after_number', { number: '1042', tried: 'please' })],
  ['#1042 1043', wrong('after_number', { number: '1042', tried: '1043' })],
  ['x'.repeat(1001), wrong('too_long', {})],
  ['x'.repeat(20_001), wrong('too_long', {})],
]

const ofCases: [typed: string, means: CaseCommand][] = [
  ['reply 1042', { verb: 'reply', number: 1042, text: '' }],
  ['Reply #1042 It is late again.', { verb: 'reply', number: 1042, text: 'It is late again.' }],
  ['reply\u30001042\u3000メールが遅れています。', { verb: 'reply', number: 1042, text: 'メールが遅れています。' }],
  ['ｒｅｐｌｙ ＃１０４２ ①ﾒｰﾙ', { verb: 'reply', number: 1042, text: '①ﾒｰﾙ' }],
  ['reply 1042 one\n\ntwo  three ', { verb: 'reply', number: 1042, text: 'one\n\ntwo  three' }],
  ['note 1042 Smith &amp; Sons &lt;urgent&gt;', { verb: 'note', number: 1042, text: 'Smith & Sons <urgent>' }],
  ['note 1042 See <https://acme.example/a|the page>', { verb: 'note', number: 1042, text: 'See the page (https://acme.example/a)' }],
  [`reply 1042 ${'x'.repeat(3000)}`, { verb: 'reply', number: 1042, text: 'x'.repeat(3000) }],
  [`reply 1042 ${'x'.repeat(3001)}`, wrong('long_text', { of: 'reply', number: '1042', length: 3001 })],
  ['severity 1042', { verb: 'severity', number: 1042, text: '' }],
  ['severity 1042 P1', { verb: 'severity', number: 1042, text: '', severity: 'P1' }],
  ['severity #1042 ｐ２ Everybody is affected', { verb: 'severity', number: 1042, text: 'Everybody is affected', severity: 'P2' }],
  ['severity 1042 Everybody is affected', { verb: 'severity', number: 1042, text: 'Everybody is affected' }],
  ['severity 1042 P5', wrong('no_severity', { number: '1042', tried: 'P5' })],
  ['escalate 1042 Nobody can work', { verb: 'escalate', number: 1042, text: 'Nobody can work' }],
  ['share 1042 <mailto:it@acme.example|it@acme.example>, ops@acme.example', { verb: 'share', number: 1042, text: 'it@acme.example, ops@acme.example' }],
  ['handover 1042 Ben', { verb: 'handover', number: 1042, text: 'Ben' }],
  ['close 1042 Solved', { verb: 'close', number: 1042, text: 'Solved' }],
  ['reopen 1042', { verb: 'reopen', number: 1042, text: '' }],
  ['answer 1042 Try again', { verb: 'answer', number: 1042, text: 'Try again' }],
  ['attach #1042', { verb: 'attach', number: 1042 }],
  ['TAKE 1042', { verb: 'take', number: 1042 }],
  ['related １０４２', { verb: 'related', number: 1042 }],
  ['history 1042', { verb: 'history', number: 1042 }],
  ['queue', { verb: 'queue', mine: false }],
  ['queue mine', { verb: 'queue', mine: true }],
  ['reply', wrong('number_missing', { of: 'reply' })],
  ['take  ', wrong('number_missing', { of: 'take' })],
  ['close it please', wrong('no_number', { of: 'close', tried: 'it' })],
  ['reply 0', wrong('no_number', { of: 'reply', tried: '0' })],
  ['take 2147483648', wrong('no_number', { of: 'take', tried: '2147483648' })],
  ['reply 1042.', wrong('no_number', { of: 'reply', tried: '1042.' })],
  ['take 1042 now', wrong('more_than_number', { of: 'take', number: '1042', tried: 'now' })],
]

describe('what stands behind the verbs of a case', () => {
  test.each(ofCases)('%j', (typed, means) => {
    expect(parseCaseCommand(typed)).toEqual(means)
  })

  test.each([...textVerbs, ...bareVerbs])('/case %s without a number says how it is typed', (verb) => {
    const { text } = caseCommandProblem(parseCaseCommand(verb) as Extract<CaseCommand, { verb: 'wrong' }>, english)
    expect(text.split('\n')[0]).toMatch(new RegExp(`^Which case\\? Put its number behind the verb\\. Try: \\\`/case ${verb} 1042`))
  })

  test('every problem is worded, with the usage below', () => {
    const problems = [...table, ...ofCases].map(([, means]) => means).filter((means) => means.verb === 'wrong' || means.verb === 'unknown')
    for (const reader of [english, japanese]) {
      for (const problem of problems) expect(caseCommandProblem(problem, reader).text).toContain('/case help')
    }
  })
})

describe('what stands behind /case', () => {
  test.each(table)('%j', (typed, means) => {
    expect(parseCaseCommand(typed)).toEqual(means)
  })

  test('anything can be typed, and every filter that is read is one of ours', () => {
    const typing = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 1200 }),
      fc.array(fc.constantFrom('list', 'new', 'show', '#1042', 'state:', 'state:open', 'severity:P1', 'customer:"', '"', 'mine', ...caseVerbs, '１０４２', 'P1', 'p9', '<', '|', '>', '&amp;', ' ', '\n', ':'), { maxLength: 30 }).map((parts) => parts.join(' ')),
    )
    fc.assert(fc.property(typing, (text) => {
      const command = parseCaseCommand(text)
      if ('number' in command) expect(command.number).toBeGreaterThan(0)
      if ('text' in command) expect(command.text.length).toBeLessThanOrEqual(3000)
      // A list's buttons carry what was typed, and it must read the same again.
      if (command.verb === 'list') expect(parseCaseCommand(`list ${command.typed}`)).toEqual(command)
    }))
  })
})
