import { addHours } from 'date-fns'
import type { AccessAsked } from '../../domain/access/access-answers.js'
import { mostUseful } from '../../domain/access/access.js'
import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import type { Refusal } from '../../domain/refused.js'
import { findAdministrators } from '../../store/people/accounts.js'
import type { AccountRow } from '../../store/people/accounts.js'
import { createAccessRequest, findLatestAccessRequest } from '../../store/approvals/approvals.js'
import type { AccessRequest } from '../../store/approvals/approvals.js'
import { writeAudit } from '../../store/audit/audit.js'
import { findProducts } from '../../store/cases/catalogue.js'
import { findCustomer, lockCustomer } from '../../store/customers/customers.js'
import type { CustomerRow } from '../../store/customers/customers.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Tx } from '../../store/open-store.js'
import { findAskingPolicy } from '../../store/people/organizations.js'
import { enqueue } from '../../store/outbox/outbox.js'
import { findPeopleByEmail, saveSlackUser } from '../../store/people/slack-users.js'
import type { SlackIdentity } from '../../store/people/slack-users.js'
import { accessTo } from './customer-access.js'
import type { Deps } from '../deps.js'
import { permitFiling } from '../acting/permit.js'
import { slackUserOf } from '../acting/slack-profile.js'
import type { SlackProfile } from '../acting/slack-profile.js'

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

export interface SlackPerson {
  userId: string
  profile: SlackProfile
}

/**
 * Asks the customer's super admins for access (APPROVAL-1, APPROVAL-2); answers their names. Throws `Refused`: what
 * `permitFiling` throws; `customer_not_found`; `access_open` with nothing to ask for; `consent_first` while the reader's
 * own domain has to agree; `already_requested` while an earlier request of the same domain waits; `nobody_to_ask` when
 * none of them can be reached in Slack. Nothing is written then.
 */
export async function requestAccess(deps: Deps, actor: AccountActor, input: RequestAccess): Promise<AccessAsked> {
  const customerId = Number(input.customer)
  const { deliveryKey } = input
  const now = deps.now()
  const met = await lookUpAdmins(deps, actor, input, now)
  const asked = await deps.store.transaction(async (tx) => {
    await permitFiling(tx, actor)
    // Of two who ask at once, the second waits and is told of the first.
    await lockCustomer(tx, customerId)
    const customer = await findCustomer(tx, actor, customerId)
    if (!customer) throw new Refused({ code: 'customer_not_found' })
    const latest = await findLatestAccessRequest(tx, actor.organizationId, customerId, now)
    if (!(await claimDelivery(tx, `request-access:${deliveryKey}`, now))) return latest?.asked ?? []
    const refusal = await refusalOf(tx, actor, customer, latest, now)
    if (refusal) throw new Refused(refusal)
    for (const { userId, profile } of met) await saveSlackUser(tx, slackUserOf({ teamId: actor.slack.teamId, userId }, profile, now))
    return ask(tx, deps, actor, customer, now)
  })
  deps.wakeDelivery()
  return { customer: '', asked: [{ kind: 'ACCESS_REQUEST', skuName: null, people: asked }] }
}

/** Of a customer's admins at most so many are looked up. */
const mostLookedUp = 10

/** Looks up the customer's super admins nobody has met, so that they can be written to before they first come here; nobody when they will not be asked. */
async function lookUpAdmins(deps: Deps, actor: AccountActor, { customer: named, lookUp }: RequestAccess, now: Date): Promise<SlackPerson[]> {
  if (!lookUp) return []
  const customerId = Number(named)
  const unmet = await deps.store.read(async (tx) => {
    await permitFiling(tx, actor)
    const customer = await findCustomer(tx, actor, customerId)
    const latest = await findLatestAccessRequest(tx, actor.organizationId, customerId, now)
    if (!customer || (await refusalOf(tx, actor, customer, latest, now))) return []
    const admins = await findAdministrators(tx, customer.organizationId)
    const reached = new Set((await reachable(tx, actor, admins)).map((admin) => admin.id))
    return admins.filter((admin) => !reached.has(admin.id)).map((admin) => admin.personEmail).slice(0, mostLookedUp)
  })
  return (await Promise.all(unmet.map(lookUp))).filter((person) => person !== null)
}

/** Why the customer's admins are not asked now; null when they are: what nobody bought is not theirs to open, and consent comes first (ACCESS-2). */
async function refusalOf(tx: Tx, actor: AccountActor, customer: CustomerRow, latest: AccessRequest | null, now: Date): Promise<Refusal | null> {
  if (latest?.waits) return { code: 'already_requested', at: latest.createdAt, admins: latest.asked }
  const access = accessTo(actor, customer, await findProducts(tx), now)
  const blocks = access.products.flatMap(({ effective }) => (effective.open ? [] : [effective.block]))
  const block = mostUseful(blocks.filter(({ reason }) => reason !== 'no_subscription' && reason !== 'not_managed'))
  if (block?.reason === 'consent_missing') return { code: 'consent_first', customer: customer.name, block }
  return access.open && !block ? { code: 'access_open', customer: customer.name } : null
}

async function ask(tx: Tx, deps: Deps, actor: AccountActor, customer: CustomerRow, now: Date): Promise<string[]> {
  const admins = await reachable(tx, actor, await findAdministrators(tx, customer.organizationId))
  if (admins.length === 0) throw new Refused({ code: 'nobody_to_ask', who: 'customer_admin', customer: customer.name })
  const id = deps.newId()
  const { remindAfterHours, expireAfterHours } = await findAskingPolicy(tx, actor.organizationId)
  await createAccessRequest(tx, actor, {
    id, customerId: customer.id, deciderIds: admins.map((admin) => admin.id), payload: { resellerDomain: actor.domain },
    createdAt: now, remindAt: addHours(now, remindAfterHours), expiresAt: addHours(now, expireAfterHours),
  })
  await writeAudit(tx, {
    at: now, actor, action: 'access.requested', subjectType: 'customer', subjectId: customer.id,
    after: { approvalId: id, asked: admins.map((admin) => admin.id) },
  })
  for (const admin of admins) {
    const message = { kind: 'approval_message', approvalId: id, place: { at: 'person', ...admin.slack } } as const
    await enqueue(tx, { message, dedupeKey: `approval:${id}:1:${admin.id}`, now, uid: deps.newId() })
  }
  return admins.map((admin) => admin.name).sort()
}

/** Those with a Slack user: the one they are tied to, or the one who was met under their address and is tied at first use. */
async function reachable(tx: Tx, actor: AccountActor, admins: readonly AccountRow[]): Promise<{ id: string; name: string; slack: SlackIdentity }[]> {
  const untied = admins.filter((admin) => admin.slack === null).map((admin) => admin.personEmail)
  const met = new Map((await findPeopleByEmail(tx, actor.slack.teamId, untied)).map(({ email, ...slack }) => [email, slack]))
  return admins.flatMap(({ id, name, slack, personEmail }) => {
    const to = slack ?? met.get(personEmail)
    return to ? [{ id, name, slack: to }] : []
  })
}
