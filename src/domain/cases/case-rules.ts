/** Rules of a case: what a filing must hold (CASE-1), and until when a closed case can be reopened (CASE-6). */
import { addHours } from 'date-fns'
import type { DraftValues } from './draft.js'
import type { Question } from './filing-form.js'
import { supportLanguages } from '../languages.js'
import type { CaseField, FieldProblem } from '../refused.js'
import { shownClock } from '../clocks/response-clock.js'
import type { MeasuredClock, ShownClock } from '../clocks/response-clock.js'
import { parseShareAddresses } from './share-addresses.js'
import { isTimeZone } from '../time-zones.js'
import { severities } from '../words.js'
import type { CaseState } from '../words.js'

export const longestTitle = 200
export const mostShares = 50

export interface FilingFacts {
  values: DraftValues
  /** The row of `values.customerId` as the actor sees it; null: there is none. */
  customer: { id: number } | null
  /** The row of `values.productId`; null: there is none, or it is not offered any more. */
  product: { id: string; name: string; elsewhere: boolean } | null
  /** The row of `values.categoryId` with its questions; null: it is gone or filed under no more. */
  category: { id: string; productId: string; questions: readonly Question[] } | null
  limits: { maxCount: number; maxBytes: number }
  /** BCP 47; those of languages.ts when not given. */
  languages?: readonly string[]
}

/** Everything that is wrong with a filing, in the form's order. Access and personal data are decided elsewhere. */
export function filingProblems(facts: FilingFacts): FieldProblem[] {
  const { values, product } = facts
  const elsewhere = product?.elsewhere === true
  return [
    ...chosen('customer', values.customerId, facts.customer),
    ...(elsewhere ? [{ field: 'productType' as const, problem: 'elsewhere' as const, product: product.name }] : chosen('productType', values.productId, product)),
    ...textProblems('title', values.title, true, longestTitle),
    // Where to go is all there is to say for a product of elsewhere.
    ...(elsewhere ? [] : categoryProblems(facts)),
    ...fileProblems(facts),
    ...listed('severity', values.severity, severities),
    ...listed('language', values.language, facts.languages ?? supportLanguages.map((language) => language.id)),
    ...timeZoneProblems(values.timeZone),
    ...shareProblems(values.shareWith),
  ]
}

function chosen(field: CaseField, id: unknown, row: object | null): FieldProblem[] {
  if (id === undefined || id === '') return [{ field, problem: 'required' }]
  return row === null ? [{ field, problem: 'unknown' }] : []
}

function textProblems(field: CaseField, text: string | undefined, required: boolean, max: number): FieldProblem[] {
  if (text === undefined || text.trim() === '') return required ? [{ field, problem: 'required' }] : []
  // As people count, not as UTF-16 does.
  const length = [...text.trim()].length
  return length > max ? [{ field, problem: 'too_long', max, length }] : []
}

function categoryProblems({ values, product, category }: FilingFacts): FieldProblem[] {
  const field = 'category'
  if (!values.categoryId) return [{ field, problem: 'required' }]
  if (category === null) return [{ field, problem: 'gone' }]
  if (product !== null && category.productId !== product.id) return [{ field, problem: 'not_of_product', product: product.name }]
  return category.questions.flatMap((question) => answerProblems(question, values.answers?.[question.id]))
}

function answerProblems(question: Question, answer: string | undefined): FieldProblem[] {
  const field = `question:${question.id}` as const
  if (question.kind !== 'CHOICE') return textProblems(field, answer, question.required, question.maxLength)
  if (answer === undefined || answer === '') return question.required ? [{ field, problem: 'required' }] : []
  return listed(field, answer, question.choices.map((choice) => choice.id))
}

function fileProblems({ values, limits }: FilingFacts): FieldProblem[] {
  const field = 'attachments'
  const files = (values.files ?? []).filter((file) => file.chosen)
  const large = files.filter((file) => file.size > limits.maxBytes)
  return [
    ...(files.length > limits.maxCount ? [{ field, problem: 'too_many', max: limits.maxCount } as const] : []),
    ...large.map((file) => ({ field, problem: 'too_large', name: file.name, maxBytes: limits.maxBytes }) as const),
  ]
}

function listed(field: CaseField, value: string | undefined, list: readonly string[]): FieldProblem[] {
  if (value === undefined || value === '') return [{ field, problem: 'required' }]
  return list.includes(value) ? [] : [{ field, problem: 'unknown' }]
}

function timeZoneProblems(zone: string | undefined): FieldProblem[] {
  if (!zone) return [{ field: 'timeZone', problem: 'required' }]
  return isTimeZone(zone) ? [] : [{ field: 'timeZone', problem: 'unknown' }]
}

function shareProblems(typed: string | undefined): FieldProblem[] {
  const { addresses, bad } = parseShareAddresses(typed ?? '')
  const field = 'shareWith'
  if (bad.length > 0) return [{ field, problem: 'bad_addresses', addresses: bad }]
  return addresses.length > mostShares ? [{ field, problem: 'too_many', max: mostShares }] : []
}

/** Until when a closed case can be reopened. Days of 24 hours, whatever the clocks do in between. */
export function reopenDeadline(closedAt: Date, windowDays: number): Date {
  return addHours(closedAt, windowDays * 24)
}

export type ReopenBlock = { reason: 'not_closed' } | { reason: 'window_passed'; deadline: Date }

/** Why a case cannot be reopened now; null when it can. The last moment still counts. */
export function reopenBlockedBy(kase: { state: CaseState; closedAt: Date | null }, windowDays: number, now: Date): ReopenBlock | null {
  if (kase.state !== 'CLOSED' || kase.closedAt === null) return { reason: 'not_closed' }
  const deadline = reopenDeadline(kase.closedAt, windowDays)
  return now > deadline ? { reason: 'window_passed', deadline } : null
}

/** The clocks a card shows: of the answer that is due, or was given, and until when it can be reopened. */
export interface CardClocks {
  answer: ShownClock
  reopen: { until: Date; passed: boolean } | null
}

/** None before a manager approved. */
export function cardClocks(card: { state: CaseState; clock: MeasuredClock; reopenUntil: Date | null }, now: Date): CardClocks {
  if (card.state === 'PENDING_APPROVAL') return { answer: null, reopen: null }
  const until = card.state === 'CLOSED' ? card.reopenUntil : null
  return { answer: shownClock(card.clock, now), reopen: until && { until, passed: now > until } }
}
