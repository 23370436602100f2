import type { KnownBlock } from '@slack/types'
import { alertAddress } from '../../../domain/accounts/alert-address.js'
import type { AccountSheet } from '../../../domain/accounts/account-sheet.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { context, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { escapeCut, escapeLine } from '../escape.js'
import { actOn } from './act-on.js'
import { portalButtons } from './portal-buttons.js'
import { privilegeLines } from './privilege-words.js'

/** The answer to `/portal`: who I am, what I may do, and where everything is. `switched`: the account was changed just now. */
export function accountMessage(sheet: AccountSheet, reader: Reader, switched?: { domain: string }): Message {
  const say = wordsFor(reader)
  const above = switched ? [`✅ ${say('portal.switched', { domain: escapeLine(switched.domain, 255) })}`] : []
  const parts = [whoLines(sheet, say), mayLines(sheet, say), furtherLines(sheet, say)]
  const select = actOn(sheet.domain, sheet.others, reader)
  const blocks: KnownBlock[] = [
    ...[...above, ...parts].map((text) => section(text)),
    ...(select ? [context(say('portal.act_on_text')), select] : []),
    portalButtons(sheet, say),
  ]
  return { text: [...above, ...parts].join('\n\n'), blocks }
}

function whoLines(sheet: AccountSheet, say: Say): string {
  const told = { email: escapeLine(sheet.email, 320), organization: escapeLine(sheet.organizationName, 300), domain: escapeLine(sheet.domain, 255) }
  const roles = sheet.roles.map(({ name }) => escapeLine(name, 100)).join(', ')
  return [
    `*${say('portal.you_are', { name: escapeLine(sheet.name, 200) })}*`,
    say(sheet.supportOnly ? 'portal.account_support_only' : `portal.account_${sheet.organizationKind}`, told),
    roles === '' ? say('portal.no_roles') : say('portal.roles', { roles: wholeNames(roles) }),
  ].join('\n')
}

function mayLines(sheet: AccountSheet, say: Say): string {
  const { may, mayNot } = privilegeLines(sheet.privileges, sheet.organizationKind, say)
  const { admins } = sheet
  const ask = admins.length > 0
    ? say('refusals.ask_admins', { admins: escapeCut(admins.join(', '), 500) })
    : say(sheet.administers ? 'portal.grant_yourself' : 'refusals.ask_some_admin', { domain: escapeLine(sheet.domain, 255) })
  return [...may, ...mayNot, ...(mayNot.length > 0 ? [`_${ask}_`] : [])].join('\n')
}

function furtherLines(sheet: AccountSheet, say: Say): string {
  return [
    say('portal.alerts_go_to', { address: escapeLine(alertAddress(sheet), 320) }),
    sheet.waiting > 0 ? `🙋 ${say('portal.waiting', { count: sheet.waiting })}` : say('portal.nothing_waits'),
  ].join('\n')
}

/** Roles were escaped one by one; the whole is cut between them. */
function wholeNames(roles: string): string {
  return roles.length <= 1500 ? roles : `${roles.slice(0, roles.lastIndexOf(',', 1500))}, …`
}
