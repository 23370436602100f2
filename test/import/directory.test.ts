import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { customerAccess } from '../../src/domain/access/access.js'
import { products } from '../../src/domain/products.js'
import { installCategories } from '../../src/store/filing/catalogue-write.js'
import { smallCatalogue } from '../support/small-catalogue.js'
import { eachStore } from '../support/stores.js'
import { directoryYaml } from './directory-file.js'
import { everything, importer, problemsIn } from './importing.js'

eachStore((_name, fresh) => {
  test('a directory file puts in everything it tells', async () => {
    const { world: { store }, run } = await importer(await fresh())
    const { done, out, err } = await run('directory.yaml', directoryYaml)
    expect(err).toEqual([])
    expect(done).toBe(true)
    expect(out[0]).toBe('Imported directory.yaml: 15 created, 0 changed, 0 as they were.')

    const sakura = await store.db.organization.findUniqueOrThrow({ where: { primaryDomain: 'sakura.example' }, include: { policy: true, licencePool: true, units: true } })
    expect(sakura).toMatchObject({ kind: 'RESELLER', name: 'サクラ', language: 'ja', address: { addressLine1: '1-1 Otemachi', countryCode: 'JP' }, licencePool: { ordered: true, total: 50 } })
    expect(sakura.policy).toMatchObject({ desk: 'PORTAL', p1NeedsApproval: true, reopenWindowDays: 14, remindAfterHours: 4 })
    const hana = await store.db.account.findUniqueOrThrow({ where: { email: 'hana@sakura.example' }, include: { roles: { include: { role: true } }, unit: true, licence: true } })
    expect(hana).toMatchObject({ personEmail: 'hana@mail.example', timeZone: 'Asia/Tokyo', unit: { path: '/Support' } })
    expect(hana.licence).not.toBeNull()
    expect(hana.roles.map(({ role }) => role.name).sort()).toEqual(['Agent', 'Reseller Admin'])
    const rosa = await store.db.account.findUniqueOrThrow({ where: { email: 'rosa@fixit-support.example' }, include: { organization: true } })
    expect(rosa.organization.primaryDomain).toBe('fixit.example')

    const acme = await store.db.customer.findUniqueOrThrow({ where: { domain: 'acme.example' }, include: { subscriptions: true, accessEntries: { include: { actor: true } }, organization: true, reseller: true } })
    expect(acme).toMatchObject({ name: 'Acme', supportTier: 'PREMIUM', contactEmail: 'petra@acme.example', language: 'de', reseller: { primaryDomain: 'sakura.example' }, organization: { kind: 'CUSTOMER', primaryDomain: 'acme.example' } })
    expect(acme.subscriptions.sort((a, b) => (a.skuId < b.skuId ? -1 : 1)).map(({ skuId, seats, status, productId }) => [skuId, seats, status, productId])).toEqual([
      ['1010020028', 25, 'ACTIVE', 'google-workspace'], ['Google-Vault', null, 'SUSPENDED', 'google-vault'],
    ])
    expect(acme.accessEntries.map(({ change, actor, effectiveAt }) => [change, actor?.email, effectiveAt.toISOString()])).toEqual([
      ['CONSENT', 'hana@sakura.example', '2026-03-01T08:00:00.000Z'], ['GRANT', 'petra@acme.example', '2026-03-02T08:00:00.000Z'],
    ])
    const access = customerAccess(products, acme.subscriptions, acme.accessEntries, new Date('2026-03-02T07:00:00Z'))
    expect(access.block?.reason).toBe('grant_pending')

    const stark = await store.db.customer.findUniqueOrThrow({ where: { domain: 'stark.example' }, include: { assignments: { include: { reseller: true }, orderBy: { from: 'asc' } }, reseller: true, partnerRelations: true, subscriptions: true } })
    expect(stark).toMatchObject({ name: 'stark.example', supportTier: 'STANDARD', portal: 'SUPPORT_CENTER', reseller: { primaryDomain: 'boreal.example' } })
    expect(stark.assignments.map(({ reseller, until }) => [reseller.primaryDomain, until?.toISOString()])).toEqual([['hikari.example', '2026-01-01T00:00:00.000Z'], ['boreal.example', undefined]])
    expect(stark.partnerRelations).toMatchObject([{ state: 'PENDING', portal: 'SUPPORT_CENTER', verifierId: rosa.id }])
    expect(stark.subscriptions).toMatchObject([{ skuId: 'mystery', skuName: 'mystery', productId: 'appsheet' }])
  })

  test('importing twice changes nothing, and JSON says the same as YAML', async () => {
    const { world, run } = await importer(await fresh())
    await run('directory.yaml', directoryYaml)
    const before = await everything(world.store)
    world.pass(5)
    const again = await run('directory.json', JSON.stringify(parse(directoryYaml)))
    expect(again.out[0]).toBe('Imported directory.json: 0 created, 0 changed, 15 as they were.')
    expect(await everything(world.store)).toEqual(before)
  })

  test('what changed is changed, and nothing else is touched', async () => {
    const { world, run } = await importer(await fresh())
    await run('directory.yaml', directoryYaml)
    const before = await world.store.db.customer.findUniqueOrThrow({ where: { domain: 'stark.example' } })
    world.pass(5)
    const { out } = await run('changes.yaml', `
customers: [{ domain: acme.example, name: Acme SE, timeZone: null, address: null }, { domain: stark.example }]
accounts: [{ email: hana@sakura.example, roles: [Agent], licence: false, status: suspended, unit: null }]
roles: [{ organization: sakura.example, name: Agent, privileges: [VIEW_CUSTOMERS] }]
subscriptions: [{ customer: acme.example, sku: Google-Vault, seller: RESELLER, status: ACTIVE }]
`)
    expect(out[0]).toBe('Imported changes.yaml: 0 created, 4 changed, 1 as they were.')
    const acme = await world.store.db.customer.findUniqueOrThrow({ where: { domain: 'acme.example' }, include: { subscriptions: true } })
    expect(acme).toMatchObject({ name: 'Acme SE', timeZone: null, address: null, language: 'de', version: 2, updatedAt: world.now })
    expect(acme.subscriptions.every(({ status }) => status === 'ACTIVE')).toBe(true)
    const hana = await world.store.db.account.findUniqueOrThrow({ where: { email: 'hana@sakura.example' }, include: { roles: { include: { role: { include: { privileges: true } } } }, licence: true } })
    expect(hana).toMatchObject({ status: 'SUSPENDED', licence: null, unitId: null, name: 'Hana' })
    expect(hana.roles.map(({ role }) => [role.name, role.privileges.length])).toEqual([['Agent', 1]])
    expect(await world.store.db.customer.findUniqueOrThrow({ where: { domain: 'stark.example' } })).toEqual(before)
  })

  test('each import leaves a row in the audit trail, beside one for each change of who may do what', async () => {
    const { world, run } = await importer(await fresh())
    await run('directory.yaml', directoryYaml)
    await run('bad.yaml', 'customers: [{ domain: nonsense }]')
    const all = await world.store.db.audit.findMany({ orderBy: { id: 'asc' } })
    expect(all.map(({ action }) => action)).toEqual([
      'organization.imported', 'organization.imported', 'role.imported', 'account.imported', 'account.imported', 'account.imported',
      'access.imported', 'access.imported', 'partner.imported', 'directory.imported',
    ])
    const rows = all.filter(({ action }) => action === 'directory.imported')
    expect(rows).toMatchObject([{ action: 'directory.imported', subjectId: 'directory.yaml', actorName: 'import' }])
    expect(rows[0]!.after).toMatchObject({ items: 15, bad: 0 })
  })
})

