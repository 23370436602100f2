import type { FormProblem } from '../../domain/form-problem.js'
import { wordsFor } from '../../locales/words.js'
import type { Reader } from '../../locales/words.js'
import { sizeWords } from './cases/case-words.js'
import { cut } from './cut.js'
import { formLabels } from './form-blocks.js'

/** What is wrong with one field of a smaller form and what to do, as plain text for the field. */
export function formProblemWords(problem: FormProblem, reader: Reader): string {
  const say = wordsFor(reader)
  switch (problem.problem) {
    case 'required':
      return say('refusals.problem_required')
    case 'unknown':
      return say('refusals.problem_unknown')
    case 'too_long':
      return say('portal.problem_too_long', { max: problem.max, length: problem.length })
    case 'not_a_number':
      return say('portal.problem_not_a_number', { min: problem.min, max: problem.max })
    case 'not_an_address':
      return say('portal.problem_not_an_address')
    case 'not_on_domains':
      return say('portal.problem_not_on_domains', { domains: cut(problem.domains.join(', '), 200) })
    case 'taken':
      return say(problem.field === 'email' ? 'portal.problem_address_taken' : 'portal.problem_taken')
    case 'channel_taken':
      return say('portal.problem_channel_taken')
    case 'reminder_after_expiry':
      return say('portal.problem_reminder_after_expiry')
    case 'not_a_portal_number':
      return say('desk.problem_not_a_portal_number')
    case 'unchanged':
      return say('verbs.problem_unchanged')
    case 'personal_data':
      return say('verbs.problem_personal_data', { excerpts: cut(problem.excerpts.join(', '), 200) })
    case 'bad_addresses':
      return say('refusals.problem_bad_addresses', { addresses: cut(problem.addresses.join(', '), 200) })
    case 'too_many':
      return say('refusals.problem_too_many', { max: problem.max })
    case 'not_a_duration':
      return say('targets.problem_not_a_duration')
    case 'not_a_time':
      return say('targets.problem_not_a_time')
    case 'day_too_short':
      return say('targets.problem_day_too_short')
    case 'too_large':
      return say('portal.problem_too_large', { max: sizeWords(problem.maxBytes, reader.locale, say) })
  }
}

/** The same with the field's name before it. */
export function formProblemOf(problem: FormProblem, reader: Reader): string {
  const say = wordsFor(reader)
  return say('refusals.field_of', { field: say(formLabels[problem.field]), problem: formProblemWords(problem, reader) })
}
