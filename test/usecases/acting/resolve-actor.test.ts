import { describe, expect, it } from 'vitest'
import { resolveActor } from '../../../src/usecases/acting/resolve-actor.js'
import type { SlackProfile } from '../../../src/domain/accounts/slack-profile.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { smallWorld } from '../../support/world.js'
import type { World } from '../../support/world.js'

const profile = (more: Partial<SlackProfile> = {}): SlackProfile => ({
  email: 'mei@hikari.example', name: 'Mei Lin', locale: 'zh-TW', timeZone: 'Asia/Taipei',
  isBot: false, isDeleted: false, isGuest: false, isStranger: false, ...more,
})

/** Resolves a Slack user, counting how often Slack was asked. */
function inSlack(world: World) {
  const asked = { times: 0 }
  const as = async (userId: string, told: SlackProfile) =>
    resolveActor(world.deps, { teamId: 'T1', userId, loadProfile: async () => { asked.times += 1; return told } })
  return { as, asked }
}

describe('resolveActor', () => { eachStore((_name, fresh) => {
  it('ties every active account with that person email at first use, and signs in on the oldest organization (ACCOUNT-5)', async () => {
    const { world, hikari, boreal } = await smallWorld(await fresh())
    await world.store.db.organization.update({ where: { id: hikari }, data: { createdAt: world.hoursAgo(10) } })
    await world.account('mei@boreal.example', boreal, { personEmail: 'mei@hikari.example', slackUserId: null })
    await world.account('mei@hikari.example', hikari, { slackUserId: null })
    const { as } = inSlack(world)
    const resolved = await as('UMEI', profile({ email: 'Mei@Hikari.example' }))
    expect(await as('UMEI', profile())).toEqual(resolved)
    expect(resolved).toMatchObject({
      reader: { locale: 'zh-TW', timeZone: 'Asia/Taipei' },
      actor: { domain: 'hikari.example', domains: ['hikari.example', 'boreal.example'], locale: 'zh-TW', slack: { teamId: 'T1', userId: 'UMEI' } },
    })
    expect(await world.store.db.account.count({ where: { slackUserId: 'UMEI' } })).toBe(2)
    expect(await world.store.db.audit.count({ where: { action: 'account.tied' } })).toBe(2)
  })

  it('signs in on the account that has the Slack email as its address, whatever is older', async () => {
    const { world, hikari, boreal } = await smallWorld(await fresh())
    await world.store.db.organization.update({ where: { id: boreal }, data: { createdAt: world.hoursAgo(10) } })
    await world.account('mei@boreal.example', boreal, { personEmail: 'mei@hikari.example', slackUserId: null })
    await world.account('mei@hikari.example', hikari, { slackUserId: null })
    expect(await inSlack(world).as('UMEI', profile())).toMatchObject({ actor: { domain: 'hikari.example', domains: ['hikari.example', 'boreal.example'] } })
  })

  it('signs in by domain where organizations are of the same moment, and stays with the account chosen later', async () => {
    const { world, hikari, boreal } = await smallWorld(await fresh())
    await world.account('lin@hikari.example', hikari, { personEmail: 'mei@hikari.example', slackUserId: null })
    await world.account('mei@boreal.example', boreal, { personEmail: 'mei@hikari.example', slackUserId: null })
    const { as } = inSlack(world)
    expect(await as('UMEI', profile())).toMatchObject({ actor: { domain: 'boreal.example' } })
    const chosen = await world.store.db.account.findUniqueOrThrow({ where: { email: 'lin@hikari.example' } })
    await world.store.db.slackUser.updateMany({ data: { signedInAccountId: chosen.id } })
    expect(await as('UMEI', profile())).toMatchObject({ actor: { domain: 'hikari.example', domains: ['hikari.example', 'boreal.example'] } })
  })

  it('leaves an account alone that is tied to somebody else, and keeps a tie whatever the email becomes (ACCOUNT-5)', async () => {
    const { world, hikari } = await smallWorld(await fresh())
    await world.account('mei@hikari.example', hikari, { slackUserId: 'UFIRST' })
    const { as } = inSlack(world)
    expect(await as('USECOND', profile())).toMatchObject({ refusal: { code: 'no_account', email: 'mei@hikari.example' } })
    expect(await as('UFIRST', profile({ email: 'mei.lin@elsewhere.example' }))).toMatchObject({ actor: { name: 'mei' } })
  })

  it.each([
    ['a bot', { isBot: true }, { code: 'not_a_person' }],
    ['a stranger of a shared channel', { isStranger: true }, { code: 'no_account' }],
    ['a deleted user', { isDeleted: true }, { code: 'no_account' }],
    ['a guest, to a reseller', { isGuest: true }, { code: 'guest_without_account', email: 'mei@hikari.example' }],
  ])('never ties %s (ACCOUNT-5)', async (_who, told, refusal) => {
    const { world, hikari } = await smallWorld(await fresh())
    await world.account('mei@hikari.example', hikari, { slackUserId: null })
    const resolved = await expectNoRowsWritten(world.store, () => inSlack(world).as('UMEI', profile(told)))
    expect(resolved).toEqual({ reader: { locale: 'zh-TW', timeZone: 'Asia/Taipei' }, refusal })
    expect(await world.store.db.account.count({ where: { slackUserId: 'UMEI' } })).toBe(0)
  })

  it('ties guests to accounts of customers and support-only partners, and to those alone (ACCOUNT-5)', async () => {
    const { world, hikari, acme } = await smallWorld(await fresh())
    const fixit = await world.organization('fixit.example', { supportOnly: true })
    await world.account('mei@hikari.example', hikari, { slackUserId: null })
    await world.account('mei@acme.example', acme.organizationId, { personEmail: 'mei@hikari.example', slackUserId: null })
    await world.account('mei@fixit.example', fixit, { personEmail: 'mei@hikari.example', slackUserId: null })
    const resolved = await inSlack(world).as('UMEI', profile({ isGuest: true }))
    expect(resolved).toMatchObject({ actor: { domains: ['acme.example', 'fixit.example'] } })
    expect(await world.store.db.account.findUniqueOrThrow({ where: { email: 'mei@hikari.example' } })).toMatchObject({ slackUserId: null })
  })

  it('suspends the accounts of a user whom Slack deactivated (ACCOUNT-1), and asks Slack again every time from then on', async () => {
    const { world, hikari } = await smallWorld(await fresh())
    await world.account('mei@hikari.example', hikari, { slackUserId: 'UMEI' })
    const { as, asked } = inSlack(world)
    expect(await as('UMEI', profile({ isDeleted: true }))).toMatchObject({ refusal: { code: 'account_suspended', domain: 'hikari.example' } })
    expect(await world.store.db.account.findUniqueOrThrow({ where: { email: 'mei@hikari.example' } })).toMatchObject({ status: 'SUSPENDED' })
    expect(await world.store.db.audit.count({ where: { action: 'account.suspended' } })).toBe(1)
    expect(await as('UMEI', profile())).toMatchObject({ refusal: { code: 'account_suspended', domain: 'hikari.example' } })
    expect(asked.times).toBe(2)
  })

  it('tells the domain of a suspended account that was never tied', async () => {
    const { world, hikari } = await smallWorld(await fresh())
    await world.account('mei@hikari.example', hikari, { slackUserId: null, status: 'SUSPENDED' })
    const resolved = await expectNoRowsWritten(world.store, () => inSlack(world).as('UMEI', profile()))
    expect(resolved).toMatchObject({ refusal: { code: 'account_suspended', domain: 'hikari.example' } })
  })

  it('keeps what Slack told for 15 minutes, and ties what was added meanwhile without asking', async () => {
    const { world, hikari } = await smallWorld(await fresh())
    const { as, asked } = inSlack(world)
    expect(await as('UMEI', profile())).toMatchObject({ refusal: { code: 'no_account' } })
    await world.account('mei@hikari.example', hikari, { slackUserId: null })
    world.pass(0.24)
    expect(await as('UMEI', profile({ locale: 'fr-FR' }))).toMatchObject({ reader: { locale: 'zh-TW' }, actor: { name: 'mei' } })
    expect(asked.times).toBe(1)
    world.pass(0.02)
    expect(await as('UMEI', profile({ locale: 'fr-FR' }))).toMatchObject({ actor: { locale: 'fr-FR' } })
    expect(asked.times).toBe(2)
  })

  it('makes a new account with Super Admin for whom the settings name, once', async () => {
    const { world, hikari } = await smallWorld(await fresh())
    world.settings.superAdmins = ['MEI@hikari.example']
    const { as } = inSlack(world)
    const [first, second] = await Promise.all([as('UMEI', profile()), as('UMEI', profile())])
    for (const resolved of [first, second, await as('UMEI', profile())]) {
      expect('actor' in resolved && [...resolved.actor.privileges]).toEqual(['SUPPORT', 'ADMINISTER'])
    }
    expect(await world.store.db.account.findMany({ where: { organizationId: hikari, email: 'mei@hikari.example' } })).toMatchObject([{ name: 'Mei Lin', slackUserId: 'UMEI' }])
    expect(await world.store.db.audit.count({ where: { action: 'account.appointed' } })).toBe(1)
  })

  it('appoints the account that is there, on the own domain only', async () => {
    const { world, hikari, boreal } = await smallWorld(await fresh())
    world.settings.superAdmins = ['mei@hikari.example', 'nobody@gmail.example']
    await world.account('mei@hikari.example', hikari, { slackUserId: null })
    const there = await world.account('mei@boreal.example', boreal, { personEmail: 'mei@hikari.example', slackUserId: null })
    await inSlack(world).as('UMEI', profile())
    expect((await world.actor((await world.store.db.account.findUniqueOrThrow({ where: { email: 'mei@hikari.example' } })).id)).privileges).toContain('ADMINISTER')
    expect((await world.actor(there.accountId)).privileges).not.toContain('ADMINISTER')
    const stranger = await expectNoRowsWritten(world.store, () => inSlack(world).as('UNOBODY', profile({ email: 'nobody@gmail.example' })))
    expect(stranger).toMatchObject({ refusal: { code: 'no_account' } })
  })
}) })
