import type { KnownBlock, ModalView } from '@slack/types'
import type { RoleSheet } from '../../../domain/accounts/role.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { button, section } from '../blocks.js'
import { escapeLine } from '../escape.js'
import { actionIds } from '../ids.js'
import { listView, saidAbove } from './admin-view.js'
import { privilegeNames } from './privilege-words.js'

const pageSize = 10

/** The roles of the domain, ten at a time; `page` counts from 0. */
export function rolesList(sheet: RoleSheet, page: number, reader: Reader, said?: string): ModalView {
  const say = wordsFor(reader)
  const last = Math.max(0, Math.ceil(sheet.roles.length / pageSize) - 1)
  const shown = Math.min(page, last)
  const rows = sheet.roles.slice(shown * pageSize, (shown + 1) * pageSize)
  const blocks: KnownBlock[] = [
    ...saidAbove(said),
    section(say('portal.roles_count', { count: sheet.roles.length, domain: escapeLine(sheet.domain, 255) })),
    { type: 'actions', elements: [button({ text: say('portal.make_role'), actionId: actionIds.openSaveRole, value: 'new', style: 'primary' })] },
    { type: 'divider' },
    ...rows.map((role) => roleRow(role, say, reader)),
    ...(rows.length === 0 ? [section(say('portal.roles_empty'))] : []),
    ...(shown > 0 ? [turn(say('portal.previous_page'), shown - 1)] : []),
    ...(shown < last ? [turn(say('portal.next_page'), shown + 1)] : []),
  ]
  return listView('portal.roles_title', blocks, { list: 'roles', page: shown }, reader)
}

function roleRow(role: RoleSheet['roles'][number], say: Say, reader: Reader): KnownBlock {
  const text = [
    `*${escapeLine(role.name, 200)}* · ${say(`portal.role_${role.kind}`)} · ${say('portal.role_holders', { count: role.holders })}`,
    privilegeNames(role.privileges, reader.locale, say),
  ].join('\n')
  // Prebuilt ones and those of old are Google's.
  if (role.kind !== 'CUSTOM') return section(text)
  return section(text, button({ text: say('portal.manage'), actionId: actionIds.openSaveRole, value: role.id, label: say('portal.manage_of', { name: role.name }) }))
}

function turn(text: string, page: number): KnownBlock {
  return { type: 'actions', elements: [button({ text, actionId: actionIds.rolesPage, value: String(page) })] }
}
