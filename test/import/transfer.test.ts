import { expect, test } from 'vitest'
import type { ReadItem } from '../../src/domain/import/import-problem.js'
import { readCsv } from '../../src/cli/import/read-csv.js'
import { importDirectory } from '../../src/usecases/import/import-directory.js'
import { caseNumbersMatching, customerIdsMatching } from '../../src/store/search/search-index.js'
import { customersCsv } from '../support/generate-customers.js'
import { installCategories } from '../../src/store/filing/catalogue-write.js'
import { smallCatalogue } from '../support/small-catalogue.js'
import { eachStore } from '../support/stores.js'
import { everything, importer } from './importing.js'

eachStore((_name, fresh) => {
  test('a customer that another reseller manages now has its old assignment ended and a new one begun (SCOPE-3)', async () => {
    const { world, run } = await importer(await fresh())
    await run('customers.csv', 'domain,name,reseller\nwayne.example,Wayne,boreal.example\n')
    const began = world.now
    world.pass(24)
    const { out } = await run('customers.csv', 'domain,reseller\nwayne.example,hikari.example\n')
    expect(out[0]).toBe('Imported customers.csv: 0 created, 1 changed, 0 as they were.')
    const customer = await world.store.db.customer.findUniqueOrThrow({ where: { domain: 'wayne.example' }, include: { reseller: true, assignments: { include: { reseller: true }, orderBy: { from: 'asc' } } } })
    expect(customer).toMatchObject({ name: 'Wayne', version: 2, reseller: { primaryDomain: 'hikari.example' } })
    expect(customer.assignments.map(({ reseller, from, until }) => [reseller.primaryDomain, from, until])).toEqual([
      ['boreal.example', began, world.now], ['hikari.example', world.now, null],
    ])
    const before = await everything(world.store)
    world.pass(24)
    await run('customers.csv', 'domain,reseller\nwayne.example,hikari.example\n')
    expect(await everything(world.store)).toEqual(before)
  })

  test('SCOPE-3: the posted cards of a customer that was transferred are drawn anew at once, and only then', async () => {
    const { world, run } = await importer(await fresh())
    await installCategories(world.store.db, smallCatalogue)
    await run('customers.csv', 'domain,reseller\nwayne.example,boreal.example\n')
    const [customer, boreal] = [
      await world.store.db.customer.findUniqueOrThrow({ where: { domain: 'wayne.example' } }),
      await world.store.db.organization.findUniqueOrThrow({ where: { primaryDomain: 'boreal.example' } }),
    ]
    const caseNumber = await world.case(customer.id, await world.account('sven@boreal.example', boreal.id))
    await world.store.db.caseCard.create({ data: { caseNumber, channel: 'C0BOREAL', channelId: 'C0BOREAL', ts: '1.2', shownVersion: 1 } })
    const drawn = () => world.store.db.outbox.findMany({ where: { kind: 'customer_cards' } })
    await run('customers.csv', 'domain,name,reseller\nwayne.example,Wayne,boreal.example\n')
    expect(await drawn()).toEqual([])
    for (const _ of [1, 2]) await run('customers.csv', 'domain,reseller\nwayne.example,hikari.example\n')
    expect(await drawn()).toMatchObject([{ payload: { customerId: customer.id }, state: 'PENDING' }])
  })

  test('a customer that nobody manages any more has no open assignment', async () => {
    const { world, run } = await importer(await fresh())
    await run('customers.csv', 'domain,reseller\nwayne.example,boreal.example\n')
    world.pass(1)
    await run('directory.yaml', 'customers: [{ domain: wayne.example, reseller: null }]')
    const { resellerId, assignments } = await world.store.db.customer.findUniqueOrThrow({ where: { domain: 'wayne.example' }, include: { assignments: true } })
    expect([resellerId, assignments.map(({ until }) => until)]).toEqual([null, [world.now]])
  })

  test('--reseller is for new customers: a known one stays where it is, and that is said (SCOPE-3)', async () => {
    const { world, run } = await importer(await fresh())
    await run('directory.yaml', 'customers: [{ domain: wayne.example, reseller: boreal.example }, { domain: alone.example, reseller: null }, { domain: own.example, reseller: hikari.example }]')
    const before = await everything(world.store)
    world.pass(1)
    const { done, out, err } = await run('customers.csv', 'domain\nwayne.example\nalone.example\nown.example\n', { reseller: 'hikari.example' })
    expect({ done, out: out[0] }).toEqual({ done: true, out: 'Imported customers.csv: 0 created, 0 changed, 3 as they were.' })
    expect(err).toEqual([
      'customers.csv line 2: wayne.example is known and stays with boreal.example, for --reseller is for new customers; to transfer it, name the new reseller in the file',
      'customers.csv line 3: alone.example is known, and nobody manages it; that stays, for --reseller is for new customers; name its reseller in the file',
    ])
    expect(await everything(world.store)).toEqual(before)

    const subscription = (domain: string, skuId: string) => ({ kind: 'reseller#subscription', customerId: `C-${domain}`, subscriptionId: skuId, skuId, customerDomain: domain, skuName: 'Google Workspace Business Standard', status: 'ACTIVE', plan: { planName: 'FLEXIBLE' } })
    const answer = { kind: 'reseller#subscriptions', subscriptions: [subscription('wayne.example', '1010020028'), subscription('wayne.example', 'Google-Vault'), subscription('new.example', '1010020028')] }
    const google = await run('subscriptions.json', JSON.stringify(answer), { reseller: 'hikari.example' })
    expect(google.err).toEqual([expect.stringMatching(/^subscriptions\.json, subscriptions\[0\]: wayne\.example is known and stays with boreal\.example/)])
    const resellers = await world.store.db.customer.findMany({ where: { domain: { in: ['wayne.example', 'new.example'] } }, select: { domain: true, reseller: { select: { primaryDomain: true } } }, orderBy: { domain: 'asc' } })
    expect(resellers.map(({ domain, reseller }) => [domain, reseller?.primaryDomain])).toEqual([['new.example', 'hikari.example'], ['wayne.example', 'boreal.example']])
    expect(await world.store.db.customerAssignment.count({ where: { customer: { domain: 'wayne.example' } } })).toBe(1)
  })

  test('cases are found by what their customer is called now', async () => {
    const { world, run } = await importer(await fresh())
    await installCategories(world.store.db, smallCatalogue)
    const hikari = await world.store.db.organization.findUniqueOrThrow({ where: { primaryDomain: 'hikari.example' } })
    const actor = await world.account('aiko@hikari.example', hikari.id)
    const customer = await world.customer('nakatomi.example', hikari.id, { name: '中富商事' })
    const number = await world.case(customer.id, actor)
    const found = async (words: string) => (await caseNumbersMatching(world.store.db, { actor, words, limit: 10 }))
    expect([await found('商事'), await found('trading')]).toEqual([[number], []])
    await run('customers.csv', 'domain,name\nnakatomi.example,Nakatomi Trading\n')
    expect([await found('商事'), await found('trading')]).toEqual([[], [number]])
  })

  test('imported customers are found by what they are called now', async () => {
    const { world, run } = await importer(await fresh())
    const hikari = await world.store.db.organization.findUniqueOrThrow({ where: { primaryDomain: 'hikari.example' } })
    const actor = await world.account('aiko@hikari.example', hikari.id)
    const found = (words: string) => customerIdsMatching(world.store.db, { actor, words, limit: 10 })
    await run('customers.csv', 'domain,name,reseller\nnakatomi.example,中富商事,hikari.example\n')
    expect(await found('商事')).toHaveLength(1)
    await run('customers.csv', 'domain,name\nnakatomi.example,Nakatomi Trading\n')
    expect(await found('商事')).toEqual([])
    expect(await found('trading')).toHaveLength(1)
  })

  test('an import that was cut off is finished by running it again', async () => {
    const { world } = await importer(await fresh())
    const text = [...customersCsv(1000)].join('')
    const whole = (): AsyncIterable<ReadItem> => readCsv((async function* () { yield text })(), 'customers.csv')
    let reading = 0
    const broken = async function* (): AsyncGenerator<ReadItem> {
      reading += 1
      let n = 0
      for await (const item of whole()) {
        if (reading === 2 && n === 700) throw new Error('power cut')
        n += 1
        yield item
      }
    }
    const actor = { kind: 'system', name: 'import' } as const
    await expect(importDirectory(world.deps, actor, { read: broken, file: 'customers.csv' })).rejects.toThrow('power cut')
    expect(await world.store.db.customer.count()).toBe(600)
    const { counts } = await importDirectory(world.deps, actor, { read: whole, file: 'customers.csv' })
    expect(counts.customer).toEqual({ created: 400, updated: 0, unchanged: 600 })
    expect(await world.store.db.customerAssignment.count()).toBe(1000)
    expect(await world.store.db.organizationDomain.count()).toBe(1002)
  })
})
