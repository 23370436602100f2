import type { KnownBlock, ModalView } from '@slack/types'
import { maxRoleName } from '../../../domain/accounts/custom-role.js'
import type { RoleSheet } from '../../../domain/accounts/role.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { button, context, option, plain } from '../blocks.js'
import { textInput } from '../filing/input-block.js'
import { actionIds, callbackIds } from '../ids.js'
import { limits } from '../limits.js'
import { formView } from './admin-view.js'
import { checkboxes, formInput } from './form-input.js'

/** *Make a role*, or change one; `page` is that of the list underneath. Null: a new one. */
export function roleForm(sheet: RoleSheet, role: RoleSheet['roles'][number] | null, page: number, reader: Reader): ModalView {
  const say = wordsFor(reader)
  const held = role?.privileges ?? []
  // What it carries already can always be kept.
  const offered = [...sheet.choosable, ...held.filter((privilege) => !sheet.choosable.includes(privilege))]
  const options = offered.map((privilege) => option(privilege, say(`portal.privilege_${privilege}`), say(`portal.privilege_${privilege}_does`)))
  const blocks: KnownBlock[] = [
    ...(role ? [context(role.holders > 0 ? say('portal.role_held', { count: role.holders }) : say('portal.role_holders', { count: 0 }))] : []),
    formInput('roleName', textInput({ actionId: actionIds.roleName, maxLength: maxRoleName, value: role?.name }), say),
    formInput('privileges', checkboxes(actionIds.privileges, options, role ? held : sheet.preticked), say),
    ...(role?.holders === 0 ? [removeButton(role, say)] : []),
  ]
  return formView({
    callbackId: callbackIds.saveRole,
    title: role ? 'portal.change_role' : 'portal.make_role',
    submit: 'portal.save',
    kept: { domain: sheet.domain, roleId: role?.id ?? null, before: role && { name: role.name, privileges: role.privileges }, page },
    blocks,
  }, reader)
}

function removeButton(role: RoleSheet['roles'][number], say: Say): KnownBlock {
  const text = say('portal.remove_role')
  return {
    type: 'actions',
    elements: [button({
      text,
      actionId: actionIds.removeRole,
      value: role.id,
      style: 'danger',
      confirm: {
        title: plain(text, limits.confirmTitle),
        text: plain(say('portal.remove_role_text', { name: role.name.slice(0, 100) }), limits.confirmText),
        confirm: plain(text, limits.confirmButton),
        deny: plain(say('portal.cancel'), limits.confirmButton),
        style: 'danger',
      },
    })],
  }
}
