import type { MessageKey } from '../../../locales/message-key.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import type { Message } from '../../views/blocks.js'
import { escapeLine } from '../../views/escape.js'
import { usage } from '../../views/notice.js'
import type { ApprovalsCommand } from './parse-approvals-command.js'

/** How each form is typed, and what it does. */
const table: { form: string; does: MessageKey }[] = [
  { form: '/approvals', does: 'approvals.usage_all' },
  { form: '/approvals waiting', does: 'approvals.usage_waiting' },
  { form: '/approvals asked', does: 'approvals.usage_asked' },
  { form: '/approvals help', does: 'approvals.usage_help' },
]

/** The command's usage; `above` says what was wrong with what was typed. */
export function approvalsUsage(reader: Reader, above: string[] = []): Message {
  const say = wordsFor(reader)
  return usage([...above, ...(above.length > 0 ? [''] : []), say('approvals.usage_title'), ...table.map(({ form, does }) => `\`${form}\`  ${say(does)}`)])
}

/** Words for what could not be read, with the nearest word there is. */
export function approvalsCommandProblem({ tried, nearest }: Extract<ApprovalsCommand, { verb: 'unknown' }>, reader: Reader): Message {
  const say = wordsFor(reader)
  const verb = escapeLine(tried, 80).replaceAll('`', "'")
  return approvalsUsage(reader, [nearest ? say('approvals.unknown_verb_nearest', { verb, nearest: `/approvals ${nearest}` }) : say('approvals.unknown_verb', { verb })])
}
