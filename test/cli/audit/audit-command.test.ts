import { parse } from 'csv-parse/sync'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { csvLine } from '../../../src/cli/audit/csv-line.js'
import { writeExport } from '../../../src/cli/audit/export.js'
import { readExportOptions, type ExportOptions } from '../../../src/cli/audit/export-options.js'
import { sayVerified } from '../../../src/cli/audit/say-verified.js'
import { wordsFor } from '../../../src/locales/words.js'
import type { ExportedRow } from '../../../src/store/audit/audit-pages.js'
import { writeAudit } from '../../../src/store/audit/audit.js'
import { eachStore } from '../../support/stores.js'
import { auditTrail, type Trail } from '../../usecases/audit/audit-trail.js'

const say = wordsFor({ locale: 'en', timeZone: 'UTC' })

describe('onbehalf audit', () => { eachStore((_name, fresh) => {
  let trail: Trail
  let folder: string
  beforeEach(async () => {
    trail = await auditTrail(await fresh())
    folder = await mkdtemp(join(tmpdir(), 'onbehalf-audit-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const exported = async (options: ExportOptions): Promise<string> => {
    let text = ''
    const out = new Writable({ write: (chunk: Buffer, _encoding, done) => { text += chunk.toString(); done() } })
    await writeExport(trail.store, readExportOptions(options, say), say, out)
    return text
  }
  const rowsOf = async (options: ExportOptions) => (await exported(options)).split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { subjectId: string; seal: number | null; domain: string | null })

  it('verify says that all is well, and the head to note', async () => {
    expect(await sayVerified(trail.store, say)).toEqual({ good: true, lines: ['Nothing is sealed yet.'] })
    await trail.batch(2)
    await trail.write('new')
    const { head } = await trail.verify()
    expect(await sayVerified(trail.store, say, head!)).toEqual({
      good: true,
      lines: ['The audit trail is as it was sealed: 2 rows under one seal.', `Its head is ${head}. Note it elsewhere, and give it to --head later.`, 'One newer row is not sealed yet; a running bot seals within a minute.'],
    })
  })

  it('verify names what it found, and what to do', async () => {
    const [changed, missing, moved] = await trail.batch(3)
    await trail.batch(1)
    const [first, second] = await trail.sealIds()
    await trail.store.db.audit.update({ where: { id: changed! }, data: { action: 'other' } })
    await trail.store.db.audit.delete({ where: { id: missing! } })
    await trail.store.db.audit.update({ where: { id: moved! }, data: { sealId: null } })
    await trail.store.db.auditSeal.update({ where: { id: second! }, data: { previousHash: 'd'.repeat(64) } })
    expect(await sayVerified(trail.store, say, 'c'.repeat(64))).toEqual({
      good: false,
      lines: [
        `row ${changed} does not say what it said when seal ${first} was made`,
        `row ${missing} of seal ${first} is missing`,
        `row ${moved} is of seal ${first}, and names none`,
        `seal ${second} does not continue seal ${first}: one between them is missing, or one of the two was changed`,
        `seal ${second} does not hold what it held when it was made`,
        `no seal has the head ${'c'.repeat(64)}: the end of the trail was cut off, or the head is of another store`,
        'The audit trail is not as it was sealed: 6 findings.',
        'Keep this store as it is, compare the rows with a backup or an earlier export, and find out who could write to the database.',
        'One newer row is not sealed yet; a running bot seals within a minute.',
      ],
    })
  })

  it('export writes a row on each line, with its seal, in order, however many pages it takes', async () => {
    const [seal] = [await trail.batch(2), ...(await trail.sealIds())].slice(1)
    await trail.store.db.audit.createMany({
      data: Array.from({ length: 1100 }, (_, at) => ({ at: trail.world.now, actorName: 'test', action: 'test', subjectType: 'row', subjectId: String(at) })),
    })
    const rows = await rowsOf({})
    expect(rows).toHaveLength(1102)
    expect(rows[0]).toEqual({
      id: expect.any(Number) as number, at: '2026-03-02T09:00:00.000Z', actorId: null, actorName: 'test', organizationId: null, domain: null, action: 'access.granted',
      subjectType: 'customer', subjectId: '0', before: { z: 1, a: { y: null, b: ['ü', 2.5] } }, after: { open: true }, origin: { how: 'command', channel: 'C1' }, seal,
    })
    expect(rows.slice(2).map(({ subjectId }) => subjectId)).toEqual(Array.from({ length: 1100 }, (_, at) => String(at)))
    expect(rows.at(-1)!.seal).toBeNull()
  })

  it('export of a time, and of one domain alone', async () => {
    const hikari = await trail.world.organization('hikari.example')
    const aiko = await trail.world.account('aiko@hikari.example', hikari)
    for (const subjectId of ['before', 'at', 'after']) {
      await trail.store.transaction((tx) => writeAudit(tx, { at: trail.world.now, actor: subjectId === 'after' ? { kind: 'system', name: 'test' } : aiko, action: 'test', subjectType: 'row', subjectId }))
      trail.world.pass(1)
    }
    const ids = async (options: ExportOptions) => (await rowsOf(options)).map(({ subjectId }) => subjectId)
    expect(await ids({ since: '2026-03-02T10:00:00Z' })).toEqual(['at', 'after'])
    expect(await ids({ until: '2026-03-02T10:00:00Z' })).toEqual(['before'])
    expect(await ids({ since: '2026-03-02T19:00:00+09:00', until: '2026-03-03' })).toEqual(['at', 'after'])
    expect(await rowsOf({ domain: 'Hikari.example' })).toMatchObject([{ subjectId: 'before', domain: 'hikari.example' }, { subjectId: 'at', domain: 'hikari.example' }])
    await expect(exported({ domain: 'nobody.example' })).rejects.toThrow('No organization has the domain nobody.example')
    for (const [options, words] of [[{ since: 'yesterday' }, '--since takes a day'], [{ until: '2026-13-01' }, '--until takes a day'], [{ format: 'xml' }, '--format takes jsonl or csv']] as const) {
      await expect(exported(options)).rejects.toThrow(words)
    }
  })

  it('export to a file that its owner alone may read, as CSV that is no formula', async () => {
    await trail.batch(1)
    await trail.write('=HYPERLINK("http://evil.example";"x")')
    await trail.write('a "word",\r\nand another')
    const output = join(folder, 'audit.csv')
    expect(await writeExport(trail.store, { format: 'csv', output }, say, process.stdout)).toBe(3)
    expect((await stat(output)).mode & 0o777).toBe(0o600)
    const rows = parse(await readFile(output, 'utf8'), { columns: true }) as Record<string, string>[]
    expect(rows.map(({ subjectId }) => subjectId)).toEqual(['0', '\'=HYPERLINK("http://evil.example";"x")', 'a "word",\r\nand another'])
    expect(rows[0]).toMatchObject({ at: '2026-03-02T09:00:00.000Z', after: '{"open":true}', seal: String((await trail.sealIds())[0]) })
    expect(rows[1]!['seal']).toBe('')
  })
}) })

it.each([['=1+1', "'=1+1"], ['+49 30', "'+49 30"], ['-7', "'-7"], ['@SUM(A1)', "'@SUM(A1)"], ['\t=1', "'\t=1"], ['  =1', "'  =1"], ['plain=1', 'plain=1']])('a cell that says %s is no formula', (said, cell) => {
  const row: ExportedRow = { id: -1, at: new Date(0), actorId: null, actorName: said, organizationId: null, domain: null, action: '', subjectType: '', subjectId: '', before: null, after: null, origin: null, seal: null }
  expect(csvLine(row).split(',').slice(0, 4)).toEqual(['-1', '1970-01-01T00:00:00.000Z', '', cell])
})
