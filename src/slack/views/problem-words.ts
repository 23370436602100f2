import type { FieldProblem } from '../../domain/refused.js'
import { wordsFor } from '../../locales/words.js'
import type { Reader } from '../../locales/words.js'
import { sizeWords } from './cases/case-words.js'
import { cut } from './cut.js'

/** What is wrong with one field and what to do, as plain text for the field. */
export function problemWords(problem: FieldProblem, reader: Reader): string {
  const say = wordsFor(reader)
  switch (problem.problem) {
    case 'required':
      return say('refusals.problem_required')
    case 'too_long':
      return say('refusals.problem_too_long', { max: problem.max, length: problem.length })
    case 'unknown':
      return say('refusals.problem_unknown')
    case 'gone':
      return say('refusals.problem_gone')
    case 'not_of_product':
      return say('refusals.problem_not_of_product', { product: problem.product })
    case 'elsewhere':
      return say('refusals.problem_elsewhere', { product: problem.product })
    case 'bad_addresses':
      return say('refusals.problem_bad_addresses', { addresses: cut(problem.addresses.join(', '), 120) })
    case 'too_many':
      return say('refusals.problem_too_many', { max: problem.max })
    case 'too_large':
      return say('refusals.problem_too_large', { name: cut(problem.name, 80), max: sizeWords(problem.maxBytes, reader.locale, say) })
  }
}
