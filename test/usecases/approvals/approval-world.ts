import type { AccountActor } from '../../../src/domain/actor.js'
import type { ApprovalPayload } from '../../../src/domain/approvals/approval.js'
import type { Store } from '../../../src/store/open-store.js'
import { askApproval } from '../../../src/usecases/approvals/ask-approval.js'
import type { AskApproval } from '../../../src/usecases/approvals/ask-approval.js'
import { decideApproval } from '../../../src/usecases/approvals/decide-approval.js'
import type { DecideApproval } from '../../../src/usecases/approvals/decide-approval.js'
import { smallWorld } from '../../support/world.js'

export const licences: ApprovalPayload = { kind: 'EXTRA_LICENCES', count: 20, reason: 'New team' }

/**
 * hikari.example with the managers Dana and Noor and a channel for approvals, its super admin Omar and 50 licences; the desk's Kim and
 * Lee, who decide on licences; Acme's super admin Petra.
 */
export async function approvalWorld(store: Store) {
  const small = await smallWorld(store)
  const { world, deps, hikari, boreal, acme, omar } = small
  const { db } = store
  await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { approvalChannel: 'C-APPROVALS', remindAfterHours: 2, expireAfterHours: 24 } })
  await db.licencePool.create({ data: { organizationId: hikari, ordered: true, total: 50 } })
  const dana = await world.account('dana@hikari.example', hikari, { name: 'Dana', privileges: ['DECIDE_REQUESTS'], slackUserId: 'UDANA' })
  const noor = await world.account('noor@hikari.example', hikari, { name: 'Noor', privileges: ['DECIDE_REQUESTS'], slackUserId: 'UNOOR' })
  const rival = await world.account('rita@boreal.example', boreal, { name: 'Rita', privileges: ['DECIDE_REQUESTS', 'ADMINISTER'] })
  const desk = await world.organization('desk.example', { kind: 'VENDOR' })
  const kim = await world.account('kim@desk.example', desk, { name: 'Kim', privileges: ['ANSWER_CASES'], slackUserId: 'UKIM' })
  const lee = await world.account('lee@desk.example', desk, { name: 'Lee', privileges: ['ANSWER_CASES'], slackUserId: 'ULEE' })
  const petra = await world.account('petra@acme.example', acme.organizationId, { name: 'Petra', privileges: ['ADMINISTER'], slackUserId: 'UPETRA' })

  const ask = (actor: AccountActor = omar, more: Partial<AskApproval> = {}) =>
    store.transaction((tx) => askApproval(tx, deps, actor, { payload: licences, organizationId: hikari, now: world.now, ...more }))
  const askConsent = (actor = small.aiko) => ask(actor, { payload: { kind: 'CONSENT' }, customerId: acme.id, subscriptionId: acme.subscriptionIds[0]! })
  const decide = (actor: AccountActor, approvalId: string, more: Partial<DecideApproval> = {}) =>
    decideApproval(deps, actor, { approvalId, decision: 'APPROVE', comment: '', deliveryKey: `${actor.name} decides`, ...more })
  const total = async () => (await db.licencePool.findUniqueOrThrow({ where: { organizationId: hikari } })).total
  /** The outbox rows since the last call, as `kind lane`. */
  let seen = 0
  const sent = async () => {
    const rows = await db.outbox.findMany({ where: { id: { gt: seen } }, orderBy: { id: 'asc' } })
    seen = rows.at(-1)?.id ?? seen
    return rows.map(({ kind, lane }) => `${kind} ${lane}`).sort()
  }
  return { ...small, db, dana, noor, rival, desk, kim, lee, petra, ask, askConsent, decide, total, sent }
}
