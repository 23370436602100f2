import { formatLocaleOf, wordsFor } from '../../locales/words.js'
import type { Reader, Say } from '../../locales/words.js'
import type { QuestionLabels } from '../views/field-label.js'

/** Words of a refusal as plain text: which rule, and the next step. Escape them where Slack interprets. */
export interface RefusalWords {
  rule: string
  next: string
}

/** What the words of a refusal are made with. */
export interface Wording {
  say: Say
  reader: Reader
  /** Names as a sentence says them: "A, B and C". */
  list: (names: readonly string[]) => string
  questions: QuestionLabels
}

export function wordingFor(reader: Reader, questions: QuestionLabels): Wording {
  return {
    say: wordsFor(reader),
    reader,
    list: (names) => new Intl.ListFormat(formatLocaleOf(reader.locale), { type: 'conjunction' }).format(names),
    questions,
  }
}
