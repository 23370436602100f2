import type { Store } from '../../../src/store/open-store.js'
import { checkAccess } from '../../../src/usecases/access/check-access.js'
import { confirmAccess } from '../../../src/usecases/access/confirm-access.js'
import { grantAccess } from '../../../src/usecases/access/grant-access.js'
import { recordGrant } from '../../../src/usecases/access/record-grant.js'
import { revokeAccess } from '../../../src/usecases/access/revoke-access.js'
import { decideApproval } from '../../../src/usecases/approvals/decide-approval.js'
import type { AccountActor } from '../../../src/domain/actor.js'
import { agentPrivileges, smallWorld } from '../../support/world.js'

/**
 * hikari.example with the managers Dana and Noor; its customers Acme, whose switch is off, with the super admin Petra, and
 * Initech, with the super admin Ines and a subscription bought from Google that the reseller has agreed to.
 */
export async function accessWorld(store: Store) {
  const small = await smallWorld(store)
  const { world, deps, hikari, acme } = small
  const manager = [...agentPrivileges, 'DECIDE_REQUESTS'] as const
  const dana = await world.account('dana@hikari.example', hikari, { name: 'Dana', privileges: manager })
  const noor = await world.account('noor@hikari.example', hikari, { name: 'Noor', privileges: manager })
  const petra = await world.account('petra@acme.example', acme.organizationId, { name: 'Petra', privileges: ['ADMINISTER'] })
  const initech = await world.customer('initech.example', hikari, { name: 'Initech', subscriptions: [{ seller: 'GOOGLE' }] })
  const ines = await world.account('ines@initech.example', initech.organizationId, { name: 'Ines', privileges: ['ADMINISTER'] })
  const held = initech.subscriptionIds[0]!
  await world.ledger(acme.id, hikari, { change: 'SWITCH_OFF' })
  await world.ledger(initech.id, hikari, { change: 'CONSENT', subscriptionId: held })

  let keys = 0
  const key = () => `key-${keys += 1}`
  const grant = (actor: AccountActor, customer: string | number, subscription?: string, deliveryKey = key()) =>
    grantAccess(deps, actor, { customer, ...(subscription !== undefined && { subscription }), deliveryKey })
  const revoke = (actor: AccountActor, customer: string | number, subscription?: string, deliveryKey = key()) =>
    revokeAccess(deps, actor, { customer, ...(subscription !== undefined && { subscription }), deliveryKey })
  const confirm = (actor: AccountActor, customerId: number, deliveryKey = key()) => confirmAccess(deps, actor, { customerId, deliveryKey })
  const record = (actor: AccountActor, customerId: number, choice: string, evidence = 'A letter of 2 March', deliveryKey = key()) =>
    recordGrant(deps, actor, { customerId, choice, evidence, deliveryKey })
  const check = (actor: AccountActor, customer: string | number) => checkAccess(deps, actor, { customer })
  const waiting = async (kind: 'ACCESS_REQUEST' | 'CONSENT' | 'RECORDED_GRANT') => (await store.db.approval.findFirstOrThrow({ where: { kind, state: 'PENDING' } })).id
  const decide = (actor: AccountActor, approvalId: string) => decideApproval(deps, actor, { approvalId, decision: 'APPROVE', comment: '', deliveryKey: key() })
  /** The customer goes over to boreal.example. */
  const transfer = async (customerId: number) => {
    await store.db.customerAssignment.updateMany({ where: { customerId }, data: { until: world.now } })
    await store.db.customer.update({ where: { id: customerId }, data: { resellerId: small.boreal } })
  }
  const ledger = () => store.db.accessEntry.findMany({ orderBy: { id: 'asc' } })
  const cards = () => store.db.outbox.findMany({ where: { kind: 'customer_cards' }, orderBy: { id: 'asc' } })
  return { ...small, db: store.db, dana, noor, petra, initech, ines, held, grant, revoke, confirm, record, check, waiting, decide, transfer, ledger, cards }
}
