import type { CaseField } from '../../../domain/refused.js'

/** What stands in a block of the filing form: a field, or one of the two that only we know. */
export type FormBlock = CaseField | 'keptFiles' | 'tellAuthor'

/**
 * Block ids are `<field>.<scope...>.<draft id>`. Slack keeps what was typed under the same id and starts afresh under
 * another, so the scope says what resets a field: a question belongs to its category; a choice that we may make for the
 * person (a customer's language, a category's product) carries what it is set to; and everything belongs to its draft.
 */
export function blockIdOf(field: Exclude<FormBlock, `question:${string}`>, draftId: string, ...scope: (string | number)[]): string {
  return [field, ...scope, draftId].map((part) => encodePart(String(part))).join('.')
}

export function questionBlockId(categoryId: string, questionId: string, draftId: string): string {
  return ['question', categoryId, questionId, draftId].map(encodePart).join('.')
}

const fields = new Set(['customer', 'productType', 'title', 'category', 'attachments', 'severity', 'language', 'timeZone', 'shareWith', 'reason', 'keptFiles', 'tellAuthor'])

/** Null for blocks that ask nothing. */
export function fieldOfBlock(blockId: string): FormBlock | null {
  const [first = '', , third] = blockId.split('.')
  if (first === 'question') return third === undefined ? null : `question:${decodePart(third)}`
  return fields.has(first) ? (first as FormBlock) : null
}

/** The scope that a block of one field was given; empty when it has none. */
export function scopeOfBlock(blockId: string): string {
  const [, ...scope] = blockId.split('.').slice(0, -1).map(decodePart)
  return scope.join('.')
}

const encodePart = (part: string): string => encodeURIComponent(part).replaceAll('.', '%2E')

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
