import type { AccessAsked } from '../../domain/access/access-answers.js'
import { askPlan } from '../../domain/access/ask-plan.js'
import type { MissingAccess } from '../../domain/access/missing-access.js'
import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import type { Refusal } from '../../domain/refused.js'
import { findProducts } from '../../store/filing/catalogue.js'
import { findWaitingRequests } from '../../store/customers/access-requests.js'
import type { WaitingAccessRequest } from '../../store/customers/access-requests.js'
import type { CustomerRow } from '../../store/customers/customers.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Tx } from '../../store/open-store.js'
import { saveSlackUser } from '../../store/people/slack-users.js'
import { permitFiling } from '../acting/permit.js'
import { slackUserOf } from '../../domain/accounts/slack-profile.js'
import type { SlackPerson } from '../../domain/accounts/slack-profile.js'
import type { Deps } from '../deps.js'
import { askForAccess } from './ask-for-access.js'
import { accessTo } from './customer-access.js'
import { administers, holdAccess, loadAccess, managingId, refuseOthers, subscriptionMeant } from './load-access.js'
import type { LoadedAccess } from './load-access.js'
import { lookUpAdmins } from './look-up-admins.js'

export interface RequestAccess {
  /** Words, or an id from a button. */
  customer: string | number
  /** Words of one subscription; without, all that is missing is asked for. */
  subscription?: string
  /** A second delivery with the same key asks nobody twice. */
  deliveryKey: string
  /** Asks Slack who has an address; called between transactions, for super admins nobody has met yet. Null: nobody. */
  lookUp?: (email: string) => Promise<SlackPerson | null>
}

/**
 * Asks for what is missing (APPROVAL-1, APPROVAL-2): the reseller's managers to agree to what was bought from Google, the
 * customer's super admins for the switch and the grants. A customer's super admin asks for the former alone. Answers who
 * was asked for what. Throws `Refused` with nothing written: what `permitFiling` or `nameCustomer` throws;
 * `not_customer_admin`; `subscription_not_found`, `subscription_ambiguous`; `access_open`, `already_granted`,
 * `no_grant_needed`, `access_missing` with nothing to ask for; `already_requested`, `request_waits`; `nobody_to_ask`,
 * `nobody_to_decide`.
 */
export async function requestAccess(deps: Deps, actor: AccountActor, input: RequestAccess): Promise<AccessAsked> {
  const now = deps.now()
  const met = await meet(deps, actor, input, now)
  const answer = await deps.store.transaction(async (tx) => {
    await permitRequest(tx, actor)
    // Of two who ask at once, the second waits and is told of the first.
    const loaded = await holdAccess(tx, actor, input.customer)
    const { customer, requests, plan } = await planOf(tx, actor, loaded, input, now)
    if (!(await claimDelivery(tx, `request-access:${input.deliveryKey}`, now))) return { customer: customer.name, asked: askedLast(actor, customer, requests) }
    if ('code' in plan) throw new Refused(plan)
    for (const { userId, profile } of met) await saveSlackUser(tx, slackUserOf({ teamId: actor.slack.teamId, userId }, profile, now))
    return { customer: customer.name, asked: await askForAccess(tx, deps, actor, { customer, resellerId: managingId(loaded), plan, now }) }
  })
  deps.wakeDelivery()
  return answer
}

/** Between transactions: the customer's super admins nobody has met, so that they can be written to before they first come here. */
function meet(deps: Deps, actor: AccountActor, input: RequestAccess, now: Date): Promise<SlackPerson[]> {
  return lookUpAdmins(deps, actor, input.lookUp, async (tx) => {
    await permitRequest(tx, actor)
    const { customer, plan } = await planOf(tx, actor, await loadAccess(tx, actor, input.customer), input, now)
    // A consent that an agent asked for is followed by a request to them.
    return 'code' in plan || administers(actor, customer) ? null : customer.organizationId
  })
}

async function permitRequest(tx: Tx, actor: AccountActor): Promise<void> {
  if (actor.organizationKind !== 'CUSTOMER') await permitFiling(tx, actor)
}

interface Planned {
  customer: CustomerRow
  requests: WaitingAccessRequest[]
  plan: MissingAccess | Refusal
}

async function planOf(tx: Tx, actor: AccountActor, loaded: LoadedAccess, { subscription }: RequestAccess, now: Date): Promise<Planned> {
  const { customer } = loaded
  const asks = actor.organizationKind === 'CUSTOMER' ? 'CUSTOMER_ADMIN' : 'AGENT'
  if (asks === 'CUSTOMER_ADMIN' && !administers(actor, customer)) return refuseOthers(tx, actor, customer)
  const access = accessTo(actor, customer, await findProducts(tx), now)
  // A support partner has what it was assigned, and asks for no reseller access.
  if (!loaded.managed && access.open && asks === 'AGENT') throw new Refused({ code: 'access_open', customer: customer.name })
  const resellerId = managingId(loaded)
  const requests = await findWaitingRequests(tx, { customerId: customer.id, resellerId }, now)
  return { customer, requests, plan: askPlan({ asks, customer, held: subscriptionMeant(customer, subscription), access, requests, now }) }
}

/** What the actor asked for at its last time, and still waits: the answer once more. */
function askedLast(actor: AccountActor, { subscriptions }: CustomerRow, requests: readonly WaitingAccessRequest[]): AccessAsked['asked'] {
  const own = requests.filter((request) => request.requesterId === actor.accountId)
  const last = own.filter(({ at }) => at.getTime() === own[0]?.at.getTime())
  return last.flatMap(({ kind, turnOn, subscriptionIds, asked }) => {
    const [skuName, ...more] = subscriptions.filter(({ id }) => subscriptionIds.includes(id)).map((held) => held.skuName)
    const one = skuName !== undefined && more.length === 0 && !turnOn
    return kind === 'RECORDED_GRANT' ? [] : [{ kind, skuName: one ? skuName : null, people: asked }]
  }).sort((a, b) => (a.kind === b.kind ? 0 : a.kind === 'CONSENT' ? -1 : 1))
}
