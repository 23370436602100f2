import { addHours, subDays } from 'date-fns'
import { describe, expect, test } from 'vitest'
import { demoChannels, demoPeople, demoUpdatesChannels, demoBot } from '../../src/cli/demo/cast.js'
import { seedDemo } from '../../src/cli/demo/seed-demo.js'
import { customerAccess } from '../../src/domain/access/access.js'
import { missingAccess } from '../../src/domain/access/missing-access.js'
import { products } from '../../src/domain/products.js'
import { reopenBlockedBy } from '../../src/domain/cases/case-rules.js'
import { shownClock } from '../../src/domain/clocks/response-clock.js'
import { readClock } from '../../src/store/cases/held-case.js'
import { startOldCases } from '../../src/usecases/cases/start-old-cases.js'
import { keepCaseTimes } from '../../src/usecases/cases/keep-case-times.js'
import { expectNoRowsWritten } from '../support/row-counts.js'
import { findPersonalData } from '../../src/domain/personal-data.js'
import { demoCases } from '../../src/cli/demo/cases.js'
import type { Store } from '../../src/store/open-store.js'
import { caseNumbersMatching, customerIdsMatching } from '../../src/store/search/search-index.js'
import { eachStore } from '../support/stores.js'
import { World } from '../support/world.js'

const now = new Date('2026-11-20T22:00:00Z')

async function seeded(store: Store): Promise<World> {
  const world = new World(store)
  world.now = now
  expect(await seedDemo(world.deps, now)).toBe(true)
  return world
}

