import { describe, expect, it } from 'vitest'
import { countQueue, findQueueNumbers, queuePart } from '../../src/store/desk/desk-queue.js'
import type { Tx } from '../../src/store/open-store.js'
import { freshPostgresql, freshSqlite } from '../support/stores.js'
import { at } from './world.js'

const behind = { severity: 'P2', escalated: false, deskSince: at(5), number: 7 } as const
const parts = [
  { part: { severity: 'P1', escalated: true }, after: null }, { part: { severity: 'P4', escalated: false }, after: null },
  { part: { severity: 'P2', escalated: false }, after: behind }, { part: { severity: 'P2', escalated: true }, after: { ...behind, escalated: true } },
] as const

describe('the desk\'s queue on SQLite', () => {
  const fresh = freshSqlite()
  it('runs along [desk, severity, deskSince, number], from where the last page ended, and sorts nothing', async () => {
    const { db } = await fresh()
    for (const { part, after } of parts) {
      const steps = await db.$queryRaw<{ detail: string }[]>`EXPLAIN QUERY PLAN ${queuePart(part, after, 11)}`
      expect(steps.map(({ detail }) => detail)).toEqual(['SEARCH c USING INDEX Case_desk_severity_deskSince_number_idx (desk=? AND severity=? AND deskSince>?)'])
    }
  })

  it('asks one query for a page and one for the counts, however many severities there are', async () => {
    const { db } = await fresh()
    let queries = 0
    const counting: Tx = new Proxy(db, {
      get: (target, key, receiver) => {
        if (key === '$queryRaw') queries += 1
        return Reflect.get(target, key, receiver) as unknown
      },
    })
    expect(await findQueueNumbers(counting, null, 11)).toEqual([])
    expect(queries).toBe(1)
    expect(await countQueue(counting)).toEqual({ P1: 0, P2: 0, P3: 0, P4: 0 })
    expect(queries).toBe(2)
  })
})

describe('the desk\'s queue on PostgreSQL', () => {
  const fresh = freshPostgresql()
  it('runs along [desk, severity, deskSince, number], from where the last page ended, and sorts nothing', async () => {
    const store = await fresh()
    await store.transaction(async (tx) => {
      // Without rows it would read the table as it is.
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`
      await tx.$executeRaw`SET LOCAL enable_bitmapscan = off`
      for (const { part, after } of parts) {
        const steps = await tx.$queryRaw<Record<string, string>[]>`EXPLAIN ${queuePart(part, after, 11)}`
        const plan = steps.map((step) => step['QUERY PLAN']).join('\n')
        expect(plan).toContain('Index Scan using "Case_desk_severity_deskSince_number_idx"')
        expect(plan).toMatch(/Index Cond: .*desk.*severity.*"deskSince"/)
        expect(plan).not.toContain('Sort')
      }
    })
  })

  it('goes on behind a page that ended anywhere', async () => {
    const { db } = await fresh()
    expect(await findQueueNumbers(db, behind, 11)).toEqual([])
  })
})