eachStore((_name, fresh) => {
  const changesText = `
organizations: [{ domain: sakura.example, kind: RESELLER, policy: { p1NeedsApproval: false }, licences: { ordered: true, total: 80 } }]
customers: [{ domain: acme.example, reseller: boreal.example }]
accounts: [{ email: hana@sakura.example, personEmail: other@mail.example, licence: false }]
access: [{ customer: acme.example, reseller: boreal.example, change: SWITCH_OFF, at: 2026-03-03T08:00:00Z, evidence: told by letter }]
partners: [{ customer: stark.example, partner: fixit.example, service: google-workspace, state: ACTIVE }]
`

  test('what an import changes of policy, licences, ties, managers, access and partners is in the trail, with what was before', async () => {
    const { world, run } = await importer(await fresh())
    const { db } = world.store
    await run('directory.yaml', directoryYaml)
    const last = (await db.audit.findFirstOrThrow({ orderBy: { id: 'desc' } })).id
    world.pass(1)
    expect((await run('changes.yaml', changesText)).done).toBe(true)
    const [acme, stark] = await Promise.all(['acme.example', 'stark.example'].map((domain) => db.customer.findUniqueOrThrow({ where: { domain } })))
    const of = async (primaryDomain: string) => (await db.organization.findUniqueOrThrow({ where: { primaryDomain } })).id
    const [sakura, boreal, fixit] = [await of('sakura.example'), await of('boreal.example'), await of('fixit.example')]
    const rows = await db.audit.findMany({ where: { id: { gt: last } }, orderBy: { id: 'asc' } })
    expect(rows).toMatchObject([
      { action: 'organization.imported', subjectId: sakura, before: { policy: { p1NeedsApproval: true }, licences: { total: 50 } }, after: { policy: { p1NeedsApproval: false }, licences: { total: 80 } } },
      { action: 'customer.imported', subjectId: String(acme!.id), before: { resellerId: sakura }, after: { resellerId: boreal } },
      { action: 'account.imported', before: { personEmail: 'hana@mail.example', licence: true }, after: { personEmail: 'other@mail.example', licence: false } },
      { action: 'access.imported', subjectId: String(acme!.id), after: { entries: [{ resellerId: boreal, change: 'SWITCH_OFF', evidence: 'told by letter', basis: 'IMPORT' }] } },
      { action: 'partner.imported', subjectId: String(stark!.id), before: { state: 'PENDING' }, after: { partnerId: fixit, state: 'ACTIVE' } },
      { action: 'directory.imported' },
    ])
    for (const { origin } of rows.slice(0, -1)) expect(origin).toEqual({ how: 'import', file: 'changes.yaml' })
    await run('changes.yaml', changesText)
    expect((await db.audit.findMany({ where: { id: { gt: rows.at(-1)!.id } } })).map(({ action }) => action)).toEqual(['directory.imported'])
  })

  test('ACCESS-1: posted cards of a customer whose access a file changed are drawn anew, once', async () => {
    const { world, run } = await importer(await fresh())
    const { db } = world.store
    await run('customers.yaml', 'customers: [{ domain: acme.example, reseller: hikari.example }, { domain: plain.example, reseller: hikari.example }]')
    const hikari = await db.organization.findUniqueOrThrow({ where: { primaryDomain: 'hikari.example' } })
    const acme = await db.customer.findUniqueOrThrow({ where: { domain: 'acme.example' } })
    const aiko = await world.account('aiko@hikari.example', hikari.id)
    await world.store.transaction((tx) => installCategories(tx, smallCatalogue))
    const caseNumber = await world.case(acme.id, aiko)
    await db.caseCard.create({ data: { caseNumber, channel: 'C0UPDATES', channelId: 'C0UPDATES', ts: '1.2', shownVersion: 1 } })
    const off = `access: [${['acme', 'plain'].map((name) => `{ customer: ${name}.example, change: SWITCH_OFF, at: 2026-03-03T08:00:00Z }`).join(', ')}]`
    await run('off.yaml', off)
    await run('off.yaml', off)
    expect(await db.outbox.findMany({ where: { kind: 'customer_cards' } })).toMatchObject([{ payload: { customerId: acme.id } }])
  })
})