eachStore((_name, fresh) => {
  test('the people have the accounts and roles of the cast', async () => {
    const { store } = await seeded(await fresh())
    const accounts = await store.db.account.findMany({ include: { organization: true, roles: { include: { role: { include: { privileges: true } } } } }, orderBy: { email: 'asc' } })
    const table = accounts.map(({ email, personEmail, organization, roles, locale, timeZone }) => [
      email, personEmail, organization.kind, roles.map(({ role }) => role.name).sort().join(' + '), `${locale}, ${timeZone}`,
    ])
    expect(table).toEqual([
      ['aiko@hikari.example', 'aiko@hikari.example', 'RESELLER', 'Support agent', 'ja-JP, Asia/Tokyo'],
      ['camille@hikari.example', 'camille@hikari.example', 'RESELLER', 'Support agent', 'fr-FR, Europe/Paris'],
      ['dana@hikari.example', 'dana@hikari.example', 'RESELLER', 'Reseller Admin', 'en-US, America/New_York'],
      ['elsa@boreal.example', 'elsa@boreal.example', 'RESELLER', 'Reseller Admin + Super Admin', 'sv-SE, Europe/Stockholm'],
      ['ines@initech.example', 'ines@initech.example', 'CUSTOMER', 'Super Admin', 'en-GB, Europe/Lisbon'],
      ['jisoo@boreal.example', 'jisoo@boreal.example', 'RESELLER', 'Legacy Resold Enterprise Support', 'ko-KR, Asia/Seoul'],
      ['liam@globex.example', 'liam@globex.example', 'CUSTOMER', 'Super Admin + Support Manager', 'en-US, America/Chicago'],
      ['mei@boreal.example', 'mei@hikari.example', 'RESELLER', 'Support agent', 'zh-TW, Asia/Taipei'],
      ['mei@hikari.example', 'mei@hikari.example', 'RESELLER', 'Support agent', 'zh-TW, Asia/Taipei'],
      ['noor@hikari.example', 'noor@hikari.example', 'RESELLER', 'Reseller Admin', 'en-GB, Asia/Dubai'],
      ['nova@hikari.example', 'nova@hikari.example', 'RESELLER', '', 'en-US, America/Los_Angeles'],
      ['omar@hikari.example', 'omar@hikari.example', 'RESELLER', 'Super Admin', 'en-GB, Europe/London'],
      ['petra@acme.example', 'petra@acme.example', 'CUSTOMER', 'Super Admin', 'en-GB, Europe/Berlin'],
      ['rosa@fixit.example', 'rosa@fixit.example', 'RESELLER', 'Relation verifier + Support agent', 'en-GB, Europe/Madrid'],
      ['sven@boreal.example', 'sven@boreal.example', 'RESELLER', 'Support agent', 'sv-SE, Europe/Stockholm'],
      ['tomas@desk.example', 'tomas@desk.example', 'VENDOR', 'Desk Agent', 'en-GB, Europe/Prague'],
    ])
    const agent = accounts.find(({ email }) => email === 'aiko@hikari.example')!.roles[0]!.role.privileges.map(({ privilege }) => privilege)
    expect(agent.sort()).toEqual(['ACCESS_SUPPORT_CASES', 'VIEW_CUSTOMERS'])
  })

  test('the customers have the tiers, portals and access states of the table', async () => {
    const { store } = await seeded(await fresh())
    const customers = await store.db.customer.findMany({
      include: { reseller: true, subscriptions: true, accessEntries: { orderBy: { id: 'asc' } } }, orderBy: { id: 'asc' },
    })
    expect(customers.length).toBe(13)
    const table = customers.slice(0, 7).map((customer) => {
      const access = customerAccess(products, customer.subscriptions, customer.accessEntries, now)
      return [customer.domain, customer.reseller?.primaryDomain, customer.supportTier, customer.portal, access.open ? 'open' : access.block?.reason]
    })
    expect(table).toEqual([
      ['acme.example', 'hikari.example', 'PREMIUM', 'CUSTOMER_CARE_PORTAL', 'open'],
      ['globex.example', 'hikari.example', 'STANDARD', 'SUPPORT_CENTER', 'switch_off'],
      ['initech.example', 'hikari.example', 'ENHANCED', 'CUSTOMER_CARE_PORTAL', 'consent_missing'],
      ['umbrella.example', 'hikari.example', 'STANDARD', 'CUSTOMER_CARE_PORTAL', 'grant_pending'],
      ['hooli.example', 'boreal.example', 'ENHANCED', 'CUSTOMER_CARE_PORTAL', 'open'],
      ['wayne.example', 'hikari.example', 'STANDARD', 'CUSTOMER_CARE_PORTAL', 'open'],
      ['stark.example', 'boreal.example', 'PREMIUM', 'SUPPORT_CENTER', 'switch_off'],
    ])
    const more = customers.slice(7)
    for (const field of ['supportTier', 'portal', 'resellerId'] as const) expect(new Set(more.map((customer) => customer[field])).size).toBeGreaterThan(1)
    const umbrella = customers.find(({ domain }) => domain === 'umbrella.example')!
    const { grants, consents } = missingAccess(umbrella.subscriptions, umbrella.accessEntries)
    expect([grants.map(({ skuName }) => skuName), consents]).toEqual([['Google Vault'], []])
    const grant = umbrella.accessEntries.at(-1)
    expect(grant).toMatchObject({ change: 'GRANT', at: new Date('2026-11-20T21:00:00Z'), effectiveAt: new Date('2026-11-21T21:00:00Z') })
    const relation = await store.db.partnerRelation.findFirstOrThrow({ include: { customer: true, partner: true, verifier: true } })
    expect(relation).toMatchObject({ state: 'PENDING', productId: 'google-workspace', customer: { domain: 'stark.example' }, partner: { primaryDomain: 'fixit.example' }, verifier: { email: 'rosa@fixit.example' } })
  })

  test('there are cases in every state, and closings on both sides of the reopening window (CASE-6)', async () => {
    const { store } = await seeded(await fresh())
    const cases = await store.db.case.findMany({ include: { customer: true, managedAtFiling: true, events: true } })
    expect(new Set(cases.map(({ state }) => state))).toEqual(new Set(['PENDING_APPROVAL', 'NEW', 'IN_PROGRESS', 'ACTION_REQUIRED', 'SOLUTION_PROVIDED', 'CLOSED']))
    const closed = cases.filter(({ state }) => state === 'CLOSED').sort((a, b) => b.closedAt!.getTime() - a.closedAt!.getTime())
    expect(closed.map(({ closedAt }) => (now.getTime() - closedAt!.getTime()) / 3_600_000)).toEqual([24, 30 * 24 - 1, 31 * 24])
    expect(closed.map((kase) => reopenBlockedBy(kase, 30, now)?.reason ?? null)).toEqual([null, null, 'window_passed'])
    for (const kase of cases) expect(kase.updatedAt).toEqual(kase.events.reduce((last, { at }) => (at > last ? at : last), kase.filedAt))

    const direct = cases.filter(({ kind }) => kind === 'DIRECT')
    expect(direct.map(({ customer, managedAtFiling, filedByOrgId }) => [customer.domain, managedAtFiling?.primaryDomain, filedByOrgId === customer.organizationId]))
      .toEqual([['wayne.example', 'boreal.example', true]])
    const wayne = await store.db.customerAssignment.findMany({ where: { customer: { domain: 'wayne.example' } }, include: { reseller: true }, orderBy: { from: 'asc' } })
    expect(wayne.map(({ reseller, until }) => [reseller.primaryDomain, until])).toEqual([['boreal.example', subDays(now, 30)], ['hikari.example', null]])
  })

  test('response clocks run, stand still, were met and have passed, and nothing is left to be told of them', async () => {
    const world = await seeded(await fresh())
    const { db } = world.store
    const cases = await db.case.findMany({ where: { state: { not: 'PENDING_APPROVAL' } }, orderBy: { number: 'asc' } })
    const shown = cases.map((kase) => shownClock(readClock(kase), now))
    const hows = shown.map((clock) => (clock?.how === 'running' && clock.passed ? 'passed' : clock?.how))
    for (const how of ['running', 'passed', 'paused', 'met']) expect(hows).toContain(how)
    for (const [index, kase] of cases.entries()) {
      const waits = kase.state === 'ACTION_REQUIRED' ? 'paused' : kase.state === 'SOLUTION_PROVIDED' ? 'met' : null
      if (waits) expect([kase.title, shown[index]?.how, kase.deskSince]).toEqual([kase.title, waits, null])
      expect([kase.title, shown[index]?.how === 'running']).toEqual([kase.title, kase.deskSince !== null])
    }
    expect(cases.filter(({ portalWaitsSince }) => portalWaitsSince !== null).map(({ desk, portalNumber, portalRemindAt }) => [desk, portalNumber, portalRemindAt]))
      .toEqual([['PORTAL', null, addHours(now, 1)], ['PORTAL', null, addHours(now, 1)]])
    expect(cases.filter(({ portalRemindAt }) => portalRemindAt !== null)).toHaveLength(2)
    expect(new Set(cases.map(({ desk, deskOwnerId }) => `${desk} ${deskOwnerId !== null}`))).toEqual(new Set(['BUILT_IN true', 'BUILT_IN false', 'PORTAL false']))
    await expectNoRowsWritten(world.store, async () => [await startOldCases(world.deps), await keepCaseTimes(world.deps)])
    expect(await db.case.count({ where: { state: 'PENDING_APPROVAL', targetAt: null, deskSince: null } })).toBe(1)
  })

  test('customers and cases are found by keyword, each by its own reseller only (SCOPE-1)', async () => {
    const world = await seeded(await fresh())
    const actorOf = async (email: string) => world.actor((await world.store.db.account.findUniqueOrThrow({ where: { email } })).id)
    const aiko = await actorOf('aiko@hikari.example')
    const sven = await actorOf('sven@boreal.example')
    const find = (actor: typeof aiko, words: string) => customerIdsMatching(world.store.db, { actor, words, limit: 10 })
    expect(await find(aiko, 'acme')).toHaveLength(1)
    expect(await find(aiko, '商事')).toHaveLength(1)
    expect(await find(sven, 'acme')).toEqual([])
    expect(await caseNumbersMatching(world.store.db, { actor: aiko, words: 'saml', limit: 10 })).toHaveLength(1)
    expect(await caseNumbersMatching(world.store.db, { actor: sven, words: 'saml', limit: 10 })).toEqual([])
  })

  test('a second time, and into a directory of somebody’s own, nothing is put', async () => {
    const world = await seeded(await fresh())
    const before = await world.store.db.case.count()
    expect(await seedDemo(world.deps, now)).toBe(false)
    expect(await world.store.db.case.count()).toBe(before)
    const other = new World(await fresh())
    await other.organization('mine.example')
    expect(await seedDemo(other.deps, now)).toBe(false)
    expect(await other.store.db.customer.count()).toBe(0)
  })
})

