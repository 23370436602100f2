import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimDue, finishRow, giveUpRow, nextRunAt, retryRow, sweepLeases } from '../../src/store/outbox/outbox-leases.js'
import { enqueue, forgetFinished } from '../../src/store/outbox/outbox.js'
import type { Store } from '../../src/store/open-store.js'
import { eachStore } from '../support/stores.js'

const start = new Date('2027-03-01T09:00:00.000Z')
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000)

eachStore((_name, fresh) => {
  let store: Store
  beforeEach(async () => {
    store = await fresh()
  })
  afterEach(() => store.close())

  const put = (uid: string, lane: string, more: { dedupeKey?: string; runAt?: Date } = {}) =>
    store.transaction((tx) =>
      enqueue(tx, { message: { kind: 'fetch_attachment', attachmentId: uid }, uid, lane, dedupeKey: uid, now: start, ...more }),
    )
  const claim = (owner: string, now: Date, limit = 10) =>
    store.transaction((tx) => claimDue(tx, { kind: store.kind, owner, now, leaseUntil: new Date(now.getTime() + 60_000), limit }))
  const uids = (rows: { uid: string }[]) => rows.map((row) => row.uid)

  test('a known dedupe key is left alone, without an exception', async () => {
    await put('a', 'lane', { dedupeKey: 'same' })
    await put('b', 'lane', { dedupeKey: 'same' })
    await Promise.all(['c', 'd', 'e'].map((uid) => put(uid, 'lane', { dedupeKey: 'other' })))
    expect(await store.db.outbox.count()).toBe(2)
    expect(await store.db.outbox.findUnique({ where: { dedupeKey: 'same' } })).toMatchObject({ uid: 'a', payload: { attachmentId: 'a' } })
  })

  test('a row enqueued in a transaction that rolls back was never there', async () => {
    await expect(
      store.transaction(async (tx) => {
        await enqueue(tx, { message: { kind: 'fetch_attachment', attachmentId: 'a' }, uid: 'a', dedupeKey: 'a', now: start })
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await store.db.outbox.count()).toBe(0)
  })

  test('only the oldest waiting row of each lane is handed out, and the next one after it has ended', async () => {
    for (const [uid, lane] of [['a1', 'a'], ['a2', 'a'], ['b1', 'b'], ['b2', 'b'], ['b3', 'b']] as const) await put(uid, lane)
    const first = await claim('me', start)
    expect(uids(first).sort()).toEqual(['a1', 'b1'])
    expect(await claim('other', start)).toEqual([])
    const [a1, b1] = first
    await store.transaction((tx) => finishRow(tx, a1!, start, 'DONE'))
    await store.transaction((tx) => giveUpRow(tx, b1!, start, 'no'))
    expect(uids(await claim('me', start)).sort()).toEqual(['a2', 'b2'])
  })

  test('a row that was committed late under a lower id waits while a later one of its lane is being sent', async () => {
    await put('later', 'a')
    await store.db.outbox.updateMany({ data: { id: 50 } })
    const [later] = await claim('me', start)
    await put('lower', 'a')
    await store.db.outbox.updateMany({ where: { uid: 'lower' }, data: { id: 40 } })
    expect(await claim('other', start)).toEqual([])
    await store.transaction((tx) => finishRow(tx, later!, start, 'DONE'))
    expect(uids(await claim('other', start))).toEqual(['lower'])
  })

  test('a row waits for its time, and its lane with it', async () => {
    await put('a1', 'a', { runAt: at(10) })
    await put('a2', 'a')
    expect(await claim('me', at(9))).toEqual([])
    expect(await nextRunAt(store.db, at(9))).toEqual(at(10))
    expect(uids(await claim('me', at(10)))).toEqual(['a1'])
  })

  test('no row is handed out twice, however many claim at once', async () => {
    for (let n = 0; n < 30; n++) await put(`r${n}`, `lane${n % 10}`)
    const claims = await Promise.all(Array.from({ length: 6 }, (_, n) => claim(`owner${n}`, start, 4)))
    const handed = uids(claims.flat())
    expect(new Set(handed).size).toBe(handed.length)
    expect(handed.length).toBe(10)
  })

  test('a lapsed lease is freed as unknown; one that still runs, or is the caller’s own, is not', async () => {
    for (const lane of ['a', 'b']) await put(lane, lane)
    const [a] = await claim('dead', start)
    const sweep = (seconds: number, except: number[] = [], all = false) => store.transaction((tx) => sweepLeases(tx, { now: at(seconds), except, all }))
    expect(await sweep(59)).toBe(0)
    expect(await sweep(60, [a!.id])).toBe(1)
    expect(await sweep(0, [], true)).toBe(1)
    expect((await claim('me', at(60))).map((row) => [row.unknown, row.attempts])).toEqual([[true, 2], [true, 2]])
  })

  test('who lost its lease changes nothing any more', async () => {
    await put('a', 'a')
    const [lost] = await claim('slow', start)
    await store.transaction((tx) => sweepLeases(tx, { now: at(61), all: false, except: [] }))
    const [mine] = await claim('quick', at(61))
    expect(await store.transaction((tx) => finishRow(tx, lost!, at(62), 'DONE'))).toBe(false)
    expect(await store.transaction((tx) => finishRow(tx, mine!, at(62), 'DONE'))).toBe(true)
  })

  test('an attempt that was put off is taken back', async () => {
    await put('a', 'a')
    const [row] = await claim('me', start)
    await store.transaction((tx) => retryRow(tx, row!, { runAt: at(5), error: 'later', unknown: false, counted: false }))
    expect((await claim('me', at(5)))[0]).toMatchObject({ attempts: 1, lastError: 'later' })
  })

  test('what was done long ago is forgotten, what was given up stays', async () => {
    for (const lane of ['a', 'b', 'c']) await put(lane, lane)
    const rows = await claim('me', start)
    await store.transaction((tx) => finishRow(tx, rows[0]!, start, 'DONE'))
    await store.transaction((tx) => giveUpRow(tx, rows[1]!, start, 'no'))
    await store.transaction((tx) => finishRow(tx, rows[2]!, at(10), 'DROPPED', 'not wanted'))
    expect(await store.transaction((tx) => forgetFinished(tx, at(5)))).toBe(1)
    expect((await store.db.outbox.findMany({ orderBy: { id: 'asc' } })).map((row) => row.state).sort()).toEqual(['DROPPED', 'GIVEN_UP'])
  })
})
