import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readValue } from '../../../src/cli/import/read-whole.js'
import type { AccountActor } from '../../../src/domain/actor.js'
import { wordsFor } from '../../../src/locales/words.js'
import { sayProblem } from '../../../src/slack/views/portal/import-problem-words.js'
import type { Store } from '../../../src/store/open-store.js'
import { importForDomain } from '../../../src/usecases/import/import-for-domain.js'
import type { ImportResult } from '../../../src/domain/import/import-result.js'
import { everything } from '../../import/importing.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { smallWorld } from '../../support/world.js'
import { readItems } from '../../support/read-items.js'

const say = wordsFor({ locale: 'en', timeZone: 'UTC' })

const good = `
organizations:
  - { domain: hikari.example, kind: RESELLER, name: Hikari, language: ja, units: [{ path: /Support }], policy: { p1NeedsApproval: true } }
customers:
  - { domain: acme.example, name: Acme GmbH, tier: ENHANCED }
  - { domain: globex.example, name: Globex, id: C1 }
roles:
  - { organization: hikari.example, name: Agent, privileges: [VIEW_CUSTOMERS, ACCESS_SUPPORT_CASES] }
accounts:
  - { email: hana@hikari.example, name: Hana, roles: [Agent, Reseller Admin], unit: /Support }
subscriptions:
  - { customer: acme.example, sku: Google-Vault, seller: RESELLER }
  - { customer: globex.example, sku: "1010020028", seller: GOOGLE }
`

