import type { ModalView } from '@slack/types'
import { listAccounts } from '../../../usecases/administration/list-accounts.js'
import { acting } from '../../handle.js'
import type { Acting, Call } from '../../handle.js'
import type { ActionCall } from '../../listeners.js'
import { openLight } from '../../open-view.js'
import type { Trigger } from '../../open-view.js'
import { usersList } from '../../views/portal/users-list.js'
import type { UsersShown } from '../../views/portal/users-list.js'
import { updateForm } from '../change-filing.js'
import { readUsersShown } from './kept.js'
import { viewOf } from './redraw.js'

/** `/portal users` and *Users*. */
export function openUsers(call: Call, trigger: Trigger): Promise<void> {
  return openLight(call, trigger, 'portal.users', async () => drawUsers(call, await acting(call), {}))
}

/** Another page, or those without access, in the list's place. */
export async function turnUsersPage(call: ActionCall): Promise<void> {
  const shown = readUsersShown(call.value)
  const view = viewOf(call)
  await updateForm(call, view, await drawUsers(call, await acting(call), shown), () => false)
}

/** The list as it is now. `said`: what was done just now, plain. */
export async function drawUsers({ edge }: Call, { actor, reader }: Acting, { after, lacking }: UsersShown, said?: string): Promise<ModalView> {
  const page = await listAccounts(edge.deps, actor, { ...(after ? { after } : {}), ...(lacking ? { lacking } : {}) })
  return usersList(page, { after, lacking }, reader, said)
}
