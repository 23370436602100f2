import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mostSearched, searchFile, searchText } from '../../src/delivery/senders/files/search-file.js'

const card = '4111 1111 1111 1111'
let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'onbehalf-search-')) })
afterAll(() => rm(folder, { recursive: true }))

async function search(bytes: string | Buffer, name = 'a.txt', mimeType = 'application/octet-stream') {
  const path = join(folder, 'file')
  await writeFile(path, bytes)
  return searchFile(path, { name, mimeType })
}

describe('searching a file for personal data (CASE-2)', () => {
  it('holds a text back with what was found, masked, and the lines', async () => {
    expect(await search(`Late since nine.\r\n\nCard ${card}\nand jane.doe@acme.example`)).toEqual({
      state: 'HELD', findings: [{ line: 3, kind: 'card', excerpt: '•••1111' }, { line: 4, kind: 'email', excerpt: 'j•••@acme.example' }],
    })
    expect(await search('Late since nine.')).toEqual({ state: 'RELEASED', findings: [] })
    expect(await search('')).toEqual({ state: 'RELEASED', findings: [] })
  })

  it.each(['a.txt', 'A.CSV', 'a.log', 'a.json', 'a.eml', 'a.md'])('searches %s by its ending', async (name) => {
    expect(await search(card, name)).toMatchObject({ state: 'HELD' })
  })

  it.each([['a', 'text/plain'], ['a.html', 'text/html; charset=utf-8'], ['a', 'application/json'], ['a.bin', 'message/rfc822']])('searches %s that is called %s', async (name, type) => {
    expect(await search(card, name, type)).toMatchObject({ state: 'HELD' })
  })

  it.each([['a.pdf', 'application/pdf'], ['a.png', 'image/png'], ['a.zip', 'application/zip'], ['a', 'application/octet-stream'], ['txt', 'application/textual']])('does not search %s, %s', async (name, type) => {
    expect(await search(card, name, type)).toEqual({ state: 'NOT_SEARCHED', findings: [] })
  })

  it('reads UTF-16 by its mark and older encodings as far as they are ASCII; binary content in disguise is not searched', async () => {
    const little = Buffer.from(`\ufeffKarte ${card}`, 'utf16le')
    expect(await search(little)).toMatchObject({ findings: [{ kind: 'card', line: 1 }] })
    expect(await search(Buffer.from(little).swap16())).toMatchObject({ findings: [{ kind: 'card', line: 1 }] })
    expect(await search(Buffer.concat([Buffer.from([0x83, 0x4a, 0x81, 0x5b, 0x83, 0x68, 0x0a]), Buffer.from(card)]))).toMatchObject({ findings: [{ kind: 'card', line: 2 }] })
    expect(await search(Buffer.concat([Buffer.from([0, 1, 2]), Buffer.from(card)]))).toEqual({ state: 'NOT_SEARCHED', findings: [] })
  })

  it('searches up to 1 MB, and says of more that it was not searched', async () => {
    const whole = `${'x\n'.repeat((mostSearched - card.length) / 2 | 0)}${card}`
    expect(whole.length).toBeLessThanOrEqual(mostSearched)
    expect(await search(whole)).toMatchObject({ state: 'HELD' })
    expect(await search(`${whole}${'y'.repeat(mostSearched - whole.length + 1)}`)).toEqual({ state: 'NOT_SEARCHED', findings: [] })
  })

  it('finds each number once and whole, wherever the pieces are cut', async () => {
    for (const at of [16_350, 16_366, 16_370, 16_384, 16_385, 32_767]) {
      const text = `${'a\n'.repeat(at / 2 | 0)}${at % 2 ? ' ' : ''}${card}\nend\n${'b '.repeat(9000)}`
      expect(await searchText(text)).toEqual([{ line: (at / 2 | 0) + 1, kind: 'card', excerpt: '•••1111' }])
    }
  })

  it('keeps the first fifty', async () => {
    const found = await searchText(`${card}\n`.repeat(4000))
    expect(found.map(({ line }) => line)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1))
  })

  it('lets others work meanwhile', async () => {
    let turns = 0
    let searching = true
    const turn = (): void => { turns += 1; if (searching) setImmediate(turn) }
    setImmediate(turn)
    await searchText('09:00 INFO request 8f3c1d22 took 123 ms from 10.0.12.7\n'.repeat(5000))
    searching = false
    expect(turns).toBeGreaterThan(10)
  })
})
