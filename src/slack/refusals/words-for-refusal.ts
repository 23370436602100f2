import { formatLocaleOf, wordsFor } from '../../locales/words.js'
import type { Reader, Say } from '../../locales/words.js'
import { cut } from '../views/cut.js'
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
  /** People as a sentence says them: "A, B and 7 more", so short that a field's error has room for the next step. */
  list: (names: readonly string[]) => string
  /** Everything as a sentence says it: "A, B and C". */
  listAll: (words: readonly string[]) => string
  questions: QuestionLabels
}

export function wordingFor(reader: Reader, questions: QuestionLabels): Wording {
  const say = wordsFor(reader)
  const listAll: Wording['listAll'] = (words) => new Intl.ListFormat(formatLocaleOf(reader.locale), { type: 'conjunction' }).format(words)
  return {
    say,
    reader,
    list: (names) => {
      const named = firstNames(names)
      const more = names.length - named.length
      return listAll(more > 0 ? [...named, say('refusals.names_more', { count: more })] : named)
    },
    listAll,
    questions,
  }
}

const mostNames = 5
/** Characters of all names together, and of one. */
const mostOfNames = 120
const mostOfName = 60

/** The first ones that fit; the very first always. */
function firstNames(names: readonly string[]): string[] {
  const named: string[] = []
  let length = 0
  for (const name of names.slice(0, mostNames).map((each) => cut(each, mostOfName))) {
    length += name.length
    if (length > mostOfNames) break
    named.push(name)
  }
  return named
}
