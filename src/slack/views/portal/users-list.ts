import type { Button, KnownBlock, ModalView } from '@slack/types'
import type { AccessLack } from '../../../domain/accounts/access-lack.js'
import type { AccountPage, ManagedAccount } from '../../../domain/accounts/managed-account.js'
import { formatLocaleOf, wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { button, context, section } from '../blocks.js'
import { cut } from '../cut.js'
import { escapeLine } from '../escape.js'
import { actionIds } from '../ids.js'
import { listView, saidAbove } from './admin-view.js'

/** More would not fit into a view. */
const pageSize = 10

/** Which page of the accounts is shown. */
export interface UsersShown {
  after?: string | undefined
  lacking?: boolean | undefined
}

/** The accounts of the domain, ten at a time. `said`: what was done just now, plain. */
export function usersList(page: AccountPage, shown: UsersShown, reader: Reader, said?: string): ModalView {
  const say = wordsFor(reader)
  const { lacking = false } = shown
  const counted = say('portal.users_count', { total: page.total, lacking: page.lacking, domain: escapeLine(page.domain, 255) })
  const blocks: KnownBlock[] = [
    ...saidAbove(said),
    section(counted),
    { type: 'actions', elements: [
      button({ text: say('portal.add_account'), actionId: actionIds.openAddAccount, value: 'add', style: 'primary' }),
      ...(lacking || page.lacking > 0 ? [turn(lacking ? say('portal.users_all') : say('portal.users_lacking'), { lacking: !lacking })] : []),
    ] },
    ...(page.lacking > 0 ? [context(say('portal.lacking_reference'))] : []),
    { type: 'divider' },
    ...page.rows.slice(0, pageSize).map((account) => userRow(account, say, reader)),
    ...(page.rows.length === 0 ? [section(say(lacking ? 'portal.users_none_lacking' : 'portal.users_none'))] : []),
    ...paging(page, shown, say),
  ]
  return listView('portal.users', blocks, { list: 'users', ...shown }, reader)
}

function userRow(account: ManagedAccount, say: Say, reader: Reader): KnownBlock {
  const lines = [
    `*${escapeLine(account.name, 200)}*${account.isSelf ? ` ${say('portal.yourself')}` : ''} · ${escapeLine(account.email, 320)}`,
    accountLine(account, say),
    ...notSeenLine(account, say),
    ...(account.lacks.length > 0 ? [`⚠️ ${lackWords(account.lacks, say, reader)}`] : []),
  ]
  const manage = button({ text: say('portal.manage'), actionId: actionIds.openAccount, value: account.id, label: say('portal.manage_of', { name: account.name }) })
  return section(lines.join('\n'), manage)
}

/** Of who has not come by: no lack of access, they are tied at first use (ACCOUNT-5). */
export function notSeenLine({ tied, status }: ManagedAccount, say: Say): string[] {
  return tied || status === 'SUSPENDED' ? [] : [`_${say('portal.not_seen_yet')}_`]
}

/** Status, roles, unit and licence in one line; escaped for mrkdwn. */
export function accountLine(account: ManagedAccount, say: Say): string {
  return escapeLine(accountWords(account, say), 1100)
}

/** The same as plain text. */
export function accountWords(account: ManagedAccount, say: Say): string {
  const roles = account.roles.map(({ name }) => name).join(', ')
  return [
    say(`portal.status_${account.status}`),
    roles === '' ? say('portal.roles_none') : cut(roles, 800),
    ...(account.unit ? [cut(account.unit.path, 200)] : []),
    ...(account.licence ? [say('portal.licence_held')] : []),
  ].join(' · ')
}

/** Why somebody lacks portal access (ACCOUNT-1). */
export function lackWords(lacks: readonly AccessLack[], say: Say, reader: Reader): string {
  const reasons = lacks.map((lack) => {
    if (lack === 'suspended') return say('portal.lack_suspended')
    return say('portal.lack_privilege', { privilege: say(`portal.privilege_${lack}`) })
  })
  return say('portal.no_access', { reasons: new Intl.ListFormat(formatLocaleOf(reader.locale), { type: 'unit', style: 'short' }).format(reasons) })
}

function turn(text: string, shown: UsersShown): Button {
  return button({ text, actionId: actionIds.usersPage, value: JSON.stringify(shown) })
}

function paging(page: AccountPage, { lacking }: UsersShown, say: Say): KnownBlock[] {
  const buttons = [
    ...(page.first ? [] : [turn(say('portal.first_page'), { lacking })]),
    ...(page.next === null ? [] : [turn(say('portal.next_page'), { lacking, after: page.next })]),
  ]
  // Two buttons of one block need two ids, two blocks do not.
  return buttons.map((each) => ({ type: 'actions', elements: [each] }))
}
