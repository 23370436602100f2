import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AccountActor, Actor } from '../../src/domain/actor.js'
import type { Privilege } from '../../src/domain/privileges.js'
import type { CaseKind, CaseState, PartnerState } from '../../src/domain/words.js'
import { findCaseNumbers } from '../../src/store/cases/case-pages.js'
import type { Store } from '../../src/store/open-store.js'
import { caseNumbersMatching, customerIdsMatching, indexCase, indexCustomers } from '../../src/store/search/search-index.js'
import { casesVisibleTo, customersVisibleTo, eventsVisibleTo } from '../../src/store/visibility.js'
import { eachStore, freshPostgresql, freshSqlite } from '../support/stores.js'
import { accountOf, addCase, addCustomer, addOrganizations, addRelation, addTwoDomains, at, products, resellerOf } from './world.js'

const resellers = ['hikari', 'boreal', 'fixit'] as const
const customers = ['acme', 'globex', 'hooli'] as const

interface World {
  managedBy: (string | null)[]
  relations: { customer: number; partner: string; product: string; state: PartnerState }[]
  cases: { customer: number; kind: CaseKind; filedBy: string; managedAtFiling: string | null; product: string; state: CaseState; noteBy: string }[]
}

/** fixit is support-only; nothing else is ruled out, a former manager's cases and relations of managers included. */
const worlds: fc.Arbitrary<World> = fc.record({
  managedBy: fc.array(fc.constantFrom('hikari', 'boreal', null), { minLength: 3, maxLength: 3 }),
  relations: fc.array(fc.record({
    customer: fc.nat(2), partner: fc.constantFrom(...resellers), product: fc.constantFrom(...products),
    state: fc.constantFrom('PENDING', 'ACTIVE', 'ACTIVE', 'DECLINED', 'REMOVED'),
  }), { maxLength: 6 }),
  cases: fc.array(fc.record({
    customer: fc.nat(2), kind: fc.constantFrom('DELEGATED', 'DIRECT'), filedBy: fc.constantFrom(...resellers, ...customers),
    managedAtFiling: fc.constantFrom('hikari', 'boreal', null), product: fc.constantFrom(...products),
    state: fc.constantFrom('PENDING_APPROVAL', 'NEW', 'CLOSED'), noteBy: fc.constantFrom(...resellers, 'acme', 'desk'),
  }), { minLength: 1, maxLength: 10 }),
})

const privileges: Privilege[] = ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES', 'SUPPORT', 'ADMINISTER', 'ANSWER_CASES']
const actors: fc.Arbitrary<Actor> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Actor>({ kind: 'system', name: 'sweep' }) },
  { weight: 9, arbitrary: fc.tuple(
    fc.constantFrom<AccountActor>(accountOf('hikari', 'RESELLER', []), accountOf('boreal', 'RESELLER', []), accountOf('fixit', 'RESELLER', [], true), accountOf('acme', 'CUSTOMER', []), accountOf('hooli', 'CUSTOMER', []), accountOf('desk', 'VENDOR', [])),
    fc.oneof(fc.constant(privileges), fc.subarray(privileges)),
  ).map(([account, held]) => ({ ...account, privileges: new Set(held) })) },
)

// The rules of the brief once more, in plain words over plain lists: SCOPE-1 to SCOPE-6.

function activePartner(world: World, org: string, customer: number, product?: string): boolean {
  return world.relations.some((r) => r.partner === org && r.customer === customer && r.state === 'ACTIVE' && (product === undefined || r.product === product))
}

function seesCase(world: World, actor: Actor, kase: World['cases'][number]): boolean {
  if (actor.kind === 'system') return true
  const holds = (privilege: Privilege): boolean => actor.privileges.has(privilege)
  const org = actor.organizationId
  if (actor.organizationKind === 'VENDOR') return holds('ANSWER_CASES') && kase.state !== 'PENDING_APPROVAL'
  if (actor.organizationKind === 'CUSTOMER') return holds('SUPPORT') && customers[kase.customer] === org && kase.state !== 'PENDING_APPROVAL'
  if (!holds('VIEW_CUSTOMERS') || !holds('ACCESS_SUPPORT_CASES')) return false
  const managed = !actor.supportOnly && kase.managedAtFiling === org && world.managedBy[kase.customer] === org
  const supported = activePartner(world, org, kase.customer, kase.product) && (kase.filedBy === org || kase.kind === 'DIRECT')
  return managed || supported
}

function seesCustomer(world: World, actor: Actor, customer: number): boolean {
  if (actor.kind === 'system') return true
  const org = actor.organizationId
  if (actor.organizationKind === 'VENDOR') return actor.privileges.has('ANSWER_CASES') && world.cases.some((kase) => kase.customer === customer && kase.state !== 'PENDING_APPROVAL')
  if (actor.organizationKind === 'CUSTOMER') return customers[customer] === org && (actor.privileges.has('SUPPORT') || actor.privileges.has('ADMINISTER'))
  return actor.privileges.has('VIEW_CUSTOMERS') && ((!actor.supportOnly && world.managedBy[customer] === org) || activePartner(world, org, customer))
}

async function empty(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.case.deleteMany()
    await tx.customer.deleteMany()
  })
}

