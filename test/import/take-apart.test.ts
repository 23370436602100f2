import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { takeApart, type WholeFormat } from '../../src/cli/import/take-apart.js'
import { fileOf, problemsIn } from './importing.js'

const tooMuch = 'that is read as a whole in 120 seconds and 1,024 MB of memory, and it needs more; split it, nest it less, or use CSV or JSON lines, which have no limit'

async function taken(text: string, format: WholeFormat, bounds?: { megabytes: number; seconds: number }) {
  return takeApart(await fileOf(`directory.${format}`, text), format, bounds)
}

/** Long enough for several pieces. */
const entries = Array.from({ length: 12_000 }, (_, at) => ({ domain: `c${at}.example`, name: `Customer ${at}`, contact: { email: `a@c${at}.example` } }))

describe('a file that is taken apart as a whole', () => {
  const threads: Worker[] = []
  const note = (worker: Worker): void => void threads.push(worker)
  beforeEach(() => {
    threads.length = 0
    process.on('worker', note)
  })
  afterEach(() => {
    process.off('worker', note)
    // oxlint-disable-next-line vitest/no-standalone-expect -- every test ends every thread that it started
    expect(new Set(threads.map(({ threadId }) => threadId))).toEqual(new Set([-1]))
  })

  it.each([
    ['a map of lists', { customers: entries, accounts: [], roles: null, extra: { deep: [1, [2]] }, subscriptions: entries }],
    ['a list', entries],
    ['an empty map', {}],
    ['an empty list', []],
    ['nothing', null],
    ['a word', 'word'],
  ])('is the same as before: %s', async (_name, value) => {
    expect(await taken(JSON.stringify(value), 'json')).toMatchObject({ value })
  })

  it('in YAML also has values that JSON does not know, and a line for each key and entry', async () => {
    const text = `customers:\n${entries.map(({ domain }) => `  - domain: ${domain}\n    seats: .inf\n`).join('')}\n__proto__: &all\n  - 1\nroles: *all\n7: x\n`
    const file = await taken(text, 'yaml')
    if ('problems' in file) return expect.fail(JSON.stringify(file.problems))
    expect(file.value).toEqual(parse(text))
    expect(Object.keys(file.value as object)).toEqual(['7', 'customers', '__proto__', 'roles'])
    expect([['customers'], ['customers', 0], ['customers', 11_999], ['__proto__', 0], ['roles'], ['roles', 0], ['7'], ['nowhere'], ['customers', 12_000]].map(file.lineOf)).toEqual([
      2, 2, 24_000, 24_004, 24_005, undefined, undefined, undefined, undefined,
    ])
  })

  it('keeps the line of each mistake of its syntax', async () => {
    const good = '  - { domain: acme.example }\n'.repeat(5000)
    expect(await problemsIn('directory.yaml', `customers:\n${good}  - { domain: acme.example\n${good}`)).toEqual([
      'directory.yaml line 5003: expected YAML, and it cannot be read as that: Flow map in block collection must be sufficiently indented and end with a }',
    ])
    expect(await problemsIn('directory.yaml', '\uFEFFcustomers:\n  - domain: a.example\n   name: A\n')).toEqual([
      'directory.yaml line 3: expected YAML, and it cannot be read as that: Sequence item without - indicator',
    ])
    expect(await problemsIn('directory.json', '{\n  "customers": [\n')).toEqual([expect.stringMatching(/^directory\.json line 3: expected JSON, /)])
  })

  it('whose aliases multiply is refused', async () => {
    const bomb = `a0: &a0 [lol, lol]\n${Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]\n`).join('')}`
    expect(await problemsIn('directory.yaml', bomb)).toEqual(['directory.yaml: expected YAML, and it cannot be read as that: Excessive alias count indicates a resource exhaustion attack'])
  })

  it.each([
    ['YAML', 'that repeats much', `long: &long ${'x'.repeat(2_000_000)}\ncustomers: [${Array(60).fill('*long').join(', ')}]\n`],
    ['YAML', 'that holds itself', 'customers: &all\n  - domain: acme.example\n    name: *all\n'],
    ['YAML', 'that is nested', `customers: ${'['.repeat(600)}${']'.repeat(600)}\n`],
    ['YAML', 'that is nested without end', '['.repeat(100_000)],
    ['JSON', 'that is nested without end', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ])('is refused in words when it needs too much: %s %s', async (format, _what, text) => {
    expect(await problemsIn(`directory.${format.toLowerCase()}`, text)).toEqual([`directory.${format.toLowerCase()}: expected ${format} ${tooMuch}`])
  })

  it('that needs more memory or time than there is ends its own thread alone', async () => {
    const text = `a: [${'a,'.repeat(1_000_000)}]`
    expect(await taken(text, 'yaml', { megabytes: 48, seconds: 120 })).toEqual({ problems: [{ problem: { code: 'too_much', format: 'YAML', megabytes: 48, seconds: 120 } }] })
    expect(await taken(text, 'yaml', { megabytes: 1024, seconds: 0 })).toEqual({ problems: [{ problem: { code: 'too_much', format: 'YAML', megabytes: 1024, seconds: 0 } }] })
    expect(await taken('{"customers":[]}', 'json')).toMatchObject({ value: { customers: [] } })
  })

  it('that is gone is an error, and the next one is read', async () => {
    const gone = takeApart('/nowhere/directory.json', 'json')
    const next = taken('[1]', 'json')
    await expect(gone).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await next).toMatchObject({ value: [1] })
  })
})
