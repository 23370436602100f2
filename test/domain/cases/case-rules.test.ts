import { addHours, addMilliseconds } from 'date-fns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardClocks, filingProblems, longestTitle, mostShares, reopenBlockedBy, reopenDeadline } from '../../../src/domain/cases/case-rules.js'
import { noClock } from '../../../src/domain/clocks/response-clock.js'
import type { FilingFacts } from '../../../src/domain/cases/case-rules.js'
import type { DraftFile, DraftValues } from '../../../src/domain/cases/draft.js'
import type { Question } from '../../../src/domain/cases/filing-form.js'
import { caseStates } from '../../../src/domain/words.js'

const question: Question = { id: 'mail.what', kind: 'LONG_TEXT', label: { en: 'What happens?' }, hint: null, choices: [], required: true, maxLength: 3000 }
const who: Question = { ...question, id: 'mail.who', kind: 'CHOICE', choices: [{ id: 'all', label: { en: 'All' } }, { id: 'one', label: { en: 'One' } }] }
const optional: Question = { ...question, id: 'mail.error', required: false }
const file: DraftFile = { slackFileId: 'F1', name: 'log.txt', mimeType: 'text/plain', size: 10, sourceUrl: '', chosen: true }
const good: DraftValues = {
  customerId: 7, productId: 'google-workspace', title: 'Mail is late', categoryId: 'mail', answers: { 'mail.what': 'It is late', 'mail.who': 'all' },
  files: [file], severity: 'P2', language: 'ja', timeZone: 'Asia/Tokyo', shareWith: 'a@acme.example',
}

function problems(values: DraftValues, over: Partial<FilingFacts> = {}): ReturnType<typeof filingProblems> {
  return filingProblems({
    values: { ...good, ...values }, customer: { id: 7 }, product: { id: 'google-workspace', name: 'Google Workspace', elsewhere: false },
    category: { id: 'mail', productId: 'google-workspace', questions: [question, who, optional] }, limits: { maxCount: 2, maxBytes: 100 }, ...over,
  })
}

describe('a filing (CASE-1)', () => {
  it('is right when everything is', () => {
    expect(problems({})).toEqual([])
  })

  it('needs every field, told in the order of the form', () => {
    const all = filingProblems({ values: {}, customer: null, product: null, category: null, limits: { maxCount: 1, maxBytes: 1 } })
    expect(all).toEqual(['customer', 'productType', 'title', 'category', 'severity', 'language', 'timeZone'].map((field) => ({ field, problem: 'required' })))
  })

  it.each<[string, DraftValues, Partial<FilingFacts>, unknown]>([
    ['an unknown customer', { customerId: 8 }, { customer: null }, { field: 'customer', problem: 'unknown' }],
    ['an unknown product', { productId: 'x' }, { product: null }, { field: 'productType', problem: 'unknown' }],
    ['a blank title', { title: ' \n ' }, {}, { field: 'title', problem: 'required' }],
    ['a long title', { title: 'x'.repeat(201) }, {}, { field: 'title', problem: 'too_long', max: 200, length: 201 }],
    ['no category', { categoryId: undefined }, { category: null }, { field: 'category', problem: 'required' }],
    ['a category that is gone', {}, { category: null }, { field: 'category', problem: 'gone' }],
    ['a category of another product', {}, { category: { id: 'mail', productId: 'google-vault', questions: [question] } }, { field: 'category', problem: 'not_of_product', product: 'Google Workspace' }],
    ['no answer', { answers: { 'mail.who': 'all' } }, {}, { field: 'question:mail.what', problem: 'required' }],
    ['a blank answer', { answers: { 'mail.what': ' ', 'mail.who': 'all' } }, {}, { field: 'question:mail.what', problem: 'required' }],
    ['a long answer', { answers: { 'mail.what': 'x'.repeat(3001), 'mail.who': 'all' } }, {}, { field: 'question:mail.what', problem: 'too_long', max: 3000, length: 3001 }],
    ['a long optional answer', { answers: { ...good.answers, 'mail.error': 'x'.repeat(3001) } }, {}, { field: 'question:mail.error', problem: 'too_long', max: 3000, length: 3001 }],
    ['no choice', { answers: { 'mail.what': 'x' } }, {}, { field: 'question:mail.who', problem: 'required' }],
    ['an unknown choice', { answers: { 'mail.what': 'x', 'mail.who': 'none' } }, {}, { field: 'question:mail.who', problem: 'unknown' }],
    ['too many files', { files: [file, file, file] }, {}, { field: 'attachments', problem: 'too_many', max: 2 }],
    ['a large file', { files: [{ ...file, size: 101 }] }, {}, { field: 'attachments', problem: 'too_large', name: 'log.txt', maxBytes: 100 }],
    ['an unknown language', { language: 'tlh' }, {}, { field: 'language', problem: 'unknown' }],
    ['a language that is not offered', { language: 'ja' }, { languages: ['en'] }, { field: 'language', problem: 'unknown' }],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, {}, { field: 'timeZone', problem: 'unknown' }],
    ['an offset for a zone', { timeZone: '+09:00' }, {}, { field: 'timeZone', problem: 'unknown' }],
    ['no severity', { severity: undefined }, {}, { field: 'severity', problem: 'required' }],
    ['bad addresses', { shareWith: 'a@acme.example, jane' }, {}, { field: 'shareWith', problem: 'bad_addresses', addresses: ['jane'] }],
    ['too many addresses', { shareWith: Array.from({ length: 51 }, (_, index) => `p${index}@acme.example`).join('\n') }, {}, { field: 'shareWith', problem: 'too_many', max: mostShares }],
  ])('is refused for %s', (_, values, over, problem) => {
    expect(problems(values, over)).toEqual([problem])
  })

  it('for a product of elsewhere says that alone', () => {
    expect(problems({ categoryId: undefined, answers: {} }, { product: { id: 'google-cloud', name: 'Google Cloud', elsewhere: true }, category: null })).toEqual([
      { field: 'productType', problem: 'elsewhere', product: 'Google Cloud' },
    ])
  })

  it('may have a file just as large as the limit, and as many', () => {
    expect(problems({ files: [{ ...file, size: 100 }, { ...file, size: 100 }] })).toEqual([])
  })

  it('counts letters as people do, and nothing around them', () => {
    expect(problems({ title: `  ${'👍'.repeat(longestTitle)}\n` })).toEqual([])
  })

  it('passes over files that are not chosen, answers of other categories, and empty shares', () => {
    expect(problems({ files: [file, { ...file, chosen: false, size: 999 }, { ...file, chosen: false }], answers: { ...good.answers, 'other.what': 'x'.repeat(9999) }, shareWith: ' \n' })).toEqual([])
    expect(problems({ files: undefined, shareWith: undefined })).toEqual([])
  })

  it('is unknown with a severity that does not exist', () => {
    const values: DraftValues = { ...good, ...JSON.parse('{"severity":"P9"}') as DraftValues }
    expect(problems(values)).toEqual([{ field: 'severity', problem: 'unknown' }])
  })
})