/** What of it, in a file, and what is said of it. */
const foreign = [
  ['another reseller', 'organizations:\n  - { domain: boreal.example, kind: RESELLER, name: Mine }', 'organizations[0].domain NOT YOURS'],
  ['a new organization', 'organizations:\n  - { domain: new.example, kind: RESELLER }', 'organizations[0].domain NOT YOURS'],
  ['another kind', 'organizations:\n  - { domain: hikari.example, kind: VENDOR }', 'organizations[0].kind NOT YOURS'],
  ['licences', 'organizations:\n  - { domain: hikari.example, kind: RESELLER, licences: { ordered: true, total: 500 } }', 'organizations[0].licences NOT YOURS'],
  ['only supporting', 'organizations:\n  - { domain: hikari.example, kind: RESELLER, supportOnly: true }', 'organizations[0].supportOnly NOT YOURS'],
  ['one more domain', 'organizations:\n  - { domain: hikari.example, kind: RESELLER, domains: [new.example] }', 'organizations[0].domains[0] NOT YOURS'],
  ['another’s domain', 'organizations:\n  - { domain: hikari.example, kind: RESELLER, domains: [boreal.example] }', 'organizations[0].domains[0] NOT YOURS'],
  ['another’s channel', 'organizations:\n  - { domain: hikari.example, kind: RESELLER, policy: { updatesChannel: C-BOREAL } }', 'organizations[0].policy.updatesChannel NOT YOURS'],
  ['another’s approval channel', 'organizations:\n  - { domain: hikari.example, kind: RESELLER, policy: { approvalChannel: C-BOREAL } }', 'organizations[0].policy.approvalChannel NOT YOURS'],
  ['a policy out of bounds', 'organizations:\n  - { domain: hikari.example, kind: RESELLER, policy: { reopenWindowDays: 3000 } }', 'organizations[0].policy.reopenWindowDays: expected a whole number from 1 to 365, found 3000'],
  ['a reminder after the end', 'organizations:\n  - { domain: hikari.example, kind: RESELLER, policy: { remindAfterHours: 9, expireAfterHours: 9 } }', 'organizations[0].policy.remindAfterHours: expected a whole number from 1 to 8, found 9'],
  ['a role of another organization', 'roles:\n  - { organization: boreal.example, name: Spy, privileges: [VIEW_CUSTOMERS] }', 'roles[0].organization NOT YOURS'],
  ['a role of nobody', 'roles:\n  - { organization: nobody.example, name: Spy, privileges: [VIEW_CUSTOMERS] }', 'roles[0].organization NOT YOURS'],
  ['an account of another reseller', 'accounts:\n  - { email: sven@boreal.example, roles: [] }', 'accounts[0].email NOT YOURS'],
  ['a customer’s account', 'accounts:\n  - { email: petra@acme.example, roles: [Super Admin] }', 'accounts[0].email NOT YOURS'],
  ['an account of nobody', 'accounts:\n  - { email: a@nobody.example }', 'accounts[0].email NOT YOURS'],
  ['another reseller’s customer', 'customers:\n  - { domain: hooli.example, name: Mine }', 'customers[0].domain NOT YOURS'],
  ['a customer that is a reseller', 'customers:\n  - { domain: boreal.example }', 'customers[0].domain NOT YOURS'],
  ['a transfer to the own domain', 'customers:\n  - { domain: hooli.example, reseller: hikari.example }', 'customers[0].domain NOT YOURS'],
  ['a transfer away', 'customers:\n  - { domain: acme.example, reseller: boreal.example }', 'customers[0].reseller NOT YOURS'],
  ['a transfer to a domain of nobody', 'customers:\n  - { domain: acme.example, reseller: nobody.example }', 'customers[0].reseller NOT YOURS'],
  ['a customer let go', 'customers:\n  - { domain: acme.example, reseller: null }', 'customers[0].reseller NOT YOURS'],
  ['a rewritten history', 'customers:\n  - { domain: acme.example, assignments: [{ reseller: hikari.example, from: 2020-01-01 }] }', 'customers[0].assignments NOT YOURS'],
  ['another’s customer by its id', 'customers:\n  - { domain: fresh.example, id: C-HOOLI }', 'customers[0].id NOT YOURS'],
  ['a subscription of another’s customer', 'subscriptions:\n  - { customer: hooli.example, sku: Google-Vault, seller: RESELLER }', 'subscriptions[0].customer NOT YOURS'],
  ['a subscription of nobody', 'subscriptions:\n  - { customer: nobody.example, sku: Google-Vault, seller: RESELLER }', 'subscriptions[0].customer NOT YOURS'],
  ['the access ledger', 'access:\n  - { customer: acme.example, change: SWITCH_ON, at: 2026-01-01 }', 'access[0].customer NOT YOURS'],
  ['a partner relation', 'partners:\n  - { customer: acme.example, partner: boreal.example, service: google-workspace, state: ACTIVE }', 'partners[0].customer NOT YOURS'],
  ['a privilege resellers do not give', 'roles:\n  - { organization: hikari.example, name: Desk, privileges: [ANSWER_CASES] }', 'roles[0].privileges[0]: expected VIEW_CUSTOMERS, ACCESS_SUPPORT_CASES, DECIDE_REQUESTS, SUPPORT, VERIFY_RELATIONS or ADMINISTER, found ANSWER_CASES'],
  ['a legacy role', 'accounts:\n  - { email: hana@hikari.example, roles: [legacy-enterprise-support] }', 'accounts[0].roles[0]: expected a role of the organization, or one of Super Admin or Reseller Admin, found legacy-enterprise-support'],
  ['the desk’s role', 'accounts:\n  - { email: hana@hikari.example, roles: [Desk Agent] }', 'accounts[0].roles[0]: expected a role of the organization, or one of Super Admin or Reseller Admin, found Desk Agent'],
] as const

async function start(store: Store) {
  const small = await smallWorld(store)
  const bring = async (text: string, more: { actor?: AccountActor; skipBad?: boolean } = {}): Promise<ImportResult & { problems: string[] }> => {
    const problems: string[] = []
    const result = await importForDomain(small.deps, more.actor ?? small.omar, {
      file: 'directory.yaml', skipBad: more.skipBad ?? false,
      read: () => readItems(readValue(parse(text), 'directory.yaml')),
      onProblem: (problem) => problems.push(sayProblem(problem, say, 'en').replace(/^directory\.yaml, /, '').replace(/: expected what your domain may import.*/, ' NOT YOURS')),
    })
    return { ...result, problems }
  }
  return { ...small, db: store.db, bring }
}

