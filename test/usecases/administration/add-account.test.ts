import { describe, expect, it } from 'vitest'
import type { SlackPerson } from '../../../src/domain/accounts/slack-profile.js'
import { addAccount } from '../../../src/usecases/administration/add-account.js'
import { resolveActor } from '../../../src/usecases/acting/resolve-actor.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { newcomer, office } from './office.js'

const profile = { email: 'Mei@mail.example', name: 'Mei', locale: 'ja-JP', timeZone: 'Asia/Tokyo', isBot: false, isDeleted: false, isGuest: false, isStranger: false }
const found = (more: Partial<typeof profile> = {}) => async (): Promise<SlackPerson> => ({ userId: 'UMEI', profile: { ...profile, ...more } })

describe('addAccount', () => { eachStore((_name, fresh) => {
  it('ACCOUNT-1: adds an account with roles, unit and licence, and writes down who did; a second delivery adds none', async () => {
    const { world, deps, omar, unit, pool, rolesOf, audits, hikari } = await office(await fresh())
    await pool(50)
    const unitId = await unit('/Support')
    const input = newcomer({ unitId, licence: true, roleIds: ['reseller-admin', 'reseller-admin'] })
    const added = await addAccount(deps, omar, input)
    expect(added).toEqual({ accountId: added.accountId, name: 'Mei Lin', email: 'mei@hikari.example', welcomed: false })
    expect(await expectNoRowsWritten(world.store, () => addAccount(deps, omar, input))).toEqual(added)
    expect(await world.store.db.account.findUniqueOrThrow({ where: { id: added.accountId }, include: { licence: true } })).toMatchObject({
      organizationId: hikari, email: 'mei@hikari.example', name: 'Mei Lin', personEmail: 'mei@mail.example', unitId, status: 'ACTIVE', slackUserId: null,
      welcomeDue: true, licence: { organizationId: hikari },
    })
    expect(await rolesOf(added.accountId)).toEqual(['reseller-admin'])
    expect(await audits('account.added')).toMatchObject([{
      actorId: omar.accountId, subjectId: added.accountId,
      after: { email: 'mei@hikari.example', roles: ['reseller-admin'], unit: unitId, licence: true }, origin: { how: 'modal' },
    }])
  })

  it('takes the account’s own address for the person’s when none is given', async () => {
    const { world, deps, omar } = await office(await fresh())
    await addAccount(deps, omar, newcomer({ personEmail: ' ' }))
    expect(await world.store.db.account.findUniqueOrThrow({ where: { email: 'mei@hikari.example' } })).toMatchObject({ personEmail: 'mei@hikari.example' })
  })

  it.each([
    ['an address elsewhere', { email: 'mei@boreal.example' }, { code: 'form', problems: [{ field: 'email', problem: 'not_on_domains', domains: ['hikari.example'] }] }],
    ['an address somebody has', { email: 'AIKO@hikari.example' }, { code: 'form', problems: [{ field: 'email', problem: 'taken' }] }],
    ['no name', { name: ' ' }, { code: 'form', problems: [{ field: 'name', problem: 'required' }] }],
    ['a unit of nobody', { unitId: 'nowhere' }, { code: 'form', problems: [{ field: 'unit', problem: 'unknown' }] }],
    ['a legacy role (SCOPE-2)', { roleIds: ['legacy-enterprise-support'] }, { code: 'legacy_role', name: 'Legacy Enterprise Support' }],
    ['the desk’s role', { roleIds: ['desk-agent'] }, { code: 'role_not_found' }],
    ['a licence before any was ordered (ACCOUNT-2)', { licence: true }, { code: 'licences_not_ordered', domain: 'hikari.example' }],
  ])('refuses %s, and looks nobody up for it', async (_what, more, refusal) => {
    const { world, deps, omar } = await office(await fresh())
    const lookUp = () => expect.fail('looked up')
    expect(await expectNoRowsWritten(world.store, () => refusalOf(addAccount(deps, omar, { ...newcomer(more), lookUp })))).toEqual(refusal)
  })

  it('refuses a role of another organization as one that does not exist', async () => {
    const { world, deps, omar, zoe } = await office(await fresh())
    const { roleId } = await world.store.db.accountRole.findFirstOrThrow({ where: { accountId: zoe.accountId } })
    expect(await expectNoRowsWritten(world.store, () => refusalOf(addAccount(deps, omar, newcomer({ roleIds: [roleId] }))))).toEqual({ code: 'role_not_found' })
  })

  it('ACCOUNT-2: the last licence goes to one of two who are added at the same moment', async () => {
    const { world, deps, omar, petra, pool } = await office(await fresh())
    await pool(1)
    const outcomes = await Promise.allSettled([
      addAccount(deps, omar, newcomer({ licence: true })),
      addAccount(deps, petra, newcomer({ licence: true, email: 'lin@hikari.example', deliveryKey: 'add-2' })),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { refusal: { code: 'no_licence_left', domain: 'hikari.example', total: 1 } } })
    expect(await world.store.db.licenceAssignment.count()).toBe(1)
    expect(await world.store.db.account.count({ where: { email: { in: ['mei@hikari.example', 'lin@hikari.example'] } } })).toBe(1)
  })

  it('ACCOUNT-2: warns of two licences where automatic licensing is on, and adds when that is accepted', async () => {
    const { world, deps, omar, unit, pool } = await office(await fresh())
    await pool(50)
    const input = newcomer({ licence: true, unitId: await unit('/Support', true) })
    expect(await expectNoRowsWritten(world.store, () => refusalOf(addAccount(deps, omar, input)))).toEqual({ code: 'two_licences', unit: '/Support' })
    await addAccount(deps, omar, { ...input, acceptTwoLicences: true })
    expect(await world.store.db.licenceAssignment.count()).toBe(1)
  })

  it('ACCOUNT-3: welcomes at once whom Slack knows, looked up between the transactions', async () => {
    const { world, deps, omar } = await office(await fresh())
    const asked: string[] = []
    const lookUp = async (email: string) => { asked.push(email); return found()() }
    const added = await addAccount(deps, omar, { ...newcomer(), lookUp })
    expect(added.welcomed).toBe(true)
    expect(asked).toEqual(['mei@mail.example'])
    expect(await world.store.db.outbox.findMany()).toMatchObject([{ kind: 'welcome', payload: { accountId: added.accountId, to: { teamId: 'T1', userId: 'UMEI' } } }])
    expect(await world.store.db.account.findUniqueOrThrow({ where: { id: added.accountId } })).toMatchObject({ welcomeDue: false, slackUserId: null })
    expect(world.wakes).toBe(1)
    expect((await addAccount(deps, omar, { ...newcomer(), lookUp })).welcomed).toBe(true)
    expect(await world.store.db.outbox.count()).toBe(1)
  })

  it.each([['a guest, of a reseller', { isGuest: true }], ['a bot', { isBot: true }], ['a stranger', { isStranger: true }]])('ACCOUNT-5: does not welcome %s', async (_who, more) => {
    const { world, deps, omar } = await office(await fresh())
    expect(await addAccount(deps, omar, { ...newcomer(), lookUp: found(more) })).toMatchObject({ welcomed: false })
    expect(await world.store.db.outbox.count()).toBe(0)
  })

  it('ACCOUNT-3: welcomes at first use, once, whom nobody knew', async () => {
    const { world, deps, omar } = await office(await fresh())
    const { accountId } = await addAccount(deps, omar, { ...newcomer(), lookUp: async () => null })
    const wakes = world.wakes
    const who = { teamId: 'T1', userId: 'UMEI', loadProfile: async () => profile }
    expect(await resolveActor(deps, who)).toMatchObject({ actor: { accountId } })
    expect(world.wakes).toBeGreaterThan(wakes)
    world.pass(1)
    await resolveActor(deps, who)
    expect(await world.store.db.outbox.findMany()).toMatchObject([{ kind: 'welcome', payload: { accountId, to: { userId: 'UMEI' } } }])
    expect(await world.store.db.account.findUniqueOrThrow({ where: { id: accountId } })).toMatchObject({ welcomeDue: false, slackUserId: 'UMEI' })
  })
}) })
