import { describe, expect, it } from 'vitest'
import { requestAccess } from '../../../src/usecases/access/request-access.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { smallWorld } from '../../support/world.js'
import type { Store } from '../../../src/store/open-store.js'

async function locked(store: Store) {
  const small = await smallWorld(store)
  await small.world.ledger(small.acme.id, small.hikari, { change: 'SWITCH_OFF' })
  const ask = (actor = small.aiko, deliveryKey = 'k1') => requestAccess(small.deps, actor, { customer: small.acme.id, deliveryKey })
  return { ...small, ask }
}

/** The switch was asked for. */
const asked = (...people: string[]) => ({ customer: 'Acme', asked: [{ kind: 'ACCESS_REQUEST', skuName: null, people }] })

describe('requestAccess', () => { eachStore((_name, fresh) => {
  it('asks the customer\'s super admins who can be reached, by an approval and a message each (APPROVAL-1)', async () => {
    const { world, aiko, acme, hikari, ask } = await locked(await fresh())
    const { db } = world.store
    await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { remindAfterHours: 2, expireAfterHours: 24 } })
    const petra = await world.account('petra@acme.example', acme.organizationId, { name: 'Petra', privileges: ['ADMINISTER'], slackUserId: 'UPETRA' })
    const quinn = await world.account('quinn@acme.example', acme.organizationId, { name: 'Quinn', privileges: ['ADMINISTER'], slackUserId: null })
    await db.slackUser.create({ data: { teamId: 'T1', userId: 'UQUINN', email: 'quinn@acme.example', name: 'Quinn', locale: 'en', timeZone: 'UTC', isGuest: true, fetchedAt: world.now } })
    // Asked, but not reachable; and not in charge, not active, or of another organization:
    await world.account('away@acme.example', acme.organizationId, { name: 'Zoe', privileges: ['ADMINISTER'], slackUserId: null })
    await world.account('staff@acme.example', acme.organizationId, { privileges: ['SUPPORT'] })
    await world.account('left@acme.example', acme.organizationId, { privileges: ['ADMINISTER'], status: 'SUSPENDED' })

    expect(await ask()).toEqual(asked('Petra', 'Quinn', 'Zoe'))
    expect(world.wakes).toBe(1)
    expect(await db.approval.findMany()).toMatchObject([{
      kind: 'ACCESS_REQUEST', state: 'PENDING', organizationId: hikari, requesterId: aiko.accountId, customerId: acme.id,
      payload: { turnOn: true, subscriptionIds: [] }, createdAt: world.now, remindAt: world.hoursAgo(-2), expiresAt: world.hoursAgo(-24),
    }])
    const deciders = await db.approvalDecider.findMany()
    expect(deciders.map(({ accountId }) => accountId)).toEqual(expect.arrayContaining([petra.accountId, quinn.accountId]))
    expect(await db.audit.findMany()).toMatchObject([{ action: 'approval.asked', actorId: aiko.accountId }])
    expect((await db.outbox.findMany({ orderBy: { id: 'asc' } })).map(({ kind, lane }) => `${kind} ${lane}`)).toEqual([
      'approval_message person:UPETRA', 'approval_message person:UQUINN', expect.stringMatching(/^approval_find find:/),
    ])
  })

  it('asks once of one delivery, and tells who asks again when and whom it was asked', async () => {
    const { world, acme, hikari, ask } = await locked(await fresh())
    await world.account('petra@acme.example', acme.organizationId, { name: 'Petra', privileges: ['ADMINISTER'] })
    const kenji = await world.account('kenji@hikari.example', hikari)
    const both = await Promise.all([ask(), ask()])
    expect(both).toEqual([asked('Petra'), asked('Petra')])
    const askedAt = world.now
    world.pass(1)
    expect(await refusalOf(ask(kenji, 'k2'))).toEqual({ code: 'already_requested', at: askedAt, admins: ['Petra'] })
    expect(await world.store.db.approval.count()).toBe(1)
    world.pass(72)
    expect(await ask(kenji, 'k3')).toEqual(asked('Petra'))
    expect(await world.store.db.approval.count()).toBe(2)
  })

  it('lets one of two agents ask who ask at once', async () => {
    const { world, acme, hikari, aiko, ask } = await locked(await fresh())
    await world.account('petra@acme.example', acme.organizationId, { name: 'Petra', privileges: ['ADMINISTER'] })
    const kenji = await world.account('kenji@hikari.example', hikari)
    const outcomes = await Promise.allSettled([ask(aiko, 'a'), ask(kenji, 'b')])
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await world.store.db.outbox.count()).toBe(1)
  })

  it('looks up in Slack who was never met, and asks no stranger (ACCOUNT-5)', async () => {
    const { world, deps, aiko, sven, acme } = await locked(await fresh())
    for (const name of ['petra', 'ghost', 'quinn']) await world.account(`${name}@acme.example`, acme.organizationId, { name, privileges: ['ADMINISTER'], slackUserId: null })
    await world.account('tied@acme.example', acme.organizationId, { name: 'tied', privileges: ['ADMINISTER'], slackUserId: 'UTIED' })
    const lookedUp: string[] = []
    const lookUp = async (email: string) => {
      lookedUp.push(email)
      const profile = { email, name: email, locale: 'en-GB', timeZone: 'UTC', isBot: false, isDeleted: false, isGuest: true, isStranger: email.startsWith('quinn') }
      return email.startsWith('ghost') ? null : { userId: `U-${email}`, profile }
    }
    const ask = (actor: typeof aiko) => requestAccess(deps, actor, { customer: acme.id, deliveryKey: 'k1', lookUp })
    expect(await refusalOf(ask(sven))).toMatchObject({ code: 'customer_not_found' })
    expect(lookedUp).toEqual([])
    expect(await ask(aiko)).toEqual(asked('ghost', 'petra', 'quinn', 'tied'))
    expect(lookedUp.toSorted()).toEqual(['ghost@acme.example', 'petra@acme.example', 'quinn@acme.example'])
    expect((await world.store.db.outbox.findMany()).filter((row) => row.kind === 'approval_message').map((row) => row.lane).toSorted()).toEqual(['person:U-petra@acme.example', 'person:UTIED'])
  })

  it('looks nobody up, and keeps nobody, when the request is refused', async () => {
    const { world, deps, aiko, acme, hikari, ask } = await locked(await fresh())
    await world.account('petra@acme.example', acme.organizationId, { name: 'Petra', privileges: ['ADMINISTER'], slackUserId: 'UPETRA' })
    await world.account('ghost@acme.example', acme.organizationId, { name: 'ghost', privileges: ['ADMINISTER'], slackUserId: null })
    await ask()
    const lookedUp: string[] = []
    const lookUp = async (email: string) => {
      lookedUp.push(email)
      return { userId: 'UGHOST', profile: { email, name: email, locale: 'en-GB', timeZone: 'UTC', isBot: false, isDeleted: false, isGuest: false, isStranger: true } }
    }
    const { db } = world.store
    const refused = async (code: string) => {
      const met = await db.slackUser.count()
      await expectNoRowsWritten(world.store, async () => {
        expect(await refusalOf(requestAccess(deps, aiko, { customer: acme.id, deliveryKey: code, lookUp }))).toMatchObject({ code })
      })
      expect(await db.slackUser.count()).toBe(met)
    }
    await refused('already_requested')
    await db.approval.updateMany({ data: { state: 'DECLINED' } })
    await world.ledger(acme.id, hikari, { change: 'SWITCH_ON' })
    await refused('access_open')
    expect(lookedUp).toEqual([])
    // Looked up in vain: who has the address is of another organization.
    await world.ledger(acme.id, hikari, { change: 'SWITCH_OFF' })
    await db.account.updateMany({ where: { slackUserId: 'UPETRA' }, data: { status: 'SUSPENDED' } })
    await refused('nobody_to_ask')
    expect(lookedUp).toEqual(['ghost@acme.example'])
  })

  it('asks the managers to agree first to what was bought from Google, and the customer then (ACCESS-2)', async () => {
    const { world, deps, aiko, hikari, nova } = await smallWorld(await fresh())
    const initech = await world.customer('initech.example', hikari, { name: 'Initech', subscriptions: [{ seller: 'GOOGLE' }] })
    const ines = await world.account('ines@initech.example', initech.organizationId, { name: 'Ines', privileges: ['ADMINISTER'] })
    const ask = (deliveryKey: string, actor = aiko) => requestAccess(deps, actor, { customer: 'initech', subscription: 'WORKSPACE', deliveryKey })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(ask('k1'))).toEqual({ code: 'nobody_to_decide', kind: 'CONSENT', organization: 'hikari.example' })
    })
    await world.account('dana@hikari.example', hikari, { name: 'Dana', privileges: ['DECIDE_REQUESTS'] })
    const skuName = 'google-workspace sku'
    const consent = { customer: 'Initech', asked: [{ kind: 'CONSENT', skuName, people: ['Dana'] }] }
    expect([await ask('k2'), await ask('k2')]).toEqual([consent, consent])
    expect(await refusalOf(ask('k3'))).toEqual({ code: 'request_waits', kind: 'CONSENT', at: world.now, asked: ['Dana'] })
    expect(await refusalOf(ask('k3', ines))).toMatchObject({ code: 'request_waits' })
    expect(await refusalOf(ask('k3', nova))).toMatchObject({ code: 'privileges_missing' })
    await world.ledger(initech.id, hikari, { change: 'CONSENT', subscriptionId: initech.subscriptionIds[0]! })
    expect(await ask('k4')).toEqual({ customer: 'Initech', asked: [{ kind: 'ACCESS_REQUEST', skuName, people: ['Ines'] }] })
    expect(await world.store.db.approval.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { kind: 'CONSENT', subscriptionId: initech.subscriptionIds[0], organizationId: hikari, requesterId: aiko.accountId },
      { kind: 'ACCESS_REQUEST', subscriptionId: null, payload: { turnOn: false, subscriptionIds: initech.subscriptionIds } },
    ])
  })

  it('asks for consent and the switch in one request', async () => {
    const { world, deps, aiko, acme, hikari } = await locked(await fresh())
    await world.subscription(acme.id, { productId: 'google-voice', seller: 'GOOGLE' })
    await world.account('petra@acme.example', acme.organizationId, { name: 'Petra', privileges: ['ADMINISTER'] })
    await world.account('dana@hikari.example', hikari, { name: 'Dana', privileges: ['DECIDE_REQUESTS'] })
    const answer = { customer: 'Acme', asked: [{ kind: 'CONSENT', skuName: 'google-voice sku', people: ['Dana'] }, { kind: 'ACCESS_REQUEST', skuName: null, people: ['Petra'] }] }
    const ask = () => requestAccess(deps, aiko, { customer: acme.id, deliveryKey: 'k1' })
    expect([await ask(), await ask()]).toEqual([answer, answer])
  })

  it('asks the managers alone when the customer\'s super admin does: the rest is the own to give', async () => {
    const { world, deps, acme, hikari } = await locked(await fresh())
    const petra = await world.account('petra@acme.example', acme.organizationId, { name: 'Petra', privileges: ['ADMINISTER'] })
    const staff = await world.account('staff@acme.example', acme.organizationId, { name: 'Staff', privileges: ['SUPPORT'] })
    await world.account('dana@hikari.example', hikari, { name: 'Dana', privileges: ['DECIDE_REQUESTS'] })
    const ask = (deliveryKey: string, actor = petra) => requestAccess(deps, actor, { customer: 'acme', deliveryKey })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(ask('k1'))).toEqual({ code: 'no_grant_needed', customer: 'Acme', skuName: 'google-workspace sku' })
      expect(await refusalOf(ask('k1', staff))).toEqual({ code: 'not_customer_admin', customer: 'Acme', admins: ['Petra'], readerKind: 'CUSTOMER' })
    })
    const voice = await world.subscription(acme.id, { productId: 'google-voice', seller: 'GOOGLE' })
    expect(await ask('k2')).toEqual({ customer: 'Acme', asked: [{ kind: 'CONSENT', skuName: 'google-voice sku', people: ['Dana'] }] })
    expect(await world.store.db.approval.findMany()).toMatchObject([{ kind: 'CONSENT', organizationId: hikari, requesterId: petra.accountId, subscriptionId: voice }])
  })

  it('says what is on its way instead of asking for it', async () => {
    const { world, acme, hikari, ask } = await locked(await fresh())
    await world.ledger(acme.id, hikari, { change: 'SWITCH_ON', effectiveAt: world.hoursAgo(-23) })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(ask())).toEqual({ code: 'already_granted', customer: 'Acme', subject: { what: 'switch' }, pendingUntil: world.hoursAgo(-23) })
    })
  })

  it('says who is missing when nobody can be asked (APPROVAL-2)', async () => {
    const { world, acme, ask } = await locked(await fresh())
    await world.account('away@acme.example', acme.organizationId, { privileges: ['ADMINISTER'], slackUserId: null })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(ask())).toEqual({ code: 'nobody_to_ask', who: 'customer_admin', customer: 'Acme' })
    })
  })

  it('asks nothing of a customer that is open, but for a subscription of it that is not (ACCESS-2)', async () => {
    const { world, deps, aiko, acme, hikari } = await smallWorld(await fresh())
    await world.account('petra@acme.example', acme.organizationId, { name: 'Petra', privileges: ['ADMINISTER'] })
    const ask = (deliveryKey: string) => requestAccess(deps, aiko, { customer: acme.id, deliveryKey })
    await expectNoRowsWritten(world.store, async () => expect(await refusalOf(ask('k1'))).toEqual({ code: 'access_open', customer: 'Acme' }))
    const voice = await world.subscription(acme.id, { productId: 'google-voice', seller: 'GOOGLE' })
    await world.ledger(acme.id, hikari, { change: 'CONSENT', subscriptionId: voice })
    expect(await ask('k2')).toEqual({ customer: 'Acme', asked: [{ kind: 'ACCESS_REQUEST', skuName: 'google-voice sku', people: ['Petra'] }] })
  })

  it('refuses another domain\'s customer as one that does not exist, and who may not file (SCOPE-1, SCOPE-2)', async () => {
    const { world, deps, aiko, nova, sven, hooli, acme, ask } = await locked(await fresh())
    const petra = await world.account('petra@acme.example', acme.organizationId, { privileges: ['ADMINISTER', 'SUPPORT'] })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(requestAccess(deps, aiko, { customer: hooli.id, deliveryKey: 'x' }))).toEqual({ code: 'customer_not_found' })
      expect(await refusalOf(requestAccess(deps, aiko, { customer: 999_999, deliveryKey: 'y' }))).toEqual({ code: 'customer_not_found' })
      expect(await refusalOf(ask(sven))).toMatchObject({ code: 'customer_not_found' })
      expect(await refusalOf(ask(nova))).toMatchObject({ code: 'privileges_missing' })
      expect(await refusalOf(ask(petra))).toMatchObject({ code: 'no_grant_needed' })
    })
  })
}) })
