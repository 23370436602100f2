import { expect, test } from 'vitest'
import { eachStore } from '../support/stores.js'
import { directoryYaml } from './directory-file.js'
import { everything, importer } from './importing.js'

const access = (rows: string): string => `customers: [{ domain: acme.example, reseller: hikari.example }]\nsubscriptions: [{ customer: acme.example, sku: s1, product: appsheet, seller: GOOGLE }, { customer: acme.example, sku: s2, product: appsheet, seller: RESELLER }]\naccess:\n${rows}`

/** Each file with the one line it is answered with; directory.yaml was imported before. */
const wrong: readonly (readonly [text: string, line: string])[] = [
  ['customers: [{ domain: a.example, reseller: nowhere.example }]', 'customers[0].reseller: expected the primary domain of a known reseller, found nowhere.example (known: boreal.example, hikari.example, sakura.example)'],
  ['customers: [{ domain: a.example, reseller: fixit.example }]', 'customers[0].reseller: expected a reseller that manages customers, but fixit.example only supports'],
  ['customers: [{ domain: a.example, reseller: acme.example }]', 'customers[0].reseller: expected the primary domain of a known reseller, found acme.example (known: boreal.example, hikari.example, sakura.example)'],
  ['customers: [{ domain: a.example }]', 'customers[0].reseller: expected the reseller that manages the customer; name it in the file, or with --reseller <domain>: boreal.example, hikari.example or sakura.example'],
  ['customers: [{ domain: hikari.example, reseller: boreal.example }]', 'customers[0].domain: expected an organization of the kind CUSTOMER, but hikari.example is RESELLER'],
  ['customers: [{ domain: acme.example }, { domain: ACME.example }]', 'customers[1]: expected every row once, found acme.example again; it stands first at directory.yaml line 1'],
  ['organizations: [{ domain: acme.example, kind: RESELLER }]', 'organizations[0].kind: expected an organization of the kind RESELLER, but acme.example is CUSTOMER'],
  ['organizations: [{ domain: fixit-support.example, kind: RESELLER }]', 'organizations[0].domain: expected a domain that is free, but fixit-support.example belongs to fixit.example'],
  ['organizations: [{ domain: new.example, kind: RESELLER, domains: [acme.example] }]', 'organizations[0].domains[0]: expected a domain that is free, but acme.example belongs to acme.example'],
  ['organizations: [{ domain: new.example, kind: VENDOR, policy: { desk: PORTAL } }]', 'organizations[0].policy: expected a reseller: new.example is none, and has no policy'],
  ['roles: [{ organization: nowhere.example, name: Agent, privileges: [] }]', 'roles[0].organization: expected the domain of an organization of this file or the store, found nowhere.example'],
  ['roles: [{ organization: hikari.example, name: Super Admin, privileges: [] }]', 'roles[0].name: expected a name of its own, but every organization has the role Super Admin'],
  ['accounts: [{ email: a@nowhere.example }]', 'accounts[0].email: expected an address on a domain of a known organization, but no organization has nowhere.example (a@nowhere.example)'],
  ['accounts: [{ email: a@hikari.example, roles: [Agent] }]', 'accounts[0].roles[0]: expected a role of the organization, or one of Super Admin, Reseller Admin, Support Manager, Desk Agent, Legacy Enterprise Support or Legacy Resold Enterprise Support, found Agent'],
  ['accounts: [{ email: a@hikari.example, unit: /Support }]', 'accounts[0].unit: expected a unit of the organization, found /Support'],
  ['accounts: [{ email: a@hikari.example }, { email: A@hikari.example }]', 'accounts[1]: expected every row once, found a@hikari.example again; it stands first at directory.yaml line 1'],
  ['subscriptions: [{ customer: nowhere.example, sku: s1, seller: GOOGLE }]', 'subscriptions[0].customer: expected the domain of a customer of this file or the store, found nowhere.example'],
  ['subscriptions: [{ customer: acme.example, sku: s1, seller: GOOGLE, product: soap }]', 'subscriptions[0].product: expected one of google-workspace, cloud-identity, google-voice, google-vault, chrome-enterprise, appsheet or google-cloud, found soap'],
  ['subscriptions: [{ customer: acme.example, sku: s1, seller: GOOGLE, name: Soap }]', 'subscriptions[0].sku: expected a SKU of a known product, found s1 (Soap); in a directory file name its product: one of google-workspace, cloud-identity, google-voice, google-vault, chrome-enterprise, appsheet or google-cloud'],
  ['customers: [{ domain: a.example, assignments: [{ reseller: hikari.example, from: 2026-01-01 }, { reseller: boreal.example, from: 2026-02-01 }] }]', 'customers[0].assignments: expected one reseller at a time, but the time of boreal.example overlaps with the one before'],
  ['customers: [{ domain: a.example, assignments: [{ reseller: hikari.example, from: 2026-01-01, until: 2025-01-01 }] }]', 'customers[0].assignments[0].until: expected an end after the beginning, for hikari.example'],
  ['customers: [{ domain: a.example, reseller: boreal.example, assignments: [{ reseller: hikari.example, from: 2026-01-01 }] }]', 'customers[0].reseller: expected the reseller of the assignment without an end (hikari.example), found boreal.example'],
  [access('  - { customer: acme.example, change: GRANT, subscription: s1, at: 2026-01-01 }'), 'access[0].change: expected the reseller’s CONSENT for s1 before GRANT'],
  [access('  - { customer: acme.example, change: CONSENT, subscription: s2, at: 2026-01-01 }'), 'access[0].subscription: expected the SKU of a subscription that the customer bought from Google, found s2'],
  [access('  - { customer: acme.example, change: CONSENT, at: 2026-01-01 }'), 'access[0].subscription: expected a value, found none'],
  [access('  - { customer: acme.example, change: SWITCH_ON, subscription: s1, at: 2026-01-01 }'), 'access[0].subscription: expected none: the switch is for all subscriptions'],
  [access('  - { customer: acme.example, change: CONSENT, subscription: s1, at: 2026-01-02 }\n  - { customer: acme.example, change: GRANT, subscription: s1, at: 2026-01-01 }'), 'access[1].at: expected a moment not before the ledger’s last row, which is of 2026-01-02T00:00:00.000Z'],
  [access('  - { customer: acme.example, change: CONSENT, subscription: s1, at: 2026-01-02 }\n  - { customer: acme.example, change: GRANT_CONFIRMED, subscription: s1, at: 2026-01-03 }'), 'access[1].change: expected the customer’s GRANT of s1 before GRANT_CONFIRMED'],
  [access('  - { customer: acme.example, change: CONSENT, subscription: s1, at: 2026-01-02, effectiveAt: 2026-01-01 }'), 'access[0].effectiveAt: expected a moment not before “at”'],
  [access('  - { customer: nowhere.example, change: SWITCH_OFF, at: 2026-01-02 }'), 'access[0].customer: expected the domain of a customer of this file or the store, found nowhere.example'],
  ['partners: [{ customer: acme.example, partner: stark.example, service: appsheet, state: ACTIVE }]', 'partners[0].partner: expected the primary domain of a reseller that supports, found stark.example'],
  ['partners: [{ customer: stark.example, partner: fixit.example, service: appsheet, state: PENDING }]', 'partners[0].verifier: expected the address of the partner’s verifier: in SUPPORT_CENTER a relation waits for one'],
  ['partners: [{ customer: acme.example, partner: fixit.example, service: appsheet, state: PENDING }]', 'partners[0].state: expected ACTIVE, DECLINED or REMOVED: in CUSTOMER_CARE_PORTAL no relation waits'],
  ['partners: [{ customer: stark.example, partner: fixit.example, service: appsheet, state: PENDING, verifier: hana@sakura.example }]', 'partners[0].verifier: expected an account of fixit.example, found hana@sakura.example'],
  ['partners: [{ customer: stark.example, partner: fixit.example, service: appsheet, state: PENDING, verifier: nobody@fixit.example }]', 'partners[0].verifier: expected the address of an account of this file or the store, found nobody@fixit.example'],
]

