import { describe, expect, it, vi } from 'vitest'
import { rowsOfSeal } from '../../../src/domain/audit.js'
import { freshPostgresql, eachStore } from '../../support/stores.js'
import { auditTrail } from './audit-trail.js'

describe('the audit trail', () => {
  eachStore((_name, fresh) => {
    it('is sealed in batches, each a link of the chain, and verifies', async () => {
      const trail = await auditTrail(await fresh())
      expect(await trail.seal()).toEqual({ sealed: 0, head: null })
      expect(await trail.verify()).toEqual({ seals: 0, rows: 0, unsealed: 0, head: null, findings: [] })
      await trail.batch(3)
      const first = (await trail.store.db.auditSeal.findFirstOrThrow()).hash
      await trail.batch(2)
      await trail.write('unsealed')
      const links = await trail.store.db.auditSeal.findMany({ orderBy: { id: 'asc' } })
      expect(links.map(({ previousHash }) => previousHash)).toEqual(['0'.repeat(64), first])
      expect(await trail.verify(first)).toEqual({ seals: 2, rows: 5, unsealed: 1, head: links[1]!.hash, findings: [] })
    })

    it('sealed twice is as it was', async () => {
      const trail = await auditTrail(await fresh())
      await trail.batch(3)
      const all = async () => ({ rows: await trail.store.db.audit.findMany(), seals: await trail.store.db.auditSeal.findMany() })
      const before = await all()
      trail.world.pass(1)
      expect(await trail.seal()).toEqual({ sealed: 0, head: before.seals[0]!.hash })
      expect(await all()).toEqual(before)
    })

    it('puts no more than a batch into one seal', async () => {
      const trail = await auditTrail(await fresh())
      await trail.store.db.audit.createMany({
        data: Array.from({ length: rowsOfSeal * 2 + 1 }, (_, at) => ({ at: trail.world.now, actorName: 'test', action: 'test', subjectType: 'row', subjectId: String(at) })),
      })
      expect(await trail.seal()).toMatchObject({ sealed: rowsOfSeal * 2 + 1 })
      expect(await trail.verify()).toMatchObject({ seals: 3, rows: rowsOfSeal * 2 + 1, unsealed: 0, findings: [] })
    })

    it('is sealed by several at once: every row once, in one chain, and nobody fails', async () => {
      const trail = await auditTrail(await fresh())
      for (let round = 0; round < 4; round += 1) {
        const writing = Array.from({ length: 10 }, (_, at) => trail.write(`${round}.${at}`))
        await Promise.all([trail.seal(), trail.seal(), trail.seal(), ...writing])
      }
      await trail.seal()
      expect(await trail.verify()).toMatchObject({ rows: 40, unsealed: 0, findings: [] })
    })
  })
})

describe('sealing while others write, on PostgreSQL', () => {
  const fresh = freshPostgresql()

  it('a row with a lower id that is committed later waits for nobody, and is sealed in a later batch', async () => {
    const trail = await auditTrail(await fresh())
    let commit = (): void => undefined
    const held = new Promise<void>((resolve) => { commit = resolve })
    let written = (): void => undefined
    const inside = new Promise<void>((resolve) => { written = resolve })
    const late = trail.store.transaction(async (tx) => {
      await tx.audit.create({ data: { at: trail.world.now, actorName: 'slow', action: 'test', subjectType: 'row', subjectId: 'late' } })
      written()
      await held
    })
    await inside
    await trail.write('early')
    expect(await trail.seal()).toMatchObject({ sealed: 1 })
    expect(await trail.findings()).toEqual([])
    commit()
    await late
    expect(await trail.seal()).toMatchObject({ sealed: 1 })
    const rows = await trail.store.db.audit.findMany({ orderBy: { id: 'asc' } })
    expect(rows.map(({ subjectId }) => subjectId)).toEqual(['late', 'early'])
    expect(rows[0]!.sealId).toBeGreaterThan(rows[1]!.sealId!)
    expect(await trail.verify()).toMatchObject({ seals: 2, rows: 2, unsealed: 0, findings: [] })
  })

  it('one that gives way leaves no trace, and its rows are sealed by the next run', async () => {
    const trail = await auditTrail(await fresh())
    await trail.write('first')
    let commit = (): void => undefined
    const held = new Promise<void>((resolve) => { commit = resolve })
    let taken = (): void => undefined
    const inside = new Promise<void>((resolve) => { taken = resolve })
    // Another process has taken the first link, and has not committed it yet.
    const other = trail.store.transaction(async (tx) => {
      await tx.auditSeal.create({ data: { previousHash: '0'.repeat(64), hash: 'f'.repeat(64), rows: [], sealedAt: trail.world.now } })
      taken()
      await held
    })
    await inside
    const sealing = trail.seal()
    await vi.waitFor(async () => {
      expect(await trail.store.db.$queryRaw`SELECT 1 AS waits FROM pg_locks WHERE NOT granted`).toEqual([{ waits: 1 }])
    })
    commit()
    await other
    expect(await sealing).toEqual({ sealed: 0, head: 'f'.repeat(64) })
    expect(await trail.store.db.audit.count({ where: { sealId: null } })).toBe(1)
    expect(await trail.seal()).toMatchObject({ sealed: 1 })
  })
})
