import { describe, expect, it } from 'vitest'
import { eachStore, freshSqlite } from '../../support/stores.js'
import { auditTrail, type Trail } from './audit-trail.js'

/** Every column of a row that a seal covers, changed. */
const changes = {
  at: { at: new Date('2026-01-01') }, actorId: { actorId: 'somebody' }, actorName: { actorName: 'Nobody' }, organizationId: { organizationId: 'another' },
  action: { action: 'access.revoked' }, subjectType: { subjectType: 'case' }, subjectId: { subjectId: '7' }, before: { before: { z: 1, a: { y: null, b: ['ü', 2] } } },
  after: { after: { open: false } }, origin: { origin: {} },
}

describe('a look at the audit trail', () => { eachStore((_name, fresh) => {
  /** Three links of two rows. */
  async function sealed(): Promise<{ trail: Trail; rows: number[]; seals: number[]; head: string }> {
    const trail = await auditTrail(await fresh())
    const rows = [...(await trail.batch(2)), ...(await trail.batch(2)), ...(await trail.batch(2))]
    const { head, findings } = await trail.verify()
    expect(findings).toEqual([])
    return { trail, rows, seals: await trail.sealIds(), head: head! }
  }

  it('finds and names a row of which any column was changed', async () => {
    const { trail, rows, seals } = await sealed()
    const { db } = trail.store
    const covered = Object.keys(await db.audit.findUniqueOrThrow({ where: { id: rows[2]! } })).filter((column) => column !== 'id' && column !== 'sealId')
    expect(covered.sort()).toEqual(Object.keys(changes).sort())
    for (const [column, change] of Object.entries(changes)) {
      const { id, before, after, origin, ...row } = await db.audit.findUniqueOrThrow({ where: { id: rows[2]! } })
      await db.audit.update({ where: { id }, data: change })
      expect({ column, findings: await trail.findings() }).toEqual({ column, findings: [{ code: 'row_changed', row: id, seal: seals[1] }] })
      await db.audit.update({ where: { id }, data: { ...row, before: before!, after: after!, origin: origin! } })
      expect(await trail.findings()).toEqual([])
    }
  })

  it('finds a row that was deleted', async () => {
    const { trail, rows, seals } = await sealed()
    await trail.store.db.audit.delete({ where: { id: rows[5]! } })
    expect(await trail.findings()).toEqual([{ code: 'row_missing', row: rows[5], seal: seals[2] }])
  })

  it('finds a row that was given another id', async () => {
    const { trail, rows, seals } = await sealed()
    await trail.store.db.audit.update({ where: { id: rows[0]! }, data: { id: 900 } })
    expect(await trail.findings()).toEqual([{ code: 'row_missing', row: rows[0], seal: seals[0] }, { code: 'row_not_covered', row: 900, seal: seals[0] }])
  })

  it('finds a row that names another seal, no seal, or one that is not there', async () => {
    const { trail, rows, seals } = await sealed()
    const name = (row: number, sealId: number | null) => trail.store.db.audit.update({ where: { id: row }, data: { sealId } })
    await name(rows[0]!, seals[1]!)
    expect(await trail.findings()).toEqual([
      { code: 'row_moved', row: rows[0], seal: seals[0], names: seals[1] }, { code: 'row_not_covered', row: rows[0], seal: seals[1] },
    ])
    await name(rows[0]!, null)
    expect(await trail.verify()).toMatchObject({ unsealed: 1, findings: [{ code: 'row_moved', row: rows[0], seal: seals[0], names: null }] })
    await name(rows[0]!, 999)
    expect(await trail.findings()).toEqual([
      { code: 'row_moved', row: rows[0], seal: seals[0], names: 999 }, { code: 'seal_missing', seal: 999, rows: 1, first: rows[0], last: rows[0] },
    ])
  })

  it('finds a row that was put behind a seal afterwards', async () => {
    const { trail, seals } = await sealed()
    const { id } = await trail.store.db.audit.create({ data: { at: trail.world.now, actorName: 'x', action: 'x', subjectType: 'x', subjectId: 'x', sealId: seals[0]! } })
    expect(await trail.findings()).toEqual([{ code: 'row_not_covered', row: id, seal: seals[0] }])
  })

  it.each([0, -1])('finds a row that was put in naming a seal %d, which the job never makes', async (sealId) => {
    const { trail } = await sealed()
    const { id } = await trail.store.db.audit.create({ data: { at: trail.world.now, actorName: 'x', action: 'x', subjectType: 'x', subjectId: 'x', sealId } })
    expect(await trail.verify()).toMatchObject({ unsealed: 0, findings: [{ code: 'seal_missing', seal: sealId, rows: 1, first: id, last: id }] })
  })

  it('finds two rows whose contents were swapped', async () => {
    const { trail, rows, seals } = await sealed()
    await trail.store.db.audit.update({ where: { id: rows[0]! }, data: { subjectId: '1' } })
    await trail.store.db.audit.update({ where: { id: rows[1]! }, data: { subjectId: '0' } })
    expect(await trail.findings()).toEqual([{ code: 'row_changed', row: rows[0], seal: seals[0] }, { code: 'row_changed', row: rows[1], seal: seals[0] }])
  })

  it('finds a seal that was deleted: at the beginning, in the middle, at the end', async () => {
    const { trail, rows, seals } = await sealed()
    const kept = await trail.store.db.auditSeal.findMany({ orderBy: { id: 'asc' } })
    const expected = [
      [{ code: 'link_broken', seal: seals[1], after: null }, { code: 'seal_missing', seal: seals[0], rows: 2, first: rows[0], last: rows[1] }],
      [{ code: 'link_broken', seal: seals[2], after: seals[0] }, { code: 'seal_missing', seal: seals[1], rows: 2, first: rows[2], last: rows[3] }],
      [{ code: 'seal_missing', seal: seals[2], rows: 2, first: rows[4], last: rows[5] }],
    ]
    for (const [at, seal] of kept.entries()) {
      await trail.store.db.auditSeal.delete({ where: { id: seal.id } })
      expect(await trail.findings()).toEqual(expected[at])
      await trail.store.db.auditSeal.create({ data: { ...seal, rows: seal.rows! } })
    }
    expect(await trail.findings()).toEqual([])
  })

  it('finds a seal that was edited, whatever of it', async () => {
    const { trail, rows, seals } = await sealed()
    const { db } = trail.store
    const second = await db.auditSeal.findUniqueOrThrow({ where: { id: seals[1]! } })
    const edit = async (data: object) => {
      await db.auditSeal.update({ where: { id: second.id }, data })
      const found = await trail.findings()
      await db.auditSeal.update({ where: { id: second.id }, data: { ...second, rows: second.rows! } })
      return found
    }
    const held = second.rows as { id: number; hash: string }[]
    const changed = { code: 'seal_changed', seal: seals[1] }
    expect(await edit({ sealedAt: new Date('2026-01-01') })).toEqual([changed])
    expect(await edit({ rows: held.slice(1) })).toEqual([changed, { code: 'row_not_covered', row: rows[2], seal: seals[1] }])
    expect(await edit({ rows: [{ ...held[0]!, hash: '1'.repeat(64) }, held[1]!] })).toEqual([changed, { code: 'row_changed', row: rows[2], seal: seals[1] }])
    expect(await edit({ rows: [held[1]!, held[0]!] })).toEqual([changed])
    expect(await edit({ rows: { nothing: 'of ours' } })).toEqual([changed])
    expect(await edit({ hash: 'e'.repeat(64) })).toEqual([changed, { code: 'link_broken', seal: seals[2], after: seals[1] }])
    expect(await edit({ previousHash: 'e'.repeat(64) })).toEqual([{ code: 'link_broken', seal: seals[1], after: seals[0] }, changed])
  })

  it('finds two seals that were swapped', async () => {
    const { trail, seals } = await sealed()
    const { db } = trail.store
    const [, second, third] = await db.auditSeal.findMany({ orderBy: { id: 'asc' } })
    await db.auditSeal.deleteMany({ where: { id: { in: [second!.id, third!.id] } } })
    await db.auditSeal.create({ data: { ...second!, rows: second!.rows!, id: third!.id } })
    await db.auditSeal.create({ data: { ...third!, rows: third!.rows!, id: second!.id } })
    const found = await trail.findings()
    expect(found).toContainEqual({ code: 'link_broken', seal: seals[1], after: seals[0] })
    expect(found).toContainEqual({ code: 'link_broken', seal: seals[2], after: seals[1] })
  })

  it('finds an end that was cut off, by a head noted before; without one nobody can tell', async () => {
    const { trail, rows, seals, head } = await sealed()
    await trail.store.db.auditSeal.delete({ where: { id: seals[2]! } })
    await trail.store.db.audit.deleteMany({ where: { id: { in: rows.slice(4) } } })
    expect(await trail.findings()).toEqual([])
    expect(await trail.findings(head)).toEqual([{ code: 'head_missing', head }])
    await trail.batch(1)
    expect(await trail.findings(head)).toEqual([{ code: 'head_missing', head }])
  })
}) })

describe('on SQLite, which takes any text', () => {
  const fresh = freshSqlite()

  it('a row or a seal that cannot be read is found, and hides no other', async () => {
    const trail = await auditTrail(await fresh())
    const [first, second, third] = [...(await trail.batch(2)), ...(await trail.batch(1))]
    const [seal, next] = await trail.sealIds()
    const { db } = trail.store
    await db.audit.update({ where: { id: second! }, data: { action: 'other' } })
    await db.$executeRaw`UPDATE "Audit" SET "before" = 'garbage' WHERE "id" = ${first}`
    const changed = (row: number | undefined) => ({ code: 'row_changed', row, seal })
    expect(await trail.findings()).toEqual([changed(first), changed(second)])
    await db.$executeRaw`UPDATE "Audit" SET "before" = NULL, "at" = 'garbage' WHERE "id" = ${first}`
    expect(await trail.findings()).toEqual([changed(first), changed(second)])
    await db.$executeRaw`UPDATE "AuditSeal" SET "rows" = 'garbage' WHERE "id" = ${seal}`
    await db.audit.delete({ where: { id: third! } })
    expect(await trail.findings()).toEqual([{ code: 'seal_changed', seal }, { code: 'row_missing', row: third, seal: next }])
  })
})
