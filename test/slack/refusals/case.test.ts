import { describe, expect, test } from 'vitest'
import type { CaseRefusal, FieldProblem } from '../../../src/domain/refused.js'
import { refusalWords } from '../../../src/slack/refusals/refusal-words.js'
import { problemWords } from '../../../src/slack/views/problem-words.js'
import { blocks, describeRefusals, readers, type Samples } from './describe-refusals.js'

const problems: { [problem in FieldProblem['problem']]: Extract<FieldProblem, { problem: problem }> } = {
  required: { field: 'title', problem: 'required' },
  too_long: { field: 'title', problem: 'too_long', max: 200, length: 3001 },
  unknown: { field: 'productType', problem: 'unknown' },
  gone: { field: 'category', problem: 'gone' },
  not_of_product: { field: 'category', problem: 'not_of_product', product: 'Google Voice' },
  elsewhere: { field: 'productType', problem: 'elsewhere', product: 'Google Cloud' },
  bad_addresses: { field: 'shareWith', problem: 'bad_addresses', addresses: ['jane', 'x@'] },
  too_many: { field: 'attachments', problem: 'too_many', max: 10 },
  too_large: { field: 'attachments', problem: 'too_large', name: 'dump.log', maxBytes: 10 * 1024 * 1024 },
}

const samples: Samples<CaseRefusal['code']> = {
  filing_for_resellers_only: { refusal: { code: 'filing_for_resellers_only' }, tells: [] },
  customer_not_found: { refusal: { code: 'customer_not_found', words: 'hooli' }, tells: ['hooli', '/case new'] },
  case_not_found: { refusal: { code: 'case_not_found', words: '1042' }, tells: ['1042', '/case list'] },
  customers_too_many: { refusal: { code: 'customers_too_many', words: 'trading', max: 100 }, tells: ['trading', '100'] },
  case_locked: { refusal: { code: 'case_locked', number: 1042, customer: 'Globex', block: blocks.switch_off }, tells: ['#1042', 'Globex', 'Liam Ortiz'] },
  fields: { refusal: { code: 'fields', problems: Object.values(problems) }, tells: ['dump.log', '3,001', 'console.cloud.google.com'] },
  personal_data: { refusal: { code: 'personal_data', findings: [], digest: '' }, tells: [] },
  case_waits: { refusal: { code: 'case_waits', number: 1042 }, tells: ['#1042', '/case 1042'] },
  case_closed: { refusal: { code: 'case_closed', number: 1042, reopenUntil: new Date('2026-03-05T10:00:00Z') }, tells: ['#1042', '2026', '/case reopen 1042'] },
  not_closed: { refusal: { code: 'not_closed', number: 1042 }, tells: ['#1042'] },
  reopen_window_passed: { refusal: { code: 'reopen_window_passed', number: 1042, deadline: new Date('2026-03-05T10:00:00Z') }, tells: ['#1042', '2026', '/case 1042'] },
  escalation_for_premium: { refusal: { code: 'escalation_for_premium', number: 1042, tier: 'STANDARD' }, tells: ['/case severity 1042'] },
  already_escalated: { refusal: { code: 'already_escalated', number: 1042, at: new Date('2026-03-05T10:00:00Z') }, tells: ['#1042', '2026'] },
  no_solution_yet: { refusal: { code: 'no_solution_yet', number: 1042 }, tells: ['#1042'] },
  already_yours: { refusal: { code: 'already_yours', number: 1042 }, tells: ['#1042'] },
  desk_only: { refusal: { code: 'desk_only', number: 1042 }, tells: ['#1042'] },
  team_only: { refusal: { code: 'team_only', number: 1042 }, tells: ['#1042'] },
  desk_in_portal: { refusal: { code: 'desk_in_portal', number: 1042 }, tells: ['#1042', '/case queue'] },
  portal_desk_for_resellers: { refusal: { code: 'portal_desk_for_resellers', number: 1042 }, tells: ['#1042'] },
  not_portal_desk: { refusal: { code: 'not_portal_desk', number: 1042 }, tells: ['#1042'] },
  nothing_to_carry: { refusal: { code: 'nothing_to_carry', number: 1042 }, tells: ['#1042'] },
  queue_for_desk: { refusal: { code: 'queue_for_desk' }, tells: ['/case list'] },
  removal_in_portal: { refusal: { code: 'removal_in_portal', number: 1042 }, tells: ['#1042', '/case reply 1042'] },
  case_changed: { refusal: { code: 'case_changed', number: 1042, seen: { version: 3, entry: 9 }, entries: [] }, tells: ['#1042'] },
  not_your_file: { refusal: { code: 'not_your_file', name: 'dump.log', author: 'Aiko Tanaka' }, tells: ['dump.log', 'Aiko Tanaka'] },
  file_not_held: { refusal: { code: 'file_not_held', name: 'dump.log', state: 'RELEASED' }, tells: ['dump.log'] },
  file_gone: { refusal: { code: 'file_gone' }, tells: ['/case list'] },
  file_not_here: { refusal: { code: 'file_not_here', name: 'dump.log', state: 'HELD' }, tells: ['dump.log'] },
  file_empty: { refusal: { code: 'file_empty', name: 'dump.log' }, tells: ['dump.log', '0'] },
  draft_gone: { refusal: { code: 'draft_gone' }, tells: ['/case new'] },
  changed_meanwhile: { refusal: { code: 'changed_meanwhile', what: 'state' }, tells: ['state'] },
  bad_command: { refusal: { code: 'bad_command', tried: 'seven', hint: '/case 1042' }, tells: ['seven', '/case 1042'] },
}

describeRefusals(samples)

describe.each(readers)('fields in $locale', (reader) => {
  test.each(Object.values(problems))('a field that is $problem says what to do', (problem) => {
    expect(problemWords(problem, reader)).not.toMatch(/undefined|\{|\}/)
  })
})

test('a customer that was chosen has no words to be named by (SCOPE-1)', () => {
  const { rule, next } = refusalWords({ code: 'customer_not_found' }, readers[0]!)
  expect(`${rule} ${next}`).toBe('This is no customer of your domain, or not any more. Choose another at Customer.')
})