describe('a directory file that is wrong', () => {
  test.each([
    ['accounts:\n  - email: a@b.example\n    locale: nonsense!', ['directory.yaml line 2, accounts[0].locale: expected a language tag, for example en or zh-TW, found nonsense!']],
    ['customers:\n\n  - domain: acme.example\n  - tier: GOLD\n    domain: two.example', ['directory.yaml line 4, customers[1].tier: expected STANDARD, ENHANCED or PREMIUM, found GOLD']],
    ['customers:\n  - name: Acme', ['directory.yaml line 2, customers[0].domain: expected a value, found none']],
    ['customers: { domain: acme.example }', ['directory.yaml line 1, customers: expected a list, found {"domain":"acme.example"}']],
    ['subscriptions:\n  - { customer: a.example, sku: x, seller: GOOGLE, seats: many }', ['directory.yaml line 2, subscriptions[0].seats: expected a number, found many']],
    ['subscriptions:\n  - { customer: a.example, sku: x, seller: GOOGLE, seats: -1 }', ['directory.yaml line 2, subscriptions[0].seats: expected a whole number from 0 to 10,000,000, found -1']],
    ['access:\n  - { customer: a.example, change: GRANT, at: yesterday }', ['directory.yaml line 2, access[0].at: expected a day or a moment with its offset, for example 2026-11-20 or 2026-11-20T09:00:00Z, found yesterday']],
    ['customers:\n  - { domain: a.example, contact: { email: nobody } }', ['directory.yaml line 2, customers[0].contact.email: expected an email address, for example petra@acme.example, found nobody']],
    ['customers:\n  - { domain: a.example, timeZone: Mars/Olympus }', ['directory.yaml line 2, customers[0].timeZone: expected an IANA time zone, for example Asia/Tokyo, found Mars/Olympus']],
    ['organizations:\n  - { domain: a.example, kind: RESELLER, supportOnly: yes please }', ['directory.yaml line 2, organizations[0].supportOnly: expected true or false, found yes please']],
    ['organizations:\n  - { domain: "http://a.example/", kind: RESELLER }', ['directory.yaml line 2, organizations[0].domain: expected a domain, for example acme.example, found http://a.example/']],
    ['organizations:\n  - { domain: a.example, kind: RESELLER, units: [{ path: Support }] }', ['directory.yaml line 2, organizations[0].units[0].path: expected the path of a unit, for example /Support, found Support']],
    ['people: []', ['directory.yaml line 1: expected one of organizations, customers, roles, accounts, subscriptions, access or partners, found people']],
    ['partners:\n  - { customer: a.example, partner: b.example, service: x, state: ACTIVE, portals: x }', ['directory.yaml line 2, partners[0]: expected one of customer, partner, service, state, portal, verifier, assignedBy, assignedAt, activatedAt or endedAt, found portals']],
    ['accounts: [', ['directory.yaml line 1: expected YAML, and it cannot be read as that: Flow sequence in block collection must be sufficiently indented and end with a ]']],
    ['just words', ['directory.yaml: expected a directory file (.yaml, .yml, .json), a customers.csv, or the JSON of the Reseller API (.json, .jsonl)']],
    ['# nothing', ['directory.yaml: expected rows, and the file is empty']],
  ])('names place and expectation: %s', async (text, problems) => {
    expect(await problemsIn('directory.yaml', text)).toEqual(problems)
  })

  test('JSON that is broken is told with its line', async () => {
    const [line] = await problemsIn('directory.json', '{\n  "customers": [\n    {"domain": "a.example",}\n  ]\n}')
    expect(line).toMatch(/^directory\.json line 3: expected JSON, and it cannot be read as that: /)
  })

  test('a file of another kind, and an empty one', async () => {
    expect(await problemsIn('customers.xlsx', 'PK')).toEqual(['customers.xlsx: expected a directory file (.yaml, .yml, .json), a customers.csv, or the JSON of the Reseller API (.json, .jsonl)'])
    expect(await problemsIn('customers.csv', '')).toEqual(['customers.csv: expected rows, and the file is empty'])
  })

  test('a YAML file that is too big to be read as a whole', async () => {
    const [line] = await problemsIn('directory.yaml', Buffer.alloc(11 * 1024 * 1024, '# nothing\n'))
    expect(line).toBe('directory.yaml: expected at most 10 MB of YAML, which is read as a whole, and it has 11 MB; split it, or use CSV or JSON lines, which have no limit')
  })
})
