import { expect, test } from 'vitest'
import { eachStore } from '../support/stores.js'
import { everything, importer, problemsIn } from './importing.js'

/** As the Reseller API answers. */
const subscription = {
  kind: 'reseller#subscription', customerId: 'C0acme01', subscriptionId: '1', skuId: '1010020028', customerDomain: 'acme.example', skuName: 'Google Workspace Business Standard',
  billingMethod: 'ONLINE', creationTime: '1735689600000', status: 'ACTIVE', purchaseOrderId: 'PO 7', resourceUiUrl: 'https://admin.google.com',
  plan: { planName: 'ANNUAL_MONTHLY_PAY', isCommitmentPlan: true, commitmentInterval: { startTime: '1735689600000', endTime: '1767225600000' } },
  seats: { kind: 'subscriptions#seats', numberOfSeats: 40, licensedNumberOfSeats: 38 }, trialSettings: { isInTrial: false }, renewalSettings: { renewalType: 'AUTO_RENEW_MONTHLY_PAY' },
}
const flexible = { ...subscription, subscriptionId: '2', customerId: 'C0hooli1', customerDomain: 'hooli.example', plan: { planName: 'FLEXIBLE' }, seats: { maximumNumberOfSeats: 99, licensedNumberOfSeats: 12 }, status: 'SUSPENDED', suspensionReasons: ['PENDING_TOS_ACCEPTANCE'] }
const page = { kind: 'reseller#subscriptions', subscriptions: [subscription, { ...subscription, skuId: 'Google-Vault', skuName: 'Google Vault', subscriptionId: '3' }, flexible], nextPageToken: 'x' }
const customer = {
  kind: 'reseller#customer', customerId: 'C0acme01', customerDomain: 'acme.example', customerDomainVerified: true, customerType: 'domain', alternateEmail: 'Petra@mail.example', phoneNumber: '+49 30 1234',
  postalAddress: { kind: 'customers#address', contactName: 'Petra Vogel', organizationName: 'Acme SE', countryCode: 'DE', postalCode: '10119', locality: 'Berlin', addressLine1: 'Torstraße 140' },
}

