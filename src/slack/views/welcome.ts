import { kindsDecidedBy } from '../../domain/approvals/deciders.js'
import { casePrivileges, missingPrivileges } from '../../domain/privileges.js'
import type { Privilege } from '../../domain/privileges.js'
import type { OrganizationKind } from '../../domain/words.js'
import type { MessageKey } from '../../locales/message-key.js'
import { wordsFor } from '../../locales/words.js'
import type { Reader } from '../../locales/words.js'
import { context, section } from './blocks.js'
import type { Message } from './blocks.js'
import { escapeCut, escapeLine } from './escape.js'

export interface Welcomed {
  name: string
  email: string
  organizationName: string
  organizationKind: OrganizationKind
  /** The organization's primary domain. */
  domain: string
  privileges: ReadonlySet<Privilege>
  /** The other domains the person has active accounts on. */
  otherDomains: string[]
}

/** Tells a new account who it is here, what it can do by its privileges, and how (ACCOUNT-3). */
export function welcomeMessage(account: Welcomed, reader: Reader): Message {
  const say = wordsFor(reader)
  const domain = escapeLine(account.domain, 200)
  const title = say('approvals.welcome_title', { name: escapeLine(account.name, 150) })
  const who = say('approvals.welcome_who', { email: escapeLine(account.email, 300), organization: escapeLine(account.organizationName, 200), domain })
  const can = commandsOf(account)
  const abilities = can.length === 0
    ? say('approvals.welcome_cannot', { domain })
    : [say('approvals.welcome_can'), ...[...can, 'approvals.welcome_portal' as const].map((key) => `• ${say(key)}`)].join('\n')
  const [other] = account.otherDomains
  const tips = [
    ...(other === undefined ? [] : [say('approvals.welcome_domains', { domains: escapeCut([account.domain, ...account.otherDomains].join(', '), 1000), other: escapeLine(other, 200).replaceAll('`', "'") })]),
    say('approvals.welcome_help'),
  ]
  return {
    text: [title, who.replaceAll('*', ''), abilities, ...tips].join('\n'),
    blocks: [section(`👋 *${title}*\n${who}`), section(abilities), context(...tips)],
  }
}

/** What the account's privileges are good for, as commands. */
function commandsOf({ organizationKind, privileges }: Welcomed): MessageKey[] {
  const files = organizationKind === 'RESELLER' && missingPrivileges(privileges, casePrivileges).length === 0
  const administers = privileges.has('ADMINISTER')
  const decides = kindsDecidedBy({ organizationKind, privileges }).length > 0
  return [
    ...(files ? (['approvals.welcome_file', 'approvals.welcome_follow', 'approvals.welcome_access'] as const) : []),
    ...(organizationKind === 'CUSTOMER' && privileges.has('SUPPORT') ? (['approvals.welcome_file_own', 'approvals.welcome_own_cases'] as const) : []),
    ...(organizationKind === 'CUSTOMER' && administers ? (['approvals.welcome_grant'] as const) : []),
    ...(organizationKind === 'VENDOR' && privileges.has('ANSWER_CASES') ? (['approvals.welcome_desk'] as const) : []),
    ...(decides ? (['approvals.welcome_decide'] as const) : files || administers ? (['approvals.welcome_asked'] as const) : []),
    ...(administers ? (['approvals.welcome_administer'] as const) : []),
  ]
}
