import { describe, expect, it } from 'vitest'
import { requestAccess } from '../../../src/usecases/access/request-access.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'
import { accessWorld } from './access-world.js'
import type { Store } from '../../../src/store/open-store.js'

async function asking(store: Store) {
  const access = await accessWorld(store)
  const ask = (customer: string | number, actor = access.aiko) => requestAccess(access.deps, actor, { customer, deliveryKey: `ask ${customer} ${actor.name}` })
  return { ...access, ask }
}

describe('an approved request for access', () => { eachStore((_name, fresh) => {
  it('turns the switch on and grants what is named, in the ledger of the domain that asked (APPROVAL-4)', async () => {
    const { world, db, acme, hikari, petra, aiko, ask, waiting, decide, ledger, check, cards } = await asking(await fresh())
    const voice = await world.subscription(acme.id, { productId: 'google-voice', seller: 'GOOGLE' })
    await world.ledger(acme.id, hikari, { change: 'CONSENT', subscriptionId: voice })
    await ask('acme')
    const id = await waiting('ACCESS_REQUEST')
    world.pass(1)
    expect(await decide(petra, id)).toMatchObject({ outcome: 'approved' })
    const row = { resellerId: hikari, at: world.now, effectiveAt: world.hoursAgo(-24), actorId: petra.accountId, basis: 'CUSTOMER_ADMIN', approvalId: id }
    expect((await ledger()).slice(-2)).toMatchObject([{ ...row, change: 'SWITCH_ON', subscriptionId: null }, { ...row, change: 'GRANT', subscriptionId: voice }])
    expect((await db.audit.findMany({ where: { action: { startsWith: 'access.' } } })).map(({ action }) => action)).toEqual(['access.switched_on', 'access.granted'])
    expect((await cards()).map(({ lane }) => lane)).toEqual([`customer:${acme.id}`, `customer:${acme.id}:works`])
    expect(await check(aiko, acme.id)).toMatchObject({ open: false, block: { reason: 'switch_pending' } })
  })

  it('does what is left of it, and closes when nothing is (APPROVAL-4)', async () => {
    const { world, acme, hikari, petra, grant, ask, waiting, decide, ledger } = await asking(await fresh())
    const voice = await world.subscription(acme.id, { productId: 'google-voice', seller: 'GOOGLE' })
    await world.ledger(acme.id, hikari, { change: 'CONSENT', subscriptionId: voice })
    await ask('acme')
    await grant(petra, acme.id)
    expect(await decide(petra, await waiting('ACCESS_REQUEST'))).toMatchObject({ outcome: 'approved' })
    expect((await ledger()).slice(-2).map(({ change }) => change)).toEqual(['SWITCH_ON', 'GRANT'])
    await world.ledger(acme.id, hikari, { change: 'SWITCH_OFF', at: world.now })
    world.pass(1)
    await ask(acme.id)
    await grant(petra, acme.id)
    const before = await ledger()
    expect(await decide(petra, await waiting('ACCESS_REQUEST'))).toMatchObject({ outcome: 'closed', approval: { closedBecause: 'nothing_left_to_do' } })
    expect(await ledger()).toEqual(before)
  })

  it('closes when the consent was withdrawn, the subscription ended, or the customer went elsewhere (ACCESS-2)', async () => {
    const { world, db, dana, ines, initech, held, hikari, revoke, ask, waiting, decide, transfer, ledger } = await asking(await fresh())
    const closes = async (closedBecause: string) => {
      const before = await ledger()
      expect(await decide(ines, await waiting('ACCESS_REQUEST'))).toMatchObject({ outcome: 'closed', approval: { closedBecause } })
      expect(await ledger()).toEqual(before)
    }
    await ask('initech')
    await revoke(dana, initech.id, held)
    await closes('consent_missing')
    await world.ledger(initech.id, hikari, { change: 'CONSENT', subscriptionId: held, at: world.now })
    await ask('initech.example')
    await db.subscription.update({ where: { id: held }, data: { status: 'CANCELLED' } })
    await closes('subscription_gone')
    await db.subscription.update({ where: { id: held }, data: { status: 'ACTIVE' } })
    await ask(initech.id)
    await transfer(initech.id)
    await closes('customer_transferred')
  })
}) })

