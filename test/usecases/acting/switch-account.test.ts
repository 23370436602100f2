import { describe, expect, it } from 'vitest'
import type { Store } from '../../../src/store/open-store.js'
import { listCases } from '../../../src/usecases/cases/list-cases.js'
import { resolveActor } from '../../../src/usecases/acting/resolve-actor.js'
import type { SlackProfile } from '../../../src/domain/accounts/slack-profile.js'
import { showAccount } from '../../../src/usecases/acting/show-account.js'
import { switchAccount } from '../../../src/usecases/acting/switch-account.js'
import { openHome } from '../../../src/usecases/open-home.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { agentPrivileges, smallWorld } from '../../support/world.js'

/** Mei, with an account on hikari and one on boreal, signed in on hikari. */
async function meiOnTwoDomains(store: Store) {
  const small = await smallWorld(store)
  const { world, deps, hikari, boreal } = small
  const mei = { privileges: [...agentPrivileges, 'DECIDE_REQUESTS'] as const, personEmail: 'mei@hikari.example', slackUserId: 'UMEI' }
  await world.account('mei@hikari.example', hikari, mei)
  const there = await world.account('mei@boreal.example', boreal, mei)
  await world.store.db.organization.update({ where: { id: boreal }, data: { name: 'Boreal AB' } })
  const clicks = async (told: Partial<SlackProfile> = {}) => {
    const profile = { email: 'mei@hikari.example', name: 'Mei', locale: 'en', timeZone: 'UTC', isBot: false, isDeleted: false, isGuest: false, isStranger: false, ...told }
    const resolved = await resolveActor(deps, { teamId: 'T1', userId: 'UMEI', loadProfile: async () => profile })
    if (!('actor' in resolved)) throw new Error(resolved.refusal.code)
    return resolved.actor
  }
  return { ...small, there, clicks }
}

