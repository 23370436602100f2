import { wordsFor } from '../../../locales/words.js'
import type { MessageKey } from '../../../locales/message-key.js'
import type { Reader } from '../../../locales/words.js'
import type { Message } from '../../views/blocks.js'
import { usage } from '../../views/notice.js'
import type { CaseVerb } from './parse-case-command.js'

/** How each verb is typed, and what it does. */
export const caseForms: Record<CaseVerb, { form: string; does: MessageKey; example: string }> = {
  new: { form: 'new [customer]', does: 'cases.usage_new', example: '/case new acme.example' },
  list: { form: 'list [words] [filters]', does: 'cases.usage_list', example: '/case list mail state:open severity:P1,P2 mine' },
  show: { form: 'show 1042', does: 'cases.usage_show', example: '/case 1042' },
  reply: { form: 'reply 1042 [text]', does: 'verbs.usage_reply', example: '/case reply 1042' },
  note: { form: 'note 1042 [text]', does: 'verbs.usage_note', example: '/case note 1042' },
  severity: { form: 'severity 1042 [P1] [reason]', does: 'verbs.usage_severity', example: '/case severity 1042 P1' },
  escalate: { form: 'escalate 1042 [text]', does: 'verbs.usage_escalate', example: '/case escalate 1042' },
  attach: { form: 'attach 1042', does: 'verbs.usage_attach', example: '/case attach 1042' },
  share: { form: 'share 1042 [addresses]', does: 'verbs.usage_share', example: '/case share 1042' },
  take: { form: 'take 1042', does: 'verbs.usage_take', example: '/case take 1042' },
  handover: { form: 'handover 1042 [name]', does: 'verbs.usage_handover', example: '/case handover 1042' },
  close: { form: 'close 1042 [reason]', does: 'verbs.usage_close', example: '/case close 1042' },
  reopen: { form: 'reopen 1042 [reason]', does: 'verbs.usage_reopen', example: '/case reopen 1042' },
  related: { form: 'related 1042', does: 'verbs.usage_related', example: '/case related 1042' },
  history: { form: 'history 1042', does: 'verbs.usage_history', example: '/case history 1042' },
  queue: { form: 'queue [mine]', does: 'verbs.usage_queue', example: '/case queue' },
  answer: { form: 'answer 1042 [text]', does: 'verbs.usage_answer', example: '/case answer 1042' },
  help: { form: 'help', does: 'cases.usage_help', example: '/case help' },
}

/** In the order people need them. */
const groups: [title: MessageKey, verbs: CaseVerb[]][] = [
  ['verbs.usage_group_find', ['new', 'list', 'show', 'history', 'help']],
  ['verbs.usage_group_work', ['reply', 'note', 'take', 'handover', 'severity', 'attach', 'share', 'escalate', 'close', 'reopen', 'related']],
  ['verbs.usage_group_desk', ['queue', 'answer']],
]

/** The command's usage from its table of verbs; `above` says what was wrong with what was typed. */
export function caseUsage(reader: Reader, above: string[] = []): Message {
  const say = wordsFor(reader)
  const lines = groups.flatMap(([title, verbs]) => [
    '', `*${say(title)}*`, ...verbs.map((verb) => `\`/case ${caseForms[verb].form}\`  ${say(caseForms[verb].does)}`),
  ])
  const examples = [caseForms.new, caseForms.list].map(({ example }) => `\`${example}\``).join(' · ')
  return usage([...above, ...(above.length > 0 ? [''] : []), say('cases.usage_title'), ...lines], [say('verbs.usage_unseen'), say('cases.usage_example', { example: examples })])
}
