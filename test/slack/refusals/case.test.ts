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
  filing_for_resellers_only: { refusal: { code: 'filing_for_resellers_only', organizationKind: 'CUSTOMER' }, tells: [] },
  customer_not_found: { refusal: { code: 'customer_not_found', words: 'hooli' }, tells: ['hooli', '/case new'] },
  case_not_found: { refusal: { code: 'case_not_found', words: '1042' }, tells: ['1042', '/case list'] },
  customers_too_many: { refusal: { code: 'customers_too_many', words: 'trading', max: 100 }, tells: ['trading', '100'] },
  case_locked: { refusal: { code: 'case_locked', number: 1042, customer: 'Globex', block: blocks.switch_off }, tells: ['#1042', 'Globex', 'Liam Ortiz'] },
  fields: { refusal: { code: 'fields', problems: Object.values(problems) }, tells: ['dump.log', '3,001', 'console.cloud.google.com'] },
  personal_data: { refusal: { code: 'personal_data', findings: [], digest: '' }, tells: [] },
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
