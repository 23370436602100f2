import { wordsFor } from '../../../locales/words.js'
import type { MessageKey } from '../../../locales/message-key.js'
import type { Reader } from '../../../locales/words.js'
import type { Message } from '../../views/blocks.js'
import { escapeLine } from '../../views/escape.js'
import { usage } from '../../views/notice.js'
import { portalVerbs } from './parse-portal-command.js'
import type { PortalCommand, PortalVerb } from './parse-portal-command.js'

/** How each verb is typed, and what it does. */
const table: Record<PortalVerb, { form: string; does: MessageKey }> = {
  switch: { form: 'switch [domain]', does: 'portal.usage_switch' },
  users: { form: 'users', does: 'portal.usage_users' },
  roles: { form: 'roles', does: 'portal.usage_roles' },
  licences: { form: 'licences', does: 'portal.usage_licences' },
  alerts: { form: 'alerts', does: 'portal.usage_alerts' },
  policy: { form: 'policy', does: 'portal.usage_policy' },
  targets: { form: 'targets', does: 'targets.usage' },
  import: { form: 'import', does: 'portal.usage_import' },
  help: { form: 'help', does: 'portal.usage_help' },
}

/** The command's usage from its table of verbs; `above` says what was wrong with what was typed. */
export function portalUsage(reader: Reader, above: string[] = []): Message {
  const say = wordsFor(reader)
  const lines = portalVerbs.map((verb) => `\`/portal ${table[verb].form}\`  ${say(table[verb].does)}`)
  const heading = [say('portal.usage_title'), `\`/portal\`  ${say('portal.usage_show')}`]
  return usage([...above, ...(above.length > 0 ? [''] : []), ...heading, ...lines], [say('portal.usage_example', { example: '`/portal switch boreal.example`' })])
}

export function unknownPortalVerb({ tried, nearest }: Extract<PortalCommand, { verb: 'unknown' }>, reader: Reader): Message {
  const say = wordsFor(reader)
  const verb = escapeLine(tried, 80).replaceAll('`', "'")
  return portalUsage(reader, [nearest
    ? say('portal.unknown_verb_nearest', { verb, nearest: `/portal ${nearest}` })
    : say('portal.unknown_verb', { verb })])
}
