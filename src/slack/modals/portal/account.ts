import { openAddAccount } from '../../../usecases/administration/open-add-account.js'
import { setAccountStatus } from '../../../usecases/administration/set-account-status.js'
import { showManagedAccount } from '../../../usecases/administration/show-managed-account.js'
import { wordsFor } from '../../../locales/words.js'
import { acting } from '../../handle.js'
import type { ActionCall } from '../../listeners.js'
import { openLight, triggerOf } from '../../open-view.js'
import { BrokenPayload } from '../../payloads.js'
import { addAccountForm, manageAccountForm } from '../../views/portal/account-form.js'
import { updateForm } from '../change-filing.js'
import { readAccountKept, readId, readUsersShown } from './kept.js'
import { redrawUnder, saidOf, viewOf } from './redraw.js'
import { drawUsers } from './users.js'

/** *Add account*, in front of the list. */
export function openAddAccountForm(call: ActionCall): Promise<void> {
  const under = readUsersShown(call.view?.private_metadata ?? '{}')
  return openLight(call, triggerOf(call), 'portal.add_account', async () => {
    const { actor, reader } = await acting(call)
    return addAccountForm(await openAddAccount(call.edge.deps, actor), under, reader)
  })
}

/** *Manage* at an account of the list. */
export function openAccount(call: ActionCall): Promise<void> {
  const accountId = readId(call.value)
  const under = readUsersShown(call.view?.private_metadata ?? '{}')
  return openLight(call, triggerOf(call), 'portal.manage_account', async () => {
    const { actor, reader } = await acting(call)
    const { account, form } = await showManagedAccount(call.edge.deps, actor, { accountId })
    return manageAccountForm(account, form, under, reader)
  })
}

/** *Suspend* and *Reactivate* in an account's form, which stays open with what was typed. */
export async function changeStatus(call: ActionCall): Promise<void> {
  const { value: status } = call
  if (status !== 'ACTIVE' && status !== 'SUSPENDED') throw new BrokenPayload(status)
  const view = viewOf(call)
  const { accountId, under } = readAccountKept(view.private_metadata)
  const who = await acting(call)
  const { deps } = call.edge
  const said = await saidOf(who.reader, async () => {
    const { name } = await setAccountStatus(deps, who.actor, { accountId, status, deliveryKey: call.deliveryKey })
    return wordsFor(who.reader)(status === 'ACTIVE' ? 'portal.reactivated' : 'portal.suspended', { name })
  })
  const { account, form } = await showManagedAccount(deps, who.actor, { accountId })
  await updateForm(call, view, manageAccountForm(account, form, under, who.reader, said), () => false)
  await redrawUnder(call, view, () => drawUsers(call, who, under, said))
}
