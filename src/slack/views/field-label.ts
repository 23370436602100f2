import { messageQuestion } from '../../domain/cases/case.js'
import type { MessageKey } from '../../locales/message-key.js'
import type { Say } from '../../locales/words.js'

/** Labels of the category's questions as the form shows them, by question id. */
export type QuestionLabels = ReadonlyMap<string, string>

const labels: Record<string, MessageKey> = {
  customer: 'filing.customer',
  productType: 'filing.product_type',
  title: 'filing.case_title',
  category: 'filing.category',
  attachments: 'filing.attachments',
  severity: 'filing.severity',
  language: 'filing.language',
  timeZone: 'filing.time_zone',
  shareWith: 'filing.share_with',
  reason: 'filing.reason',
}

/** What the form calls a field; plain text. */
export function fieldLabel(field: string, questions: QuestionLabels, say: Say): string {
  if (field === `question:${messageQuestion}`) return say('cases.message_continued')
  if (field.startsWith('question:')) return questions.get(field.slice('question:'.length)) ?? say('filing.answer_place')
  const key = labels[field]
  return key ? say(key) : field
}