describe('a super admin’s import', () => { eachStore((_name, fresh) => {
  it('writes the own organization, people, roles, new and own customers, with the actor in the trail', async () => {
    const { db, hikari, omar, bring } = await start(await fresh())
    expect(await bring(good)).toMatchObject({ written: true, items: 7, bad: 0, problems: [] })
    expect(await db.customer.findUnique({ where: { domain: 'globex.example' }, include: { assignments: true, subscriptions: true } })).toMatchObject({
      resellerId: hikari, assignments: [{ resellerId: hikari, until: null }], subscriptions: [{ seller: 'GOOGLE' }],
    })
    expect(await db.customer.findUnique({ where: { domain: 'acme.example' }, include: { subscriptions: true } })).toMatchObject({ name: 'Acme GmbH', supportTier: 'ENHANCED', subscriptions: [{}, {}] })
    expect(await db.resellerPolicy.findUnique({ where: { organizationId: hikari } })).toMatchObject({ p1NeedsApproval: true, updatesChannel: 'C-UPDATES' })
    const hana = await db.account.findUniqueOrThrow({ where: { email: 'hana@hikari.example' }, include: { roles: { include: { role: true } } } })
    expect(hana.roles.map(({ role }) => role.name).sort()).toEqual(['Agent', 'Reseller Admin'])
    const trail = await db.audit.findMany({ orderBy: { id: 'asc' } })
    expect(trail.map(({ actorId, action }) => [actorId, action])).toEqual([
      [omar.accountId, 'organization.imported'], [omar.accountId, 'role.imported'], [omar.accountId, 'account.imported'], [omar.accountId, 'directory.imported'],
    ])
    expect(trail[2]).toMatchObject({ subjectId: hana.id, before: null, after: { email: 'hana@hikari.example', status: 'ACTIVE' }, origin: { how: 'import', file: 'directory.yaml', ...omar.slack } })
  })

  it('of the same file a second time changes nothing', async () => {
    const { world, bring } = await start(await fresh())
    await bring(good)
    const before = await everything(world.store)
    world.pass(1)
    const again = await bring(good)
    expect(again.written).toBe(true)
    for (const { created, updated } of Object.values(again.counts)) expect([created, updated]).toEqual([0, 0])
    expect(await everything(world.store)).toEqual(before)
  })

  it('is refused to whoever does not administer a reseller, and writes nothing', async () => {
    const { world, aiko, acme, bring } = await start(await fresh())
    const petra = await world.account('petra@acme.example', acme.organizationId, { name: 'Petra', privileges: ['ADMINISTER', 'SUPPORT'] })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(bring(good, { actor: aiko }))).toMatchObject({ code: 'privileges_missing', missing: ['ADMINISTER'], domain: 'hikari.example' })
      expect(await refusalOf(bring(good, { actor: petra }))).toEqual({ code: 'for_resellers_only', organizationKind: 'CUSTOMER' })
    })
  })

  it('of a right taken back since it was opened is refused', async () => {
    const { world, db, omar, bring } = await start(await fresh())
    await db.accountRole.deleteMany({ where: { accountId: omar.accountId } })
    await expectNoRowsWritten(world.store, async () => expect(await refusalOf(bring(good))).toMatchObject({ code: 'privileges_missing' }))
  })

  it('takes nothing else, and writes nothing', async () => {
    const { world, db, boreal, hooli, bring } = await start(await fresh())
    await db.customer.update({ where: { id: hooli.id }, data: { externalId: 'C-HOOLI' } })
    await db.resellerPolicy.update({ where: { organizationId: boreal }, data: { updatesChannel: 'C-BOREAL' } })
    await expectNoRowsWritten(world.store, async () => {
      for (const [what, text, problem] of foreign) {
        expect({ what, ...(await bring(text, { skipBad: true })) }).toMatchObject({ what, written: false, bad: 1, problems: [problem] })
      }
    })
  })

  it('keeps a legacy role where it is held already, and grants it to nobody else', async () => {
    const { world, db, hikari, bring } = await start(await fresh())
    const old = await world.account('old@hikari.example', hikari, { name: 'Old', privileges: [] })
    await db.accountRole.create({ data: { accountId: old.accountId, roleId: 'legacy-enterprise-support', grantedAt: world.now } })
    const both = (email: string) => `accounts:\n  - { email: ${email}@hikari.example, roles: [Legacy Enterprise Support, Reseller Admin] }`
    expect(await bring(both('old'))).toMatchObject({ written: true, problems: [] })
    expect(await db.accountRole.count({ where: { accountId: old.accountId } })).toBe(2)
    expect(await bring(both('aiko'))).toMatchObject({ written: false, bad: 1 })
  })

  it('ACCOUNT-1: leaves the domain its last super admin, however the file would take it', async () => {
    const { world, db, hikari, bring } = await start(await fresh())
    const own = (await db.role.findFirstOrThrow({ where: { organizationId: hikari, privileges: { some: { privilege: 'ADMINISTER' } } } })).name
    const refused = `directory.yaml: expected a super admin to stay: after this file nobody would administer hikari.example; nothing was written`
    for (const text of [
      'accounts:\n  - { email: omar@hikari.example, roles: [Reseller Admin] }',
      'accounts:\n  - { email: omar@hikari.example, status: SUSPENDED }',
      `roles:\n  - { organization: hikari.example, name: ${own}, privileges: [SUPPORT] }`,
      'accounts:\n  - { email: omar@hikari.example, roles: [] }\n  - { email: new@hikari.example, roles: [Super Admin], status: SUSPENDED }',
    ]) {
      await expectNoRowsWritten(world.store, async () => expect(await bring(text, { skipBad: true })).toMatchObject({ written: false, problems: [refused] }))
    }
    expect(await bring('accounts:\n  - { email: omar@hikari.example, roles: [Reseller Admin] }\n  - { email: aiko@hikari.example, roles: [Super Admin] }')).toMatchObject({ written: true, problems: [] })
  })

  it('writes the good rows and leaves the bad ones out when that was asked for', async () => {
    const { db, bring } = await start(await fresh())
    const text = 'customers:\n  - { domain: hooli.example, name: Mine }\n  - { domain: globex.example, name: Globex }'
    expect(await bring(text)).toMatchObject({ written: false, bad: 1 })
    expect(await bring(text, { skipBad: true })).toMatchObject({ written: true, bad: 1 })
    expect((await db.customer.findMany({ orderBy: { domain: 'asc' } })).map(({ name }) => name)).toEqual(['Acme', 'Globex', 'Hooli'])
  })

  it('of a customer that became another’s after the check writes nothing', async () => {
    const { db, boreal, acme, deps, omar, bring } = await start(await fresh())
    let reads = 0
    const text = 'customers:\n  - { domain: acme.example, name: Mine }'
    const refusal = await refusalOf(importForDomain(deps, omar, {
      file: 'directory.yaml',
      read: async function* () {
        if (++reads === 2) await db.customer.update({ where: { id: acme.id }, data: { resellerId: boreal } })
        yield* readValue(parse(text), 'directory.yaml')
      },
    }))
    expect(refusal).toEqual({ code: 'changed_meanwhile', what: 'acme.example' })
    expect(await db.customer.findUnique({ where: { id: acme.id } })).toMatchObject({ name: 'Acme' })
    expect((await bring(text)).problems).toEqual(['customers[0].domain NOT YOURS'])
  })
}) })