describe('reopening (CASE-6)', () => {
  const closedAt = new Date('2026-10-20T10:00:00Z')
  const closed = { state: 'CLOSED' as const, closedAt }

  it.each([
    [0, null], [29 * 24 + 23, null], [30 * 24, null],
  ])('is open %i hours after closing', (hours, block) => {
    expect(reopenBlockedBy(closed, 30, addHours(closedAt, hours))).toBe(block)
  })

  it('is over a moment after the last', () => {
    const deadline = reopenDeadline(closedAt, 30)
    expect(deadline).toEqual(new Date('2026-11-19T10:00:00Z'))
    expect(reopenBlockedBy(closed, 30, addMilliseconds(deadline, 1))).toEqual({ reason: 'window_passed', deadline })
  })

  it.each(caseStates.filter((state) => state !== 'CLOSED'))('is not for a case that is %s', (state) => {
    expect(reopenBlockedBy({ state, closedAt }, 30, closedAt)).toEqual({ reason: 'not_closed' })
  })

  it('follows the setting, in days of 24 hours whatever the clocks do', () => {
    fc.assert(fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), fc.integer({ min: 0, max: 400 }), fc.integer({ min: -5000, max: 5000 }), (at, days, offset) => {
      const now = addMilliseconds(reopenDeadline(at, days), offset)
      expect(reopenDeadline(at, days).getTime() - at.getTime()).toBe(days * 86_400_000)
      expect(reopenBlockedBy({ state: 'CLOSED', closedAt: at }, days, now) === null).toBe(offset <= 0)
    }))
  })
})

describe('the clocks of a card', () => {
  const at = new Date('2026-11-20T10:00:00Z')
  const clock = { ...noClock, since: addHours(at, -1), targetAt: at }
  const until = addHours(at, 1)
  it.each([
    ['PENDING_APPROVAL', { answer: null, reopen: null }], ['NEW', { answer: { how: 'running', at, passed: false }, reopen: null }],
    ['CLOSED', { answer: { how: 'running', at, passed: false }, reopen: { until, passed: false } }],
  ] as const)('%s', (state, clocks) => {
    expect(cardClocks({ state, clock, reopenUntil: until }, at)).toEqual(clocks)
  })

  it('tell a moment after the last that it passed', () => {
    expect(cardClocks({ state: 'CLOSED', clock: noClock, reopenUntil: until }, addMilliseconds(until, 1))).toEqual({ answer: null, reopen: { until, passed: true } })
    expect(cardClocks({ state: 'NEW', clock, reopenUntil: null }, addMilliseconds(at, 1)).answer).toEqual({ how: 'running', at, passed: true })
  })
})