describe('an approved consent', () => { eachStore((_name, fresh) => {
  it('that an agent asked for is followed by a request to the customer in the agent\'s name', async () => {
    const { world, db, dana, aiko, ines, initech, held, hikari, revoke, grant, ask, waiting, decide, ledger, check } = await asking(await fresh())
    await revoke(dana, initech.id, held)
    expect(await ask('initech')).toMatchObject({ asked: [{ kind: 'CONSENT', people: ['Dana', 'Noor'] }] })
    const id = await waiting('CONSENT')
    expect(await refusalOf(decide(ines, id))).toMatchObject({ code: 'approval_not_found' })
    expect(await decide(dana, id)).toMatchObject({ outcome: 'approved' })
    expect((await ledger()).at(-1)).toMatchObject({ change: 'CONSENT', subscriptionId: held, basis: 'MANAGER', actorId: dana.accountId, approvalId: id, effectiveAt: world.now })
    expect(await db.approval.findUniqueOrThrow({ where: { id: await waiting('ACCESS_REQUEST') } })).toMatchObject({
      organizationId: hikari, requesterId: aiko.accountId, customerId: initech.id, payload: { turnOn: false, subscriptionIds: [held] },
    })
    expect((await check(aiko, initech.id)).steps).toMatchObject([{ step: 'grant', requestedAt: world.now, asked: ['Ines'] }])
    expect(await decide(ines, await waiting('ACCESS_REQUEST'))).toMatchObject({ outcome: 'approved' })
    expect(await refusalOf(grant(ines, initech.id, held))).toMatchObject({ code: 'already_granted' })
  })

  it('stands by itself when nobody of the customer can be reached, or the customer asked', async () => {
    const { db, dana, noor, ines, initech, held, revoke, ask, waiting, decide, ledger } = await asking(await fresh())
    await revoke(dana, initech.id, held)
    await ask('initech', ines)
    await decide(dana, await waiting('CONSENT'))
    await revoke(dana, initech.id, held)
    await db.account.update({ where: { id: ines.accountId }, data: { slackTeamId: null, slackUserId: null } })
    await ask('initech')
    expect(await decide(noor, await waiting('CONSENT'))).toMatchObject({ outcome: 'approved' })
    expect((await ledger()).at(-1)).toMatchObject({ change: 'CONSENT', actorId: noor.accountId })
    expect(await db.approval.count({ where: { kind: 'ACCESS_REQUEST' } })).toBe(0)
  })

  it.each(['suspended', 'without the case privileges'])('asks the customer nothing in the name of an agent who is %s now', async (how) => {
    const { db, dana, aiko, initech, held, revoke, ask, waiting, decide, ledger } = await asking(await fresh())
    await revoke(dana, initech.id, held)
    await ask('initech')
    if (how === 'suspended') await db.account.update({ where: { id: aiko.accountId }, data: { status: 'SUSPENDED' } })
    else await db.accountRole.deleteMany({ where: { accountId: aiko.accountId } })
    expect(await decide(dana, await waiting('CONSENT'))).toMatchObject({ outcome: 'approved' })
    expect((await ledger()).at(-1)).toMatchObject({ change: 'CONSENT', subscriptionId: held })
    expect(await db.approval.count({ where: { kind: 'ACCESS_REQUEST' } })).toBe(0)
  })

  it('closes when the customer has gone elsewhere, or somebody agreed already', async () => {
    const { world, dana, noor, initech, held, hikari, revoke, ask, waiting, decide, transfer } = await asking(await fresh())
    await revoke(dana, initech.id, held)
    await ask('initech')
    const id = await waiting('CONSENT')
    await world.ledger(initech.id, hikari, { change: 'CONSENT', subscriptionId: held, at: world.now })
    expect(await decide(dana, id)).toMatchObject({ outcome: 'closed', approval: { closedBecause: 'nothing_left_to_do' } })
    await revoke(dana, initech.id, held)
    world.pass(1)
    await ask('initech.example')
    await transfer(initech.id)
    expect(await decide(noor, await waiting('CONSENT'))).toMatchObject({ outcome: 'closed', approval: { closedBecause: 'customer_transferred' } })
  })
}) })

describe('an approved record', () => { eachStore((_name, fresh) => {
  it.each(['nothing_left_to_do', 'consent_missing', 'subscription_gone', 'customer_transferred', 'requester_may_not'])('closes when it has become impossible: %s', async (why) => {
    const { db, dana, noor, ines, initech, held, grant, revoke, record, waiting, decide, transfer, ledger } = await asking(await fresh())
    await record(dana, initech.id, held)
    if (why === 'nothing_left_to_do') await grant(ines, initech.id, held)
    if (why === 'consent_missing') await revoke(noor, initech.id, held)
    if (why === 'subscription_gone') await db.subscription.update({ where: { id: held }, data: { status: 'SUSPENDED' } })
    if (why === 'customer_transferred') await transfer(initech.id)
    if (why === 'requester_may_not') await db.account.update({ where: { id: dana.accountId }, data: { status: 'SUSPENDED' } })
    const before = await ledger()
    expect(await decide(noor, await waiting('RECORDED_GRANT'))).toMatchObject({ outcome: 'closed', approval: { closedBecause: why } })
    expect(await ledger()).toEqual(before)
  })
}) })
