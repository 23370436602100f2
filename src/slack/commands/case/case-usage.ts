import { wordsFor } from '../../../locales/words.js'
import type { MessageKey } from '../../../locales/message-key.js'
import type { Reader } from '../../../locales/words.js'
import type { Message } from '../../views/blocks.js'
import { escapeLine } from '../../views/escape.js'
import { usage } from '../../views/notice.js'
import { filterExamples, stateNames } from './case-filters.js'
import { caseVerbs } from './parse-case-command.js'
import type { CaseCommand, CaseVerb } from './parse-case-command.js'

/** How each verb is typed, and what it does. */
const table: Record<CaseVerb, { form: string; does: MessageKey; example: string }> = {
  new: { form: 'new [customer]', does: 'cases.usage_new', example: '/case new acme.example' },
  list: { form: 'list [words] [filters]', does: 'cases.usage_list', example: '/case list mail state:open severity:P1,P2 mine' },
  show: { form: 'show 1042', does: 'cases.usage_show', example: '/case 1042' },
  help: { form: 'help', does: 'cases.usage_help', example: '/case help' },
}

/** The command's usage from its table of verbs; `above` says what was wrong with what was typed. */
export function caseUsage(reader: Reader, above: string[] = []): Message {
  const say = wordsFor(reader)
  const lines = caseVerbs.map((verb) => `\`/case ${table[verb].form}\`  ${say(table[verb].does)}`)
  const examples = [table.new, table.list].map(({ example }) => `\`${example}\``).join(' · ')
  return usage([...above, ...(above.length > 0 ? [''] : []), say('cases.usage_title'), ...lines], [say('cases.usage_example', { example: examples })])
}

/** Words for what could not be read, with what to type instead. */
export function caseCommandProblem(command: Extract<CaseCommand, { verb: 'unknown' | 'wrong' }>, reader: Reader): Message {
  const say = wordsFor(reader)
  if (command.verb === 'unknown') {
    const verb = typedAs(command.tried)
    return caseUsage(reader, [command.nearest
      ? say('cases.unknown_verb_nearest', { verb, nearest: `/case ${command.nearest}` })
      : say('cases.unknown_verb', { verb })])
  }
  const { problem } = command
  switch (problem.problem) {
    case 'bad_number':
      return caseUsage(reader, [say('cases.bad_number', { tried: typedAs(problem.tried) })])
    case 'after_number':
      return caseUsage(reader, [say('cases.after_number', { number: problem.number, tried: typedAs(problem.tried) })])
    case 'bad_state':
      return caseUsage(reader, [say('cases.bad_state', { tried: typedAs(problem.tried), known: stateNames.map((name) => `\`${name}\``).join(', ') })])
    case 'bad_severity':
      return caseUsage(reader, [say('cases.bad_severity', { tried: typedAs(problem.tried) })])
    case 'empty_filter':
      return caseUsage(reader, [say('cases.empty_filter', { filter: problem.filter, example: filterExamples[problem.filter] })])
    case 'unknown_filter': {
      const { nearest, tried } = problem
      const known = Object.values(filterExamples).map((each) => `\`${each}\``).join(', ')
      const told = { filter: typedAs(tried), known }
      return caseUsage(reader, [nearest ? say('cases.unknown_filter_nearest', { ...told, nearest: filterExamples[nearest] }) : say('cases.unknown_filter', told)])
    }
    case 'too_long':
      return caseUsage(reader, [say('cases.command_too_long')])
  }
}

const typedAs = (text: string): string => escapeLine(text, 80).replaceAll('`', "'")
