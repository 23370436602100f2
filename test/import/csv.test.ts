import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv } from '../../src/cli/import/read-csv.js'
import type { ReadItem } from '../../src/domain/import/import-problem.js'
import { eachStore } from '../support/stores.js'
import { customersCsv } from '../support/generate-customers.js'
import { everything, importer, problemsIn } from './importing.js'

async function* chunks(parts: readonly (string | Buffer)[]): AsyncGenerator<string | Buffer> {
  for (const part of parts) yield part
}

async function read(...parts: (string | Buffer)[]): Promise<ReadItem[]> {
  const items: ReadItem[] = []
  for await (const item of readCsv(chunks(parts), 'customers.csv')) items.push(item)
  return items
}

describe('customers.csv', () => {
  test('is read as spreadsheets write it: byte order mark, CRLF, quotes, line breaks in cells, loose capitals', async () => {
    const items = await read(Buffer.from('\uFEFFDomain,Name,Contact Name,TIER,sku,seller\r\nAcme.example,"Acme, ""the"" first","Petra\r\nVogel",premium,1010020028 | Google-Vault,google\r\n\r\nhooli.example,Hooli,,,,\r\n'))
    expect(items).toEqual([
      { where: { file: 'customers.csv', line: 2 }, problems: [], records: [
        { type: 'customer', domain: 'acme.example', name: 'Acme, "the" first', contactName: 'Petra\nVogel', tier: 'PREMIUM' },
        { type: 'subscription', customer: 'acme.example', skuId: '1010020028', seller: 'GOOGLE' },
        { type: 'subscription', customer: 'acme.example', skuId: 'Google-Vault', seller: 'GOOGLE' },
      ] },
      { where: { file: 'customers.csv', line: 5 }, problems: [], records: [{ type: 'customer', domain: 'hooli.example', name: 'Hooli' }] },
    ])
  })

  test.each([[';'], ['\t']])('may have its cells parted by %j, as its header has it', async (mark) => {
    const items = await read(`domain${mark}name${mark}country\nacme.example${mark}Acme, Inc${mark}DE\n`)
    expect(items.flatMap(({ records }) => records)).toEqual([{ type: 'customer', domain: 'acme.example', name: 'Acme, Inc', address: { countryCode: 'DE' } }])
  })

  test.each([
    ['domain,tier\na.example,STANDARD\nb.example,GOLD', ['customers.csv line 3, tier: expected STANDARD, ENHANCED or PREMIUM, found GOLD']],
    ['domain,tier,portal\na.example,GOLD,OLD', ['customers.csv line 2, tier: expected STANDARD, ENHANCED or PREMIUM, found GOLD', 'customers.csv line 2, portal: expected SUPPORT_CENTER or CUSTOMER_CARE_PORTAL, found OLD']],
    ['domain,name\n"a.example","two\nlines"\nnonsense,x', ['customers.csv line 4, domain: expected a domain, for example acme.example, found nonsense']],
    ['domain,name\n,Nameless', ['customers.csv line 2, domain: expected a value, found none']],
    ['domain,name\na.example', ['customers.csv line 2: expected 2 cells as in the first row, found 1']],
    ['domain,contact_email\na.example,nobody', ['customers.csv line 2, contact_email: expected an email address, for example petra@acme.example, found nobody']],
    ['domain,time_zone,language\na.example,Tokyo,English please', ['customers.csv line 2, language: expected a language tag, for example en or zh-TW, found English please', 'customers.csv line 2, time_zone: expected an IANA time zone, for example Asia/Tokyo, found Tokyo']],
    [`domain,name\na.example,${'x'.repeat(300)}`, [`customers.csv line 2, name: expected at most 255 characters, found ${'x'.repeat(79)}…`]],
    ['domain,domain\na.example,b.example', ['customers.csv line 1: expected every column once, found domain twice']],
  ])('names line, column and what was expected: %j', async (text, problems) => {
    expect(await problemsIn('customers.csv', text)).toEqual(problems)
  })

  test('tells the known columns when one is unknown, or the domain is missing', async () => {
    expect(await problemsIn('customers.csv', 'domain,plan\na.example,x')).toEqual([expect.stringMatching(/^customers\.csv line 1: expected one of the columns domain, name, .* or seller, found plan$/)])
    expect(await problemsIn('customers.csv', 'name\nAcme')).toEqual([expect.stringMatching(/^customers\.csv line 1: expected the column domain in the first row, beside any of domain, name/)])
  })

  test('a stray quote spoils its own row only, an open one the rest', async () => {
    const stray = await read('domain,name\na.example,5" pipes\nb.example,B\n')
    expect(stray.map(({ records, problems }) => [records.length, problems.map(({ code }) => code)])).toEqual([[0, ['unreadable']], [1, []]])
    const open = await read('domain,name\na.example,A\nb.example,"B\nc.example,C\n')
    expect(open.at(-1)?.problems.map(({ code }) => code)).toEqual(['unreadable'])
  })

  test('that is not UTF-8 is told so', async () => {
    expect(await problemsIn('customers.csv', Buffer.from('domain,name\na.example,M\xfcller\n', 'latin1'))).toEqual(['customers.csv line 2: expected CSV, and it cannot be read as that: not UTF-8'])
  })

  test('whatever stands in it, reading ends with rows or with problems, and never throws', async () => {
    const pieces = fc.oneof(fc.constantFrom(',', ';', '\n', '\r\n', '"', '""', 'domain', 'tier', 'sku', 'a.example', 'GOLD', '\uFEFF', '\t', ' '), fc.string({ unit: 'binary', maxLength: 8 }))
    await fc.assert(fc.asyncProperty(fc.array(pieces, { maxLength: 40 }), fc.array(fc.nat(60), { maxLength: 4 }), async (parts, cuts) => {
      for (const text of [parts.join(''), `domain,name,tier,sku\n${parts.join('')}`]) {
        const bytes = Buffer.from(text)
        const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length]
        const items = await read(...places.slice(1).map((end, index) => bytes.subarray(places[index], end)))
        expect(items.every(({ records, problems }) => (records.length > 0) !== (problems.length > 0))).toBe(true)
      }
    }), { numRuns: 300 })
  })

  test('random bytes do not throw either', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => { await read(Buffer.from(bytes)) }), { numRuns: 200 })
  })
})

