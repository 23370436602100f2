import { expect, test } from 'vitest'
import type { ReadItem } from '../../src/domain/import-problem.js'
import { readCsv } from '../../src/cli/import/read-csv.js'
import { importDirectory } from '../../src/usecases/import-directory.js'
import { customerIdsMatching } from '../../src/store/search-index.js'
import { customersCsv } from '../support/generate-customers.js'
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

  test('a customer that nobody manages any more has no open assignment', async () => {
    const { world, run } = await importer(await fresh())
    await run('customers.csv', 'domain,reseller\nwayne.example,boreal.example\n')
    world.pass(1)
    await run('directory.yaml', 'customers: [{ domain: wayne.example, reseller: null }]')
    const { resellerId, assignments } = await world.store.db.customer.findUniqueOrThrow({ where: { domain: 'wayne.example' }, include: { assignments: true } })
    expect([resellerId, assignments.map(({ until }) => until)]).toEqual([null, [world.now]])
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
