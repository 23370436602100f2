import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import type { Message } from '../../views/blocks.js'
import { escapeLine } from '../../views/escape.js'
import { limits } from '../../views/limits.js'
import { filterExamples, stateNames } from './case-filters.js'
import { caseForms, caseUsage } from './case-usage.js'
import type { CaseCommand, CommandProblem } from './parse-case-command.js'

/** Words for what could not be read, with what to type instead. */
export function caseCommandProblem(command: Extract<CaseCommand, { verb: 'unknown' | 'wrong' }>, reader: Reader): Message {
  const say = wordsFor(reader)
  if (command.verb === 'wrong') return caseUsage(reader, [problemWords(command.problem, say)])
  const verb = typedAs(command.tried)
  return caseUsage(reader, [command.nearest
    ? say('cases.unknown_verb_nearest', { verb, nearest: `/case ${command.nearest}` })
    : say('cases.unknown_verb', { verb })])
}

function problemWords(problem: CommandProblem, say: Say): string {
  switch (problem.problem) {
    case 'bad_number':
      return say('cases.bad_number', { tried: typedAs(problem.tried) })
    case 'after_number':
      return say('cases.after_number', { number: problem.number, tried: typedAs(problem.tried) })
    case 'number_missing':
      return say('verbs.number_missing', { example: caseForms[problem.of].example })
    case 'no_number':
      return say('verbs.bad_number', { tried: typedAs(problem.tried), example: caseForms[problem.of].example })
    case 'more_than_number':
      return say('verbs.after_number', { verb: problem.of, tried: typedAs(problem.tried), example: `/case ${problem.of} ${problem.number}` })
    case 'no_severity':
      return say('verbs.bad_severity', { tried: typedAs(problem.tried), example: `/case severity ${problem.number} P1` })
    case 'long_text':
      return say('verbs.text_too_long', { max: limits.textInput, length: problem.length, example: `/case ${problem.of} ${problem.number}` })
    case 'bad_state':
      return say('cases.bad_state', { tried: typedAs(problem.tried), known: stateNames.map((name) => `\`${name}\``).join(', ') })
    case 'bad_severity':
      return say('cases.bad_severity', { tried: typedAs(problem.tried) })
    case 'empty_filter':
      return say('cases.empty_filter', { filter: problem.filter, example: filterExamples[problem.filter] })
    case 'unknown_filter': {
      const { nearest, tried } = problem
      const known = Object.values(filterExamples).map((each) => `\`${each}\``).join(', ')
      const told = { filter: typedAs(tried), known }
      return nearest ? say('cases.unknown_filter_nearest', { ...told, nearest: filterExamples[nearest] }) : say('cases.unknown_filter', told)
    }
    case 'too_long':
      return say('cases.command_too_long')
  }
}

const typedAs = (text: string): string => escapeLine(text, 80).replaceAll('`', "'")