describe('switchAccount (SCOPE-1)', () => { eachStore((_name, fresh) => {
  it('makes another own account the signed-in one from the next click on, once, and back', async () => {
    const { world, deps, there, sven, hooli, clicks } = await meiOnTwoDomains(await fresh())
    await world.case(hooli.id, sven)
    const hikari = await clicks()
    expect(hikari.domain).toBe('hikari.example')
    expect(await listCases(deps, hikari, {})).toMatchObject({ rows: [] })
    const input = { domain: ' Boreal.example', deliveryKey: 's1' }
    const signedIn = { domain: 'boreal.example', organizationName: 'Boreal AB', email: 'mei@boreal.example' }
    expect(await switchAccount(deps, hikari, input)).toEqual(signedIn)

    const boreal = await clicks()
    expect(boreal).toMatchObject({ accountId: there.accountId, domain: 'boreal.example', domains: ['boreal.example', 'hikari.example'] })
    expect(await listCases(deps, boreal, {})).toMatchObject({ rows: [{ customerName: 'Hooli' }] })
    expect(await expectNoRowsWritten(world.store, () => switchAccount(deps, boreal, input))).toEqual(signedIn)
    expect(await expectNoRowsWritten(world.store, () => switchAccount(deps, boreal, { ...input, deliveryKey: 's2' }))).toEqual(signedIn)
    expect(await world.store.db.audit.findMany({ where: { action: 'account.switched' } })).toMatchObject([{
      actorId: hikari.accountId, subjectId: there.accountId,
      before: { accountId: hikari.accountId, domain: 'hikari.example' }, after: { accountId: there.accountId, domain: 'boreal.example' },
    }])

    await switchAccount(deps, boreal, { domain: 'hikari.example', deliveryKey: 's3' })
    // A second delivery of the first switch, come late, does not switch again.
    await switchAccount(deps, await clicks(), input)
    expect((await clicks()).domain).toBe('hikari.example')
  })

  it('takes a secondary domain, and the address of one of two accounts on a domain', async () => {
    const { world, deps, boreal, clicks } = await meiOnTwoDomains(await fresh())
    await world.store.db.organizationDomain.create({ data: { domain: 'boreal.test', organizationId: boreal, isPrimary: false } })
    await world.account('mei.second@boreal.example', boreal, { slackUserId: 'UMEI' })
    await switchAccount(deps, await clicks(), { domain: 'boreal.test', deliveryKey: 's1' })
    expect((await clicks()).domain).toBe('boreal.example')
    expect(await switchAccount(deps, await clicks(), { domain: 'mei.second@boreal.example', deliveryKey: 's2' })).toMatchObject({ email: 'mei.second@boreal.example' })
  })

  it.each([
    ['a domain of somebody else', 'acme.example'],
    ['a domain that does not exist', 'nowhere.example'],
    ['somebody else’s address', 'sven@boreal.example'],
    ['nothing', ' '],
  ])('refuses %s in the same words, with the own domains', async (_what, domain) => {
    const { world, deps, clicks } = await meiOnTwoDomains(await fresh())
    const actor = await clicks()
    const refusal = await expectNoRowsWritten(world.store, () => refusalOf(switchAccount(deps, actor, { domain, deliveryKey: 's1' })))
    expect(refusal).toEqual({ code: 'no_account_on_domain', domain: domain.trim(), domains: expect.arrayContaining(['hikari.example', 'boreal.example']) as string[] })
    expect((await clicks()).domain).toBe('hikari.example')
  })

  it('refuses a domain where the own account is suspended, and one that a guest may not use (ACCOUNT-5)', async () => {
    const { world, deps, there, acme, clicks } = await meiOnTwoDomains(await fresh())
    const actor = await clicks()
    await world.store.db.account.update({ where: { id: there.accountId }, data: { status: 'SUSPENDED' } })
    expect(await refusalOf(switchAccount(deps, actor, { domain: 'boreal.example', deliveryKey: 's1' }))).toMatchObject({ code: 'no_account_on_domain', domains: ['hikari.example'] })

    await world.account('mei@acme.example', acme.organizationId, { privileges: ['SUPPORT'], slackUserId: 'UMEI' })
    world.pass(1)
    const guest = await clicks({ isGuest: true })
    expect(await expectNoRowsWritten(world.store, () => refusalOf(switchAccount(deps, guest, { domain: 'hikari.example', deliveryKey: 's2' }))))
      .toEqual({ code: 'no_account_on_domain', domain: 'hikari.example', domains: ['acme.example'] })
  })
}) })

describe('showAccount', () => { eachStore((_name, fresh) => {
  it('shows who I am, what I may do, where else I may be and what waits for me', async () => {
    const { world, deps, aiko, hikari, acme, clicks } = await meiOnTwoDomains(await fresh())
    const actor = await clicks()
    const approval = (id: string, more: object = {}) => world.store.db.approval.create({
      data: {
        id, kind: 'CONSENT', organizationId: hikari, requesterId: aiko.accountId, customerId: acme.id, payload: {}, createdAt: world.now,
        deciders: { create: { accountId: actor.accountId } }, ...more,
      },
    })
    await approval('a1')
    await approval('a2', { state: 'DECLINED' })
    const sheet = await showAccount(deps, actor)
    expect(sheet).toEqual({
      name: 'mei', email: 'mei@hikari.example', domain: 'hikari.example', organizationName: 'hikari.example', organizationKind: 'RESELLER', supportOnly: false,
      roles: [{ name: expect.stringMatching(/^role /) as string, kind: 'CUSTOM' }], privileges: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES', 'DECIDE_REQUESTS'],
      others: [{ domain: 'boreal.example', organizationName: 'Boreal AB' }], administers: false, admins: ['Omar'], alertEmail: null, waiting: 1,
    })
    expect(await openHome(deps, actor)).toMatchObject({ others: sheet.others, waiting: 1 })
  })

  it('is for those too who may do nothing, and names no other domain where there is none', async () => {
    const { deps, nova } = await smallWorld(await fresh())
    expect(await showAccount(deps, nova)).toMatchObject({ name: 'Nova', roles: [], privileges: [], others: [], waiting: 0 })
  })
}) })