describe('the workspace', () => {
  test('keeps the resellers’ people out of each other’s channels (SCOPE-1)', () => {
    const emails = new Map(demoPeople.map(({ id, email }) => [id, email]))
    const members = Object.fromEntries(demoChannels.map((channel) => [channel.name, channel.members.filter((id) => id !== demoBot.userId).map((id) => emails.get(id)!)]))
    expect(Object.keys(members)).toEqual(['case-updates', 'team-boreal', 'team-hikari', 'approvals', 'approvals-boreal', 'support-lounge'])
    // Nobody of a reseller, and no updates channel: nothing private of theirs gets there.
    expect(members['support-lounge']).toEqual(['petra@acme.example', 'liam@globex.example', 'ines@initech.example', 'rosa@fixit.example', 'tomas@desk.example'])
    expect(demoUpdatesChannels).not.toContain('C0DEMOLOUNGE')
    expect(demoPeople.filter(({ id }) => !demoChannels.some((channel) => channel.members.includes(id)))).toEqual([])
    for (const name of ['case-updates', 'team-hikari', 'approvals']) expect(members[name]!.every((email) => email.endsWith('@hikari.example'))).toBe(true)
    for (const name of ['team-boreal', 'approvals-boreal']) expect(members[name]!.every((email) => email.endsWith('@boreal.example') || email === 'mei@hikari.example')).toBe(true)
    expect(demoChannels.every(({ members, isPrivate }) => isPrivate && members.includes(demoBot.userId) && members.every((id) => id === demoBot.userId || emails.has(id)))).toBe(true)
  })

  test('has an updates channel for each reseller that manages customers', () => {
    const named = demoUpdatesChannels.split(',').map((entry) => entry.split('='))
    expect(named.map(([domain, id]) => [domain, demoChannels.find((channel) => channel.id === id)?.name])).toEqual([['hikari.example', 'case-updates'], ['boreal.example', 'team-boreal']])
  })

  test('no demo case holds personal data (CASE-2)', () => {
    for (const kase of demoCases) {
      const texts = [kase.title, ...Object.values(kase.answers), ...(kase.events ?? []).flatMap(({ reply, note, escalated }) => [reply, note, escalated].filter((text) => text !== undefined))]
      expect(texts.flatMap((text) => findPersonalData(text, kase.title))).toEqual([])
    }
  })
})
