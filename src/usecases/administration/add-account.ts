import type { AccountActor } from '../../domain/actor.js'
import type { Deps } from '../deps.js'
import type { SlackPerson } from '../acting/slack-profile.js'

export interface AddAccount {
  email: string
  name: string
  personEmail: string
  roleIds: string[]
  unitId: string | null
  licence: boolean
  /** The admin was warned that the account may get two. */
  acceptTwoLicences: boolean
  deliveryKey: string
  /** Asks Slack who has an address; called between transactions. Null: nobody. */
  lookUp?: (email: string) => Promise<SlackPerson | null>
}

export interface AddedAccount {
  accountId: string
  name: string
  email: string
  /** By direct message, now; else at first use. */
  welcomed: boolean
}

export async function addAccount(_deps: Deps, _actor: AccountActor, _input: AddAccount): Promise<AddedAccount> {
  throw new Error('not built yet')
}
