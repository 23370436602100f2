import { addHours } from 'date-fns'
import type { AccountActor } from '../../domain/actor.js'
import type { ApprovalPayload } from '../../domain/approvals/approval.js'
import { mayBeAsked } from '../../domain/approvals/deciders.js'
import { Refused } from '../../domain/refused.js'
import type { Refusal } from '../../domain/refused.js'
import { createApproval } from '../../store/approvals/approval-write.js'
import { decidingOrganization, entitledPeople } from '../../store/approvals/entitled-people.js'
import type { ApprovalScope } from '../../store/approvals/entitled-people.js'
import { writeAudit } from '../../store/audit/audit.js'
import type { Tx } from '../../store/open-store.js'
import { findAccount } from '../../store/people/accounts.js'
import type { AccountRow } from '../../store/people/accounts.js'
import { findAskingPolicy } from '../../store/people/organizations.js'
import type { Deps } from '../deps.js'
import { announce } from './announce.js'
import { personOf } from './load-approval.js'
import { reach } from '../../store/people/reach.js'

export interface AskApproval {
  payload: ApprovalPayload
  /** The domain whose policy and channel it belongs to, and whose managers decide where managers do. */
  organizationId: string
  customerId?: number
  subscriptionId?: string
  caseNumber?: number
  now: Date
  /** The actor unless told otherwise. */
  requesterId?: string
}

/**
 * Asks those entitled to decide, but for who asks (APPROVAL-1, APPROVAL-2), inside the asker's transaction; answers their
 * names. Throws `Refused` with nothing written: `nobody_to_decide`; of an access request `nobody_to_ask`, when none of
 * the customer's super admins can be reached in Slack. Whether the same waits already is the asker's to find out.
 */
export async function askApproval(tx: Tx, deps: Deps, actor: AccountActor, request: AskApproval): Promise<{ id: string; asked: string[] }> {
  const { payload, organizationId, customerId = null, subscriptionId = null, caseNumber = null, now, requesterId = actor.accountId } = request
  const { kind } = payload
  const scope = { organizationId, customerId }
  const asked = await peopleToAsk(tx, kind, scope, await findAccount(tx, requesterId))
  const reached = await reach(tx, actor.slack.teamId, asked)
  if (asked.length === 0 || (kind === 'ACCESS_REQUEST' && reached.length === 0)) throw new Refused(await nobody(tx, kind, scope))

  const id = deps.newId()
  const { remindAfterHours, expireAfterHours } = await findAskingPolicy(tx, organizationId)
  const times = { createdAt: now, remindAt: addHours(now, remindAfterHours), expiresAt: addHours(now, expireAfterHours) }
  const askedIds = asked.map((person) => person.id)
  await createApproval(tx, { id, payload, organizationId, requesterId, customerId, subscriptionId, caseNumber, ...times }, askedIds)
  await writeAudit(tx, {
    at: now, actor, action: 'approval.asked', subjectType: 'approval', subjectId: id,
    after: { ...auditedPayload(payload), organizationId, requesterId, customerId, subscriptionId, caseNumber, asked: askedIds },
  })
  await announce(tx, deps, { id, kind, organizationId, remindedAt: null, version: 1 }, { askedIds, teamId: actor.slack.teamId, now })
  return { id, asked: asked.map((person) => person.name) }
}

/** What people wrote about a case stays with the case. */
function auditedPayload(payload: ApprovalPayload): object {
  return payload.kind === 'ESCALATION' ? { ...payload, justification: undefined } : payload
}

async function peopleToAsk(tx: Tx, kind: ApprovalPayload['kind'], scope: ApprovalScope, requester: AccountRow): Promise<AccountRow[]> {
  const entitled = await entitledPeople(tx, kind, scope)
  const ids = new Set(mayBeAsked(entitled.map(personOf), personOf(requester)).map((person) => person.accountId))
  return entitled.filter((person) => ids.has(person.id))
}

async function nobody(tx: Tx, kind: ApprovalPayload['kind'], scope: ApprovalScope): Promise<Refusal> {
  const organization = (await decidingOrganization(tx, kind, scope)) ?? ''
  return kind === 'ACCESS_REQUEST' ? { code: 'nobody_to_ask', who: 'customer_admin', customer: organization } : { code: 'nobody_to_decide', kind, organization }
}