eachStore((_name, fresh) => {
  test('what refers to nothing, or cannot be, is told with its place, and nothing is written', { timeout: 60_000 }, async () => {
    const { world, run } = await importer(await fresh())
    await run('directory.yaml', directoryYaml)
    const before = await everything(world.store)
    for (const [text, line] of wrong) {
      const { done, err } = await run('directory.yaml', text)
      expect(err[0]?.replace(/^directory\.yaml line \d+, /, '')).toBe(line)
      expect({ done, lines: err.length }).toEqual({ done: false, lines: 2 })
    }
    expect(await everything(world.store)).toEqual(before)
  })

  test('SCOPE-1: a channel for updates belongs to one reseller domain', async () => {
    const { world, run } = await importer(await fresh())
    const give = (...pairs: string[][]) =>
      run('directory.yaml', `organizations:\n${pairs.map(([domain, channel]) => `  - { domain: ${domain}.example, kind: RESELLER, policy: { updatesChannel: ${channel} } }`).join('\n')}`)
    const words = (field: string) => `directory.yaml line ${field}.policy.updatesChannel: expected a channel of its own, but the updates of hikari.example go to team`
    expect((await give(['hikari', '"#team"'], ['boreal', 'team'])).err[0]).toBe(words('3, organizations[1]'))
    expect((await give(['hikari', 'team'], ['boreal', 'other'])).done).toBe(true)
    expect((await give(['boreal', 'team'])).err[0]).toBe(words('2, organizations[0]'))
    expect((await give(['hikari', 'team'])).done).toBe(true)
    expect((await give(['hikari', 'null'], ['boreal', 'team'])).done).toBe(true)
    expect((await world.store.db.resellerPolicy.findMany({ where: { updatesChannel: 'team' }, include: { organization: true } })).map((row) => row.organization.primaryDomain)).toEqual(['boreal.example'])
  })

  test('SCOPE-1: a channel for approvals belongs to one reseller domain too, whatever either uses it for', async () => {
    const { world, run } = await importer(await fresh())
    const give = async (...policies: [domain: string, policy: string][]) =>
      (await run('directory.yaml', `organizations:\n${policies.map(([domain, policy]) => `  - { domain: ${domain}.example, kind: RESELLER, policy: { ${policy} } }`).join('\n')}`)).err[0]?.replace(/^.*?organizations/, '')
    const taken = (field: string, what: string) => `${field}: expected a channel of its own, but the ${what} of hikari.example go to team`
    expect(await give(['hikari', 'approvalChannel: "#team"'], ['boreal', 'approvalChannel: team'])).toBe(taken('[1].policy.approvalChannel', 'requests'))
    expect(await give(['hikari', 'approvalChannel: team, updatesChannel: team'])).toBeUndefined()
    expect(await give(['boreal', 'approvalChannel: team'])).toBe(taken('[0].policy.approvalChannel', 'updates'))
    expect(await give(['hikari', 'updatesChannel: null'], ['boreal', 'updatesChannel: team'])).toBe(taken('[1].policy.updatesChannel', 'requests'))
    expect(await give(['hikari', 'updatesChannel: null, approvalChannel: null'], ['boreal', 'updatesChannel: team'])).toBeUndefined()
    expect(await world.store.db.resellerPolicy.findMany({ where: { OR: [{ updatesChannel: 'team' }, { approvalChannel: 'team' }] } })).toMatchObject([{ updatesChannel: 'team', approvalChannel: null }])
  })

  test('SCOPE-1: a channel is another domain’s by the id, too, that it went by when a card was posted there', async () => {
    const { world, run } = await importer(await fresh())
    const hikari = await world.store.db.organization.findFirstOrThrow({ where: { primaryDomain: 'hikari.example' } })
    const aiko = await world.account('aiko@hikari.example', hikari.id)
    await world.store.db.resellerPolicy.update({ where: { organizationId: hikari.id }, data: { approvalChannel: 'decisions' } })
    await world.store.db.approval.create({ data: { id: 'a', kind: 'CONSENT', organizationId: hikari.id, requesterId: aiko.accountId, payload: {}, createdAt: world.now } })
    await world.store.db.approvalMessage.create({ data: { approvalId: 'a', place: 'channel:decisions', channelId: 'C0DECISIONS', ts: '1.2', shownVersion: 1 } })
    const { done, err } = await run('directory.yaml', 'organizations:\n  - { domain: boreal.example, kind: RESELLER, policy: { updatesChannel: C0DECISIONS } }')
    expect(done).toBe(false)
    expect(err[0]).toContain('the requests of hikari.example go to C0DECISIONS')
  })

  test('one bad row and nothing is written; with --skip-bad the good ones are, and the bad ones are listed', async () => {
    const { world, run } = await importer(await fresh())
    const text = 'domain,name,reseller,tier,sku\na.example,A,hikari.example,GOLD,\nb.example,B,hikari.example,,1010020028\nc.example,5" pipe,hikari.example,,\nd.example,D,nowhere.example,,1010020028\nb.example,B again,hikari.example,,\ne.example,E,boreal.example,,soap\nf.example,F,boreal.example,,\n'
    const strict = await run('customers.csv', text)
    expect(strict.done).toBe(false)
    expect(strict.out).toEqual([])
    const lines = [
      expect.stringMatching(/^customers\.csv line 2, tier: /), expect.stringMatching(/^customers\.csv line 4: expected CSV/), expect.stringMatching(/^customers\.csv line 5, reseller: /),
      'customers.csv line 6: expected every row once, found b.example again; it stands first at customers.csv line 3', expect.stringMatching(/^customers\.csv line 7, sku: /),
    ]
    expect(strict.err).toEqual([...lines, '5 of 7 rows are wrong: nothing was written. Correct the file, or leave bad rows out with --skip-bad.'])
    expect(await world.store.db.customer.count()).toBe(0)

    const lenient = await run('customers.csv', text, { skipBad: true })
    expect(lenient.done).toBe(true)
    expect(lenient.err).toEqual([...lines, '5 bad rows were left out.'])
    expect((await world.store.db.customer.findMany({ orderBy: { domain: 'asc' } })).map(({ domain, name }) => [domain, name])).toEqual([['b.example', 'B'], ['f.example', 'F']])
    expect(await world.store.db.subscription.count()).toBe(1)
  })

  test('what refers to a bad row is bad as well', async () => {
    const { world, run } = await importer(await fresh())
    const { err } = await run('directory.yaml', 'customers: [{ domain: a.example, reseller: hikari.example, tier: GOLD }]\nsubscriptions: [{ customer: a.example, sku: Google-Vault, seller: RESELLER }]', { skipBad: true })
    expect(err.at(-1)).toBe('There was no good row: nothing was written.')
    expect(err[1]).toBe('directory.yaml line 2, subscriptions[0].customer: expected the domain of a customer of this file or the store, found a.example')
    expect(await world.store.db.organization.count()).toBe(2)
  })

  test('--dry-run tells the same and writes nothing', async () => {
    const { world, run } = await importer(await fresh())
    const before = await everything(world.store)
    expect(await run('directory.yaml', directoryYaml, { dryRun: true })).toEqual({ done: true, out: ['15 rows checked, nothing wrong. Nothing was written (--dry-run).'], err: [] })
    const bad = await run('customers.csv', 'domain,reseller\na.example,nowhere.example\n', { dryRun: true })
    expect({ done: bad.done, out: bad.out }).toEqual({ done: false, out: ['One of 1 rows is wrong. Nothing was written (--dry-run).'] })
    expect(await everything(world.store)).toEqual(before)
    expect(await world.store.db.audit.count()).toBe(0)
  })

  test('fifty problems are listed, and the rest is counted', async () => {
    const { run } = await importer(await fresh())
    const rows = Array.from({ length: 60 }, (_, n) => `c${n}.example,GOLD`).join('\n')
    const { err } = await run('customers.csv', `domain,tier\n${rows}\n`)
    expect(err).toHaveLength(52)
    expect(err[50]).toBe('… and 10 more.')
    expect((await run('customers.csv', `domain,tier\n${rows}\n`, { skipBad: true })).err).toHaveLength(61)
  })
})
