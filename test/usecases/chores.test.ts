import { describe, expect, it } from 'vitest'
import { writeAudit } from '../../src/store/audit/audit.js'
import { chores } from '../../src/usecases/chores.js'
import { eachStore, freshSqlite } from '../support/stores.js'
import { smallWorld } from '../support/world.js'
import type { Store } from '../../src/store/open-store.js'

async function start(store: Store) {
  const small = await smallWorld(store)
  const { world, aiko, acme } = small
  const logged: { level: string; words: string; facts: object }[] = []
  const note = (level: string) => (facts: object, words: string): void => void logged.push({ level, words, facts })
  const request = { kind: 'ACCESS_REQUEST', organizationId: aiko.organizationId, requesterId: aiko.accountId, customerId: acme.id, createdAt: world.hoursAgo(80) } as const
  await store.db.approval.create({ data: { ...request, id: 'past', payload: { turnOn: true, subscriptionIds: [] }, expiresAt: world.now } })
  await store.transaction((tx) => writeAudit(tx, { at: world.now, actor: aiko, action: 'test', subjectType: 'row', subjectId: 1, before: {} }))
  const old = async (): Promise<void> => void (await store.db.handledDelivery.create({ data: { key: world.id(), at: world.hoursAgo(24 * 8) } }))
  await old()
  return { ...small, logged, old, round: chores(world.deps, { info: note('info'), error: note('error') }) }
}

describe('a round of the chores', () => {
  eachStore((_name, fresh) => {
    it('lets requests expire, seals the audit trail with that, and forgets; the log names the head', async () => {
      const { world, round, logged } = await start(await fresh())
      await round()
      const { db } = world.store
      expect(await db.approval.findUnique({ where: { id: 'past' } })).toMatchObject({ state: 'EXPIRED' })
      expect(await db.audit.count({ where: { sealId: null } })).toBe(0)
      expect(await db.handledDelivery.count({ where: { at: { lt: world.hoursAgo(24 * 7) } } })).toBe(0)
      const { hash } = await db.auditSeal.findFirstOrThrow()
      expect(logged).toEqual([{ level: 'info', words: 'audit rows were sealed', facts: { sealed: 2, head: hash } }])
      await round()
      expect(logged).toHaveLength(1)
    })

    it('tells of response targets', async () => {
      const { world, round, acme, aiko } = await start(await fresh())
      const number = await world.case(acme.id, aiko)
      await world.store.db.case.update({ where: { number }, data: { clockSince: world.hoursAgo(2), targetAt: world.now, targetBreachAt: world.now } })
      await round()
      expect(await world.store.db.caseEvent.findMany({ where: { caseNumber: number } })).toMatchObject([{ kind: 'TARGET', data: { target: 'passed' } }])
    })

    it('clocks cases from before once an hour, and goes on in the next round while there are more', async () => {
      const { world, round, acme, aiko } = await start(await fresh())
      const { db } = world.store
      const old = async () => {
        const number = await world.case(acme.id, aiko)
        await db.case.update({ where: { number }, data: { deskSince: world.now } })
        return number
      }
      const clockless = () => db.case.count({ where: { deskSince: { not: null }, clockSince: null } })
      for (let count = 0; count < 101; count += 1) await old()
      await round()
      expect(await clockless()).toBe(1)
      await round()
      expect(await clockless()).toBe(0)
      await old()
      world.pass(0.9)
      await round()
      expect(await clockless()).toBe(1)
      world.pass(0.1)
      await round()
      expect(await clockless()).toBe(0)
    })

    it('forgets once an hour, also when the clock went back', async () => {
      const { world, round, old } = await start(await fresh())
      const kept = () => world.store.db.handledDelivery.count({ where: { at: { lt: world.hoursAgo(24 * 7) } } })
      await round()
      await old()
      world.pass(0.9)
      await round()
      expect(await kept()).toBe(1)
      world.pass(0.1)
      await round()
      expect(await kept()).toBe(0)
      world.pass(-100)
      await old()
      await round()
      expect(await kept()).toBe(0)
    })
  })

  describe('sqlite', () => {
    const fresh = freshSqlite()

    it('of which one fails keeps no other from its turn, and is logged in words', async () => {
      const { world, round, logged } = await start(await fresh())
      const { db } = world.store
      await db.$executeRaw`UPDATE "Audit" SET "before" = 'no JSON'`
      await round()
      expect(logged.map(({ level, words }) => [level, words])).toEqual([['error', 'the audit trail could not be sealed; the next round tries again']])
      expect(await db.approval.findUnique({ where: { id: 'past' } })).toMatchObject({ state: 'EXPIRED' })
      expect(await db.handledDelivery.count({ where: { at: { lt: world.hoursAgo(24 * 7) } } })).toBe(0)
      await db.$executeRaw`UPDATE "Audit" SET "before" = '{}' WHERE "before" = 'no JSON'`
      await round()
      expect(await db.audit.count({ where: { sealId: null } })).toBe(0)
    })
  })
})
