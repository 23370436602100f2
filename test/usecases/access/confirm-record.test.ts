import { describe, expect, it } from 'vitest'
import { openRecordGrant } from '../../../src/usecases/access/open-record-grant.js'
import { showAccessHistory } from '../../../src/usecases/access/show-access-history.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { agentPrivileges } from '../../support/world.js'
import { accessWorld } from './access-world.js'

const skuName = 'google-workspace sku'
const subscription = { what: 'subscription', skuName }

describe('It works now', () => { eachStore((_name, fresh) => {
  it('confirms all that is pending, once, and the ledger names who did (ACCESS-3)', async () => {
    const { world, aiko, petra, acme, hikari, grant, confirm, check, ledger } = await accessWorld(await fresh())
    const voice = await world.subscription(acme.id, { productId: 'google-voice', seller: 'GOOGLE' })
    await world.ledger(acme.id, hikari, { change: 'CONSENT', subscriptionId: voice })
    await grant(petra, acme.id)
    await grant(petra, acme.id, voice)
    world.pass(1)
    const answer = { customer: 'Acme', confirmed: [{ what: 'switch' }, { what: 'subscription', skuName: 'google-voice sku' }] }
    expect([await confirm(aiko, acme.id, 'once'), await confirm(aiko, acme.id, 'once')]).toEqual([answer, answer])
    expect((await ledger()).slice(-2)).toMatchObject([
      { change: 'GRANT_CONFIRMED', subscriptionId: null, actorName: 'Aiko', basis: 'AGENT', at: world.now },
      { change: 'GRANT_CONFIRMED', subscriptionId: voice, actorId: aiko.accountId },
    ])
    expect(await check(aiko, acme.id)).toMatchObject({ open: true, may: { file: true, confirm: false } })
    await expectNoRowsWritten(world.store, async () => expect(await refusalOf(confirm(aiko, acme.id))).toEqual({ code: 'nothing_pending', customer: 'Acme' }))
  })

  it('is for those of the reseller who work on cases', async () => {
    const { world, petra, nova, sven, aiko, acme, grant, confirm } = await accessWorld(await fresh())
    await grant(petra, acme.id)
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(confirm(petra, acme.id))).toEqual({ code: 'for_resellers_only', organizationKind: 'CUSTOMER' })
      expect(await refusalOf(confirm(nova, acme.id))).toMatchObject({ code: 'privileges_missing' })
      expect(await refusalOf(confirm(sven, acme.id))).toEqual({ code: 'customer_not_found' })
    })
    world.pass(24)
    expect(await refusalOf(confirm(aiko, acme.id))).toMatchObject({ code: 'nothing_pending' })
  })

  it('is not for who recorded it by another account of theirs (ACCESS-3)', async () => {
    const { world, dana, noor, initech, hikari, held, record, waiting, decide, confirm, check } = await accessWorld(await fresh())
    const again = await world.account('dana.two@hikari.example', hikari, { name: 'Dana', privileges: agentPrivileges, slackUserId: dana.slack.userId })
    await record(dana, initech.id, held)
    await decide(noor, await waiting('RECORDED_GRANT'))
    await expectNoRowsWritten(world.store, async () => expect(await refusalOf(confirm(again, initech.id))).toEqual({ code: 'confirm_own_record', customer: 'Initech' }))
    expect((await check(again, initech.id)).may.confirm).toBe(false)
    expect((await check(noor, initech.id)).may.confirm).toBe(true)
  })

  it('is not for who recorded it, whose other grants are confirmed all the same (ACCESS-3)', async () => {
    const { world, dana, noor, petra, initech, acme, hikari, held, record, waiting, decide, confirm, ledger, grant } = await accessWorld(await fresh())
    expect(await record(dana, initech.id, held)).toEqual({ customer: 'Initech', subject: subscription, asked: ['Noor'] })
    expect(await refusalOf(decide(dana, await waiting('RECORDED_GRANT')))).toMatchObject({ code: 'own_request' })
    expect(await decide(noor, await waiting('RECORDED_GRANT'))).toMatchObject({ outcome: 'approved' })
    expect((await ledger()).at(-1)).toMatchObject({
      change: 'GRANT', basis: 'MANAGER_RECORD', actorId: dana.accountId, actorName: 'Dana', evidence: 'A letter of 2 March', effectiveAt: world.hoursAgo(-24),
    })
    await expectNoRowsWritten(world.store, async () => expect(await refusalOf(confirm(dana, initech.id))).toEqual({ code: 'confirm_own_record', customer: 'Initech' }))
    expect(await confirm(noor, initech.id)).toEqual({ customer: 'Initech', confirmed: [subscription] })

    const voice = await world.subscription(acme.id, { productId: 'google-voice', seller: 'GOOGLE' })
    await world.ledger(acme.id, hikari, { change: 'CONSENT', subscriptionId: voice })
    await record(dana, acme.id, 'switch')
    await decide(noor, await waiting('RECORDED_GRANT'))
    await grant(petra, acme.id, voice)
    expect(await confirm(dana, acme.id)).toEqual({ customer: 'Acme', confirmed: [{ what: 'subscription', skuName: 'google-voice sku' }] })
    expect(await confirm(noor, acme.id)).toEqual({ customer: 'Acme', confirmed: [{ what: 'switch' }] })
  })
}) })