/** The numbers of the world's cases, in its order. */
function build(store: Store, world: World): Promise<number[]> {
  return store.transaction(async (tx) => {
    for (const [index, organizationId] of customers.entries()) await addCustomer(tx, { id: index + 1, organizationId, resellerId: world.managedBy[index] ?? null })
    for (const [index, { customer, partner, product, state }] of world.relations.entries()) {
      await addRelation(tx, { id: `r${index}`, customerId: customer + 1, partnerId: partner, productId: product, state })
    }
    await indexCustomers(tx, [1, 2, 3])
    const numbers: number[] = []
    for (const [index, kase] of world.cases.entries()) {
      const number = await addCase(tx, { kind: kase.kind, customerId: kase.customer + 1, filedByOrgId: kase.filedBy, managedAtFilingId: kase.managedAtFiling, productId: kase.product, state: kase.state, title: 'Refund', updatedAt: at(index) })
      await indexCase(tx, number)
      await tx.caseEvent.create({ data: { caseNumber: number, at: at(0), kind: 'FILED', authorName: 'x' } })
      await tx.caseEvent.create({ data: { caseNumber: number, at: at(0), kind: 'NOTE', audience: 'ORGANIZATION', authorName: 'x', authorOrgId: kase.noteBy } })
      numbers.push(number)
    }
    return numbers
  })
}

async function holds(store: Store, world: World, actor: Actor): Promise<void> {
  await empty(store)
  const numbers = await build(store, world)
  const { db } = store
  const seen = numbers.filter((_, index) => { const kase = world.cases[index]; return kase && seesCase(world, actor, kase) })
  const newestFirst = seen.toReversed()

  const listed = await db.case.findMany({ where: { AND: [casesVisibleTo(actor)] }, orderBy: { number: 'asc' }, select: { number: true } })
  expect(listed.map((row) => row.number)).toEqual(seen)
  for (const number of numbers) {
    expect(await db.case.count({ where: { AND: [casesVisibleTo(actor), { number }] } })).toBe(seen.includes(number) ? 1 : 0)
  }
  expect(await findCaseNumbers(db, { actor, limit: 50 })).toEqual(newestFirst)
  expect(await caseNumbersMatching(db, { actor, words: 'refund', limit: 50 })).toEqual(newestFirst)
  expect(await caseNumbersMatching(db, { actor, words: 'refund', limit: 2 })).toEqual(newestFirst.slice(0, 2))

  const known = customers.flatMap((_, index) => (seesCustomer(world, actor, index) ? [index + 1] : []))
  const rows = await db.customer.findMany({ where: { AND: [customersVisibleTo(actor)] }, orderBy: { id: 'asc' }, select: { id: true } })
  expect(rows.map((row) => row.id)).toEqual(known)
  expect(await customerIdsMatching(db, { actor, words: 'example', limit: 50 })).toEqual(known)
  expect(await customerIdsMatching(db, { actor, words: '', limit: 50 })).toEqual(known)

  const notes = await db.caseEvent.findMany({ where: { AND: [eventsVisibleTo(actor), { kind: 'NOTE' }] }, orderBy: { caseNumber: 'asc' }, select: { caseNumber: true } })
  const readable = seen.filter((number) => actor.kind === 'system' || world.cases[numbers.indexOf(number)]?.noteBy === actor.organizationId)
  expect(notes.map((row) => row.caseNumber)).toEqual(readable)
  expect(await db.caseEvent.count({ where: { AND: [eventsVisibleTo(actor), { kind: 'FILED' }] } })).toBe(seen.length)
}

describe('SCOPE-1 to SCOPE-6: list, look-up and search see what the rules say, in any world', () => {
  const stores = { sqlite: { fresh: freshSqlite(), runs: 100 }, postgresql: { fresh: freshPostgresql(), runs: 20 } }
  test.each(Object.entries(stores))('%s', { timeout: 120_000 }, async (_kind, { fresh, runs }) => {
    const store = await fresh()
    await store.transaction((tx) => addOrganizations(tx, [
      { id: 'hikari', kind: 'RESELLER' }, { id: 'boreal', kind: 'RESELLER' }, { id: 'fixit', kind: 'RESELLER', supportOnly: true }, { id: 'desk', kind: 'VENDOR' },
      ...customers.map((id) => ({ id, kind: 'CUSTOMER' as const })),
    ]))
    const property = fc.asyncProperty(worlds, actors, (world, actor) => holds(store, world, actor))
    const result = await fc.check(property, { numRuns: runs })
    expect(fc.defaultReportMessage(result)).toBeUndefined()
  })
})

eachStore((_name, fresh) => {
  test('trap 2: who may see nothing sees nothing where Prisma drops an empty OR, in reads and in writes', async () => {
    const store = await fresh()
    await addTwoDomains(store)
    await store.transaction((tx) => addCase(tx, { customerId: 1, filedByOrgId: 'hikari', managedAtFilingId: 'hikari' }))
    const nobody = accountOf('hikari', 'RESELLER', [])
    const { db } = store
    const cases = { AND: [casesVisibleTo(nobody), { state: 'NEW' as const }] }
    expect(await db.case.findMany({ where: cases })).toEqual([])
    expect(await db.customer.findMany({ where: { AND: [customersVisibleTo(nobody)] } })).toEqual([])
    expect(await db.caseEvent.findMany({ where: { AND: [eventsVisibleTo(nobody)] } })).toEqual([])
    expect((await db.case.updateMany({ where: cases, data: { title: 'Touched' } })).count).toBe(0)
    expect((await db.case.deleteMany({ where: cases })).count).toBe(0)
    const customer = await db.customer.findUniqueOrThrow({ where: { id: 1 }, include: { cases: { where: cases }, _count: { select: { cases: { where: cases } } } } })
    expect([customer.cases, customer._count.cases]).toEqual([[], 0])
    expect(await db.case.count({ where: { AND: [casesVisibleTo(resellerOf('hikari'))] } })).toBe(1)
  })
})
