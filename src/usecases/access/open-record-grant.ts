import type { RecordGrantForm } from '../../domain/access/access-answers.js'
import { grantBlockedBy, subjectOf } from '../../domain/access/change-access.js'
import { missingAccess } from '../../domain/access/missing-access.js'
import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import type { CustomerRow } from '../../store/customers/customers.js'
import type { Tx } from '../../store/open-store.js'
import { privilegesMissing } from '../acting/permit.js'
import type { Deps } from '../deps.js'
import { loadAccess, managingId } from './load-access.js'
import type { LoadedAccess } from './load-access.js'

export interface OpenRecordGrant {
  /** Words, or an id from a button. */
  customer: string | number
}

/** The choice that is the switch; every other is the id of a subscription. */
export const switchChoice = 'switch'

/**
 * What a manager of the reseller may record a grant for that the customer gave elsewhere. Throws `Refused`: what
 * `nameCustomer` and `permitRecording` throw; with nothing to record why, as `grantBlockedBy` says it.
 */
export function openRecordGrant(deps: Deps, actor: AccountActor, input: OpenRecordGrant): Promise<RecordGrantForm> {
  const now = deps.now()
  return deps.store.read(async (tx) => {
    const loaded = await loadAccess(tx, actor, input.customer)
    await permitRecording(tx, actor, loaded)
    const { customer } = loaded
    const choices = choicesOf(customer)
    if (choices.length === 0) throw new Refused(whyNone(customer, now))
    return { customerId: customer.id, customer: customer.name, choices }
  })
}

/** Throws `Refused` unless the actor is a manager of the domain that manages the customer: `for_resellers_only`, `access_missing`, `privileges_missing`. */
export async function permitRecording(tx: Tx, actor: AccountActor, loaded: LoadedAccess): Promise<string> {
  const { organizationKind } = actor
  if (organizationKind !== 'RESELLER') throw new Refused({ code: 'for_resellers_only', organizationKind })
  const resellerId = managingId(loaded)
  if (!actor.privileges.has('DECIDE_REQUESTS')) throw new Refused(await privilegesMissing(tx, actor, ['DECIDE_REQUESTS']))
  return resellerId
}

function choicesOf({ subscriptions, ledger }: CustomerRow): RecordGrantForm['choices'] {
  const { turnOn, grants } = missingAccess(subscriptions, ledger)
  return [
    ...(turnOn ? [{ value: switchChoice, subject: subjectOf(null) }] : []),
    ...grants.map((held) => ({ value: held.id, subject: subjectOf(held) })),
  ]
}

/** What is agreed to first is worth more words than what is granted already. */
function whyNone({ name: customer, subscriptions, ledger }: CustomerRow, now: Date) {
  const bought = subscriptions.filter((held) => held.seller === 'GOOGLE' && held.status === 'ACTIVE')
  const refusals = [...bought, null].map((held) => grantBlockedBy({ customer, held, ledger, now })).filter((refusal) => refusal !== null)
  return refusals.find(({ code }) => code === 'consent_first') ?? refusals[0] ?? { code: 'access_open' as const, customer }
}
