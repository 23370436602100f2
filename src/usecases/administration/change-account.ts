import type { AccountActor } from '../../domain/actor.js'
import type { ManagedAccount } from '../../domain/accounts/managed-account.js'
import type { Deps } from '../deps.js'

export interface ChangeAccount {
  accountId: string
  /** Of the account as it was shown. */
  version: number
  roleIds: string[]
  unitId: string | null
  licence: boolean
  alertEmail: string | null
  /** The admin was warned that the account may get two. */
  acceptTwoLicences: boolean
  deliveryKey: string
}

export async function changeAccount(_deps: Deps, _actor: AccountActor, _input: ChangeAccount): Promise<ManagedAccount> {
  throw new Error('not built yet')
}