eachStore((_name, fresh) => {
  test('is imported, and again changes nothing', async () => {
    const { world, run } = await importer(await fresh())
    const text = [...customersCsv(700)].join('')
    const first = await run('customers.csv', text)
    expect(first.out).toEqual(['Imported customers.csv: 1,634 created, 0 changed, 0 as they were.', '  customers: 700 created, 0 changed, 0 as they were', '  subscriptions: 934 created, 0 changed, 0 as they were', 'Written to the store.'])
    const before = await everything(world.store)
    world.pass(1)
    expect((await run('customers.csv', text)).out[0]).toBe('Imported customers.csv: 0 created, 0 changed, 1,634 as they were.')
    expect(await everything(world.store)).toEqual(before)
    const row = await world.store.db.customer.findUniqueOrThrow({ where: { domain: 'c3.example' }, include: { assignments: true, organization: { include: { domains: true } }, subscriptions: true } })
    expect(row).toMatchObject({
      name: 'Atelier Clément 3, Ltd', supportTier: 'STANDARD', timeZone: 'Europe/Stockholm', address: { addressLine1: '3 High Street', locality: 'Göteborg', countryCode: 'SE' }, version: 1,
      assignments: [{ until: null, resellerId: row.resellerId }], organization: { kind: 'CUSTOMER', domains: [{ domain: 'c3.example', isPrimary: true }] },
    })
    expect(row.createdAt).toEqual(new Date('2026-03-02T09:00:00.000Z'))
    expect(row.subscriptions.map(({ productId }) => productId).sort()).toEqual(['google-voice', 'google-workspace'])
  })

  test('an empty cell leaves what is stored, a filled one replaces it', async () => {
    const { world, run } = await importer(await fresh())
    await run('customers.csv', 'domain,name,reseller,tier,language\nacme.example,Acme,hikari.example,PREMIUM,de\n')
    await run('customers.csv', 'domain,name,tier,language\nacme.example,Acme SE,,\n')
    expect(await world.store.db.customer.findUniqueOrThrow({ where: { domain: 'acme.example' } })).toMatchObject({ name: 'Acme SE', supportTier: 'PREMIUM', language: 'de' })
  })
})