eachStore((_name, fresh) => {
  test('subscriptions.list creates the customers it names, and again changes nothing', async () => {
    const { world, run } = await importer(await fresh())
    const { done, out, err } = await run('subscriptions.json', JSON.stringify(page, null, 2), { reseller: 'hikari.example', tier: 'ENHANCED' })
    expect({ done, err }).toEqual({ done: true, err: [] })
    expect(out).toEqual(['Imported subscriptions.json: 5 created, 0 changed, 0 as they were.', '  customers: 2 created, 0 changed, 0 as they were', '  subscriptions: 3 created, 0 changed, 0 as they were', 'Written to the store.'])
    const customers = await world.store.db.customer.findMany({ include: { subscriptions: { orderBy: { skuId: 'asc' } }, reseller: true }, orderBy: { domain: 'asc' } })
    expect(customers).toMatchObject([
      { domain: 'acme.example', name: 'acme.example', externalId: 'C0acme01', supportTier: 'ENHANCED', reseller: { primaryDomain: 'hikari.example' }, subscriptions: [
        { skuId: '1010020028', seller: 'RESELLER', planName: 'ANNUAL_MONTHLY_PAY', seats: 40, status: 'ACTIVE', externalId: '1', createdAt: new Date(1_735_689_600_000), productId: 'google-workspace' },
        { skuId: 'Google-Vault', productId: 'google-vault' },
      ] },
      { domain: 'hooli.example', subscriptions: [{ status: 'SUSPENDED', seats: 12, planName: 'FLEXIBLE' }] },
    ])
    const before = await everything(world.store)
    world.pass(1)
    const again = await run('subscriptions.json', JSON.stringify(page), { reseller: 'hikari.example' })
    expect(again.out[0]).toBe('Imported subscriptions.json: 0 created, 0 changed, 3 as they were.')
    expect(await everything(world.store)).toEqual(before)
  })

  test('customers.get fills in name, address and contact, before or after its subscriptions', async () => {
    const { world, run } = await importer(await fresh())
    const lines = [subscription, customer, flexible].map((each) => JSON.stringify(each)).join('\n')
    expect((await run('export.jsonl', lines, { reseller: 'hikari.example' })).err).toEqual([])
    const filled = await world.store.db.customer.findUniqueOrThrow({ where: { domain: 'acme.example' } })
    expect(filled).toMatchObject({ name: 'Acme SE', contactName: 'Petra Vogel', contactEmail: 'petra@mail.example', contactPhone: '+49 30 1234', address: { locality: 'Berlin' }, supportTier: 'STANDARD' })
    const again = await run('both.json', JSON.stringify([customer, page]))
    expect(again.err).toEqual([])
    expect(await world.store.db.customer.findUniqueOrThrow({ where: { domain: 'acme.example' } })).toEqual(filled)
    const single = await run('customer.json', JSON.stringify({ ...customer, phoneNumber: '+49 30 9999' }))
    expect(single.out[0]).toBe('Imported customer.json: 0 created, 1 changed, 0 as they were.')
  })

  test('a customer whose domain changed at Google is known by its id', async () => {
    const { world, run } = await importer(await fresh())
    await run('customer.json', JSON.stringify(customer), { reseller: 'hikari.example' })
    const before = await world.store.db.customer.findUniqueOrThrow({ where: { domain: 'acme.example' } })
    expect((await run('customer.json', JSON.stringify({ ...customer, customerDomain: 'acme-group.example' }))).err).toEqual([])
    const after = await world.store.db.customer.findMany({ include: { organization: { include: { domains: { orderBy: { domain: 'asc' } } } } } })
    expect(after).toMatchObject([{ id: before.id, domain: 'acme-group.example', organization: { primaryDomain: 'acme-group.example', domains: [{ domain: 'acme-group.example', isPrimary: true }, { domain: 'acme.example', isPrimary: false }] } }])
  })

  test('without a reseller that could be meant, the option is named; with one only, that is meant', async () => {
    const { world, run } = await importer(await fresh())
    const { done, err } = await run('subscriptions.json', JSON.stringify({ ...page, subscriptions: [subscription] }))
    expect(done).toBe(false)
    expect(err[0]).toBe('subscriptions.json, subscriptions[0].reseller: expected the reseller that manages the customer; name it in the file, or with --reseller <domain>: boreal.example or hikari.example')
    await world.store.db.organization.delete({ where: { primaryDomain: 'boreal.example' } })
    expect((await run('subscriptions.json', JSON.stringify(page))).done).toBe(true)
    expect(await world.store.db.customer.count({ where: { reseller: { primaryDomain: 'hikari.example' } } })).toBe(2)
  })

  test('an answer without subscriptions is no mistake', async () => {
    const { run } = await importer(await fresh())
    expect((await run('subscriptions.json', '{"kind":"reseller#subscriptions"}')).done).toBe(true)
  })

  test('a reseller that is not known is told with those that are', async () => {
    const { run } = await importer(await fresh())
    const { err } = await run('customer.json', JSON.stringify(customer), { reseller: 'nowhere.example' })
    expect(err[0]).toBe('customer.json, reseller: expected the primary domain of a known reseller, found nowhere.example (known: boreal.example, hikari.example)')
  })
})

test.each([
  [{ ...page, subscriptions: [{ ...subscription, status: 'GONE' }] }, ['answer.json, subscriptions[0].status: expected ACTIVE, SUSPENDED, PENDING, BILLING_ACTIVATION_PENDING, CANCELLED or CANCELED, found GONE']],
  [{ ...page, subscriptions: [{ ...subscription, skuId: undefined }] }, ['answer.json, subscriptions[0].skuId: expected a value, found none']],
  [{ ...page, subscriptions: [{ ...subscription, creationTime: 'long ago' }] }, ['answer.json, subscriptions[0].creationTime: expected milliseconds since 1970, in digits, found long ago']],
  [{ kind: 'reseller#subscriptions', subscriptions: 'none' }, ['answer.json, subscriptions: expected a list, found none']],
  [[customer, { ...customer, alternateEmail: 'nobody' }], ['answer.json, [1].alternateEmail: expected an email address, for example petra@acme.example, found nobody']],
  [{ anything: 'else' }, ['answer.json: expected one of organizations, customers, roles, accounts, subscriptions, access or partners, found anything']],
])('an answer of the Reseller API that is wrong is told with its path: %#', async (answer, problems) => {
  expect(await problemsIn('answer.json', JSON.stringify(answer))).toEqual(problems)
})

test('JSON lines are told by their line', async () => {
  expect(await problemsIn('answer.jsonl', `${JSON.stringify(customer)}\n\n{"kind":\n42\n`)).toEqual([
    expect.stringMatching(/^answer\.jsonl line 3: expected JSON, and it cannot be read as that: /),
    'answer.jsonl line 4: expected a directory file (.yaml, .yml, .json), a customers.csv, or the JSON of the Reseller API (.json, .jsonl)',
  ])
})