describe('recording a grant', () => { eachStore((_name, fresh) => {
  it('asks another manager once, with the evidence', async () => {
    const { world, db, deps, dana, noor, initech, hikari, held, record } = await accessWorld(await fresh())
    expect(await openRecordGrant(deps, dana, { customer: 'initech' })).toEqual({ customerId: initech.id, customer: 'Initech', choices: [{ value: held, subject: subscription }] })
    expect([await record(dana, initech.id, held, ' By phone ', 'once'), await record(dana, initech.id, held, 'By phone', 'once')].map(({ asked }) => asked)).toEqual([['Noor'], ['Noor']])
    expect(await db.approval.findMany()).toMatchObject([{ kind: 'RECORDED_GRANT', organizationId: hikari, customerId: initech.id, subscriptionId: held, payload: { evidence: 'By phone' }, requesterId: dana.accountId }])
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(record(noor, initech.id, held))).toEqual({ code: 'request_waits', kind: 'RECORDED_GRANT', at: world.now, asked: ['Noor'] })
    })
  })

  it('is refused for a subscription that ended while the form was open, as nobody could approve it', async () => {
    const { world, db, dana, initech, held, record } = await accessWorld(await fresh())
    await db.subscription.update({ where: { id: held }, data: { status: 'CANCELLED' } })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(record(dana, initech.id, held))).toMatchObject({ code: 'access_missing', block: { reason: 'subscription_not_active', skuName, status: 'CANCELLED' } })
    })
  })

  it('needs a standing consent, evidence and something to record, and a manager (ACCESS-2)', async () => {
    const { world, deps, dana, aiko, sven, petra, acme, initech, hikari, held, record } = await accessWorld(await fresh())
    const vault = await world.subscription(initech.id, { productId: 'google-vault', seller: 'GOOGLE' })
    const globex = await world.customer('globex.example', hikari, { name: 'Globex' })
    const open = (actor: typeof dana, customer: number) => refusalOf(openRecordGrant(deps, actor, { customer }))
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(record(dana, initech.id, vault))).toMatchObject({ code: 'consent_first' })
      expect(await refusalOf(record(dana, initech.id, 'switch'))).toMatchObject({ code: 'already_granted' })
      expect(await refusalOf(record(dana, initech.id, held, '  '))).toEqual({ code: 'form', problems: [{ field: 'evidence', problem: 'required' }] })
      expect(await refusalOf(record(dana, initech.id, acme.subscriptionIds[0]!, 'x'.repeat(3001)))).toEqual({
        code: 'form', problems: [{ field: 'subscription', problem: 'unknown' }, { field: 'evidence', problem: 'too_long', max: 3000, length: 3001 }],
      })
      for (const refused of [(actor: typeof dana) => refusalOf(record(actor, initech.id, held)), (actor: typeof dana) => open(actor, initech.id)]) {
        expect(await refused(aiko)).toMatchObject({ code: 'privileges_missing', missing: ['DECIDE_REQUESTS'] })
        expect(await refused(sven)).toEqual({ code: 'customer_not_found' })
      }
      expect(await open(petra, acme.id)).toMatchObject({ code: 'for_resellers_only' })
      expect(await open(dana, globex.id)).toMatchObject({ code: 'already_granted', subject: { what: 'switch' } })
    })
    await world.ledger(initech.id, hikari, { change: 'CONSENT_WITHDRAWN', subscriptionId: held })
    expect(await open(dana, initech.id)).toMatchObject({ code: 'consent_first' })
  })
}) })

describe('the ledger shown', () => { eachStore((_name, fresh) => {
  it('goes back page by page, to each reader that of the own pair (ACCESS-5)', async () => {
    const { world, deps, aiko, sven, petra, acme, hikari, boreal, initech } = await accessWorld(await fresh())
    for (let n = 0; n < 11; n += 1) await world.ledger(acme.id, hikari, { change: n % 2 ? 'SWITCH_OFF' : 'SWITCH_ON' })
    await world.ledger(acme.id, boreal, { change: 'SWITCH_OFF' })
    const first = await showAccessHistory(deps, aiko, { customer: 'acme' })
    expect(first.rows).toHaveLength(10)
    expect(first.rows[0]).toMatchObject({ change: 'SWITCH_ON', subject: { what: 'switch' }, by: 'Petra', basis: 'CUSTOMER_ADMIN', evidence: null })
    const second = await showAccessHistory(deps, aiko, { customer: acme.id, after: first.next! })
    expect([second.rows.length, second.next]).toEqual([2, null])
    expect(first.rows.at(-1)!.id).toBeGreaterThan(second.rows[0]!.id)
    expect((await showAccessHistory(deps, petra, { customer: acme.id })).rows).toEqual(first.rows)
    expect((await showAccessHistory(deps, aiko, { customer: initech.id })).rows).toMatchObject([{ change: 'CONSENT', subject: subscription }])
    expect(await refusalOf(showAccessHistory(deps, sven, { customer: acme.id }))).toEqual({ code: 'customer_not_found' })
    expect(await refusalOf(showAccessHistory(deps, petra, { customer: initech.id }))).toEqual({ code: 'customer_not_found' })
  })
}) })
