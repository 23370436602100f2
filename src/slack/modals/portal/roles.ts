import type { ModalView } from '@slack/types'
import type { Privilege } from '../../../domain/privileges.js'
import { privileges } from '../../../domain/privileges.js'
import { Refused } from '../../../domain/refused.js'
import { wordsFor } from '../../../locales/words.js'
import { listRoles } from '../../../usecases/administration/list-roles.js'
import { removeRole } from '../../../usecases/administration/remove-role.js'
import { saveRole } from '../../../usecases/administration/save-role.js'
import { acting } from '../../handle.js'
import type { Acting, Call } from '../../handle.js'
import type { ActionCall, SubmitCall } from '../../listeners.js'
import { openLight, triggerOf } from '../../open-view.js'
import type { Trigger } from '../../open-view.js'
import { section } from '../../views/blocks.js'
import { escapeCut } from '../../views/escape.js'
import { formBlock } from '../../views/form-blocks.js'
import { privilegeNames } from '../../views/portal/privilege-words.js'
import { roleChanges } from '../../views/portal/role-changes.js'
import { roleForm } from '../../views/portal/role-form.js'
import { rolesList } from '../../views/portal/roles-list.js'
import { readingView } from '../../views/reading-views.js'
import { updateForm } from '../change-filing.js'
import { readForm } from '../read-form.js'
import { submitForm } from '../submit-form.js'
import { readId, readPage, readRoleKept, readRolesShown, requireDomain } from './kept.js'
import { overtakenForm } from './overtaken-form.js'
import { redrawUnder, saidOf, viewOf } from './redraw.js'

/** `/portal roles` and *Roles*. */
export function openRoles(call: Call, trigger: Trigger): Promise<void> {
  return openLight(call, trigger, 'portal.roles_title', async () => drawRoles(call, await acting(call), 0))
}

export async function turnRolesPage(call: ActionCall): Promise<void> {
  const page = readPage(call.value)
  const view = viewOf(call)
  await updateForm(call, view, await drawRoles(call, await acting(call), page), () => false)
}

/** *Make a role*, or *Manage* at one of the domain's own. */
export function openRoleForm(call: ActionCall): Promise<void> {
  const roleId = call.value === 'new' ? null : readId(call.value)
  const { page } = readRolesShown(call.view?.private_metadata ?? '')
  return openLight(call, triggerOf(call), roleId === null ? 'portal.make_role' : 'portal.change_role', async () => {
    const { actor, reader } = await acting(call)
    const sheet = await listRoles(call.edge.deps, actor)
    const role = sheet.roles.find(({ id, kind }) => id === roleId && kind === 'CUSTOM') ?? null
    if (roleId !== null && !role) throw new Refused({ code: 'role_not_found' })
    return roleForm(sheet, role, page, reader)
  })
}

export function submitRole(call: SubmitCall): Promise<void> {
  const { view } = call
  const { roleId, before, page } = readRoleKept(view.private_metadata)
  const form = readForm(view)
  const name = form.text(formBlock('roleName'))
  const chosen = new Set(form.chosen(formBlock('privileges')))
  const ticked: Privilege[] = privileges.filter((privilege) => chosen.has(privilege))
  return submitForm<string>(call, {
    main: 'roleName',
    decide: async ({ actor, reader }) => {
      requireDomain(view, actor)
      const role = await saveRole(call.edge.deps, actor, { roleId, before, name, privileges: ticked, deliveryKey: `view:${view.id}` })
      const say = wordsFor(reader)
      return say('portal.role_saved', { name: role.name, privileges: privilegeNames(role.privileges, reader.locale, say) })
    },
    said: (words) => words,
    again: async (refusal, { actor, reader }) => {
      if (refusal.code !== 'changed_meanwhile' || !before) return null
      const { domain, roles } = await listRoles(call.edge.deps, actor)
      const now = roles.find(({ id }) => id === roleId)
      if (!now) return null
      const kept = { domain, roleId, before: { name: now.name, privileges: now.privileges }, page }
      return overtakenForm(view, refusal, { kept, changes: roleChanges(before, now, reader) }, reader)
    },
    followUp: (words, who) => redrawUnder(call, view, () => drawRoles(call, who, page, `✅ ${words}`)),
  })
}

/** *Remove role* in its form, which becomes what came of it. */
export async function dropRole(call: ActionCall): Promise<void> {
  const roleId = readId(call.value)
  const view = viewOf(call)
  const { page } = readRoleKept(view.private_metadata)
  const who = await acting(call)
  const said = await saidOf(who.reader, async () => {
    const { name } = await removeRole(call.edge.deps, who.actor, { roleId, deliveryKey: call.deliveryKey })
    return wordsFor(who.reader)('portal.role_removed', { name })
  })
  await updateForm(call, view, readingView(wordsFor(who.reader)('portal.change_role'), [section(escapeCut(said, 2800))], who.reader), () => false)
  await redrawUnder(call, view, () => drawRoles(call, who, page, said))
}

async function drawRoles({ edge }: Call, { actor, reader }: Acting, page: number, said?: string): Promise<ModalView> {
  return rolesList(await listRoles(edge.deps, actor), page, reader, said)
}
