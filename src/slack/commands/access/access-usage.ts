import { wordsFor } from '../../../locales/words.js'
import type { MessageKey } from '../../../locales/message-key.js'
import type { Reader } from '../../../locales/words.js'
import type { Message } from '../../views/blocks.js'
import { escapeLine } from '../../views/escape.js'
import { usage } from '../../views/notice.js'
import { accessVerbs } from './parse-access-command.js'
import type { AccessCommand, AccessVerb, CustomerVerb } from './parse-access-command.js'

/** How each verb is typed, and what it does. */
const table: Record<AccessVerb, { form: string; does: MessageKey }> = {
  check: { form: 'check <customer>', does: 'access.usage_check' },
  request: { form: 'request <customer> [subscription:x]', does: 'access.usage_request' },
  grant: { form: 'grant <customer> [subscription:x]', does: 'access.usage_grant' },
  revoke: { form: 'revoke <customer> [subscription:x]', does: 'access.usage_revoke' },
  history: { form: 'history <customer>', does: 'access.usage_history' },
  help: { form: 'help', does: 'access.usage_help' },
}

const examples = ['/access check globex.example', '/access request initech.example subscription:"Business Standard"']

/** The command's usage from its table of verbs; `above` says what was wrong with what was typed. */
export function accessUsage(reader: Reader, above: string[] = []): Message {
  const say = wordsFor(reader)
  const lines = accessVerbs.map((verb) => `\`/access ${escapeLine(table[verb].form, 100)}\`  ${say(table[verb].does)}`)
  const example = examples.map((each) => `\`${each}\``).join(' · ')
  return usage([...above, ...(above.length > 0 ? [''] : []), say('access.usage_title'), ...lines], [say('access.usage_example', { example })])
}

/** Nobody but a customer's own people may leave the customer out. */
export function customerMissing(verb: CustomerVerb, reader: Reader): Message {
  return accessUsage(reader, [wordsFor(reader)('access.customer_missing', { verb })])
}

/** Words for what could not be read, with what to type instead. */
export function accessCommandProblem(command: Extract<AccessCommand, { verb: 'unknown' | 'wrong' }>, reader: Reader): Message {
  return accessUsage(reader, [problemWords(command, reader)])
}

function problemWords(command: Extract<AccessCommand, { verb: 'unknown' | 'wrong' }>, reader: Reader): string {
  const say = wordsFor(reader)
  if (command.verb === 'unknown') {
    const verb = typedAs(command.tried)
    return command.nearest ? say('access.unknown_verb_nearest', { verb, nearest: `/access ${command.nearest}` }) : say('access.unknown_verb', { verb })
  }
  const { problem } = command
  switch (problem.problem) {
    case 'too_long':
      return say('access.command_too_long')
    case 'empty_filter':
      return say('access.empty_filter')
    case 'twice':
      return say('access.subscription_twice')
    case 'unknown_filter': {
      const filter = typedAs(problem.tried)
      return problem.nearest ? say('access.unknown_filter_nearest', { filter, nearest: problem.nearest }) : say('access.unknown_filter', { filter })
    }
    case 'no_subscription_here':
      return say('access.no_subscription_here', { verb: problem.verb })
  }
}

const typedAs = (text: string): string => escapeLine(text, 80).replaceAll('`', "'")
