import { describe, expect, test } from 'vitest'
import { findCaseNumbers } from '../../src/store/cases/case-pages.js'
import type { Store } from '../../src/store/open-store.js'
import { caseNumbersMatching, customerIdsMatching, indexCase, indexCustomers } from '../../src/store/search/search-index.js'
import { eachStore } from '../support/stores.js'
import { accountOf, addCase, addCustomer, addOrganizations, addRelation, addTwoDomains, at, resellerOf, type CaseSpec } from './world.js'

const hikari = resellerOf('hikari')
const acmeCase = { customerId: 1, filedByOrgId: 'hikari', managedAtFilingId: 'hikari' } as const

async function indexed(store: Store, specs: readonly CaseSpec[]): Promise<number[]> {
  return store.transaction(async (tx) => {
    const numbers: number[] = []
    for (const spec of specs) {
      const number = await addCase(tx, spec)
      await indexCase(tx, number)
      numbers.push(number)
    }
    return numbers
  })
}

eachStore((_name, fresh) => {
  describe('cases', () => {
    test.each([
      ['English, by the beginning of words, in any order', 'Delayed delivery of mail', 'DELIV mail', true],
      ['English, not by the middle of a word', 'Delayed delivery', 'livery', false],
      ['French, without accents', 'Facture erronée à Noël', 'erronee noel', true],
      ['Swedish', 'Återbetalning saknas', 'återbet', true],
      ['Japanese, two characters', '先月分の返金について', '返金', true],
      ['Japanese, one character', '先月分の返金について', '金', true],
      ['Japanese, half-width kana', 'メールの配信遅延', 'ﾒｰﾙ', true],
      ['Japanese, pairs that lie apart', '京都と東京', '東京都', false],
      ['Traditional Chinese', '帳單金額不正確', '帳單 金額', true],
      ['Korean', '환불이 지연됩니다', '환불', true],
      ['all words, not some', 'Delayed delivery', 'delivery refund', false],
      ['signs of a query language are no query', 'Delayed delivery', '"delivery* OR ) NOT \' & | !', false],
      ['signs alone match nothing', 'Delayed delivery', '*"()&|!:', false],
    ])('%s', async (_label, title, words, found) => {
      const store = await fresh()
      await addTwoDomains(store)
      const numbers = await indexed(store, [{ ...acmeCase, title }])
      expect(await caseNumbersMatching(store.db, { actor: hikari, words, limit: 10 })).toEqual(found ? numbers : [])
    })

    test('finds number, answers, customer and portal number, and no internal note', async () => {
      const store = await fresh()
      await addTwoDomains(store)
      const [number = 0] = await indexed(store, [{ ...acmeCase, title: 'Refund', answer: 'Invoices of October', portalNumber: '48151623' }])
      await store.db.caseEvent.create({ data: { caseNumber: number, at: at(1), kind: 'NOTE', audience: 'ORGANIZATION', authorName: 'Aiko', authorOrgId: 'hikari', text: 'suspicious' } })
      await store.transaction((tx) => indexCase(tx, number))
      const find = (words: string): Promise<number[]> => caseNumbersMatching(store.db, { actor: hikari, words, limit: 10 })
      for (const words of [String(number), 'invoices', 'acme', 'acme.example', '48151623', 'refund october']) expect([words, await find(words)]).toEqual([words, [number]])
      expect(await find('suspicious')).toEqual([])
    })

    test('forgets words that a case holds no longer, and what rolled back was never found', async () => {
      const store = await fresh()
      await addTwoDomains(store)
      const [number = 0] = await indexed(store, [{ ...acmeCase, title: 'Refund' }])
      await store.transaction(async (tx) => {
        await tx.case.update({ where: { number }, data: { title: 'Delivery' } })
        await indexCase(tx, number)
        throw new Error('undo')
      }).catch(() => {})
      const find = (words: string): Promise<number[]> => caseNumbersMatching(store.db, { actor: hikari, words, limit: 10 })
      expect(await find('refund')).toEqual([number])
      await store.transaction(async (tx) => {
        await tx.case.update({ where: { number }, data: { title: 'Delivery' } })
        await indexCase(tx, number)
      })
      expect([await find('refund'), await find('delivery')]).toEqual([[], [number]])
    })

    test('SCOPE-1: the limit counts what the actor may see, newest update first', async () => {
      const store = await fresh()
      await addTwoDomains(store)
      const others = Array.from({ length: 30 }, (_, minute) => ({ customerId: 2, filedByOrgId: 'boreal', managedAtFilingId: 'boreal', title: 'Refund', updatedAt: at(100 + minute) }))
      const own = await indexed(store, [5, 3, 9].map((minute) => ({ ...acmeCase, title: 'Refund', updatedAt: at(minute) })))
      await indexed(store, others)
      expect(await caseNumbersMatching(store.db, { actor: hikari, words: 'refund', limit: 2 })).toEqual([own[2], own[0]])
      expect(await caseNumbersMatching(store.db, { actor: accountOf('hikari', 'RESELLER', ['VIEW_CUSTOMERS']), words: 'refund', limit: 2 })).toEqual([])
    })

    test('pages and filters in the same query, with words and without', async () => {
      const store = await fresh()
      await addTwoDomains(store)
      const numbers = await indexed(store, [1, 2, 2, 3, 4].map((minute, index) => ({ ...acmeCase, title: 'Refund', state: index === 4 ? 'CLOSED' as const : 'NEW' as const, updatedAt: at(minute) })))
      const newest = [numbers[3], numbers[2], numbers[1], numbers[0]]
      for (const words of ['refund', '']) {
        const found: number[] = []
        for (let after: { updatedAt: Date; number: number } | undefined; ;) {
          const page = await findCaseNumbers(store.db, { actor: hikari, words, states: ['NEW'], severities: ['P3'], customerIds: [1], ...(after && { after }), limit: 2 })
          found.push(...page)
          const last = page.at(-1)
          if (last === undefined) break
          after = await store.db.case.findUniqueOrThrow({ where: { number: last }, select: { updatedAt: true, number: true } })
        }
        expect(found).toEqual(newest)
      }
      for (const nothing of [{ states: [] }, { severities: [] }, { customerIds: [] }, { severities: ['P1'] as const }, { ownerId: 'nobody' }]) {
        expect(await findCaseNumbers(store.db, { actor: hikari, ...nothing, limit: 5 })).toEqual([])
      }
    })

    test('words that stand in very many cases go along the index of the list', async () => {
      const store = await fresh()
      await addTwoDomains(store)
      await store.transaction(async (tx) => {
        const first = await addCase(tx, { ...acmeCase, number: 5000, title: '返金の件' })
        const row = await tx.case.findUniqueOrThrow({ where: { number: first } })
        const many = Array.from({ length: 1200 }, (_, index) => index)
        await tx.case.createMany({ data: many.map((index) => ({ ...row, answers: [], number: 5001 + index, updatedAt: at(index), title: index % 2 ? '返金の件' : '返し金の返と件' })) })
        for (const index of many) await indexCase(tx, 5001 + index)
      })
      expect(await caseNumbersMatching(store.db, { actor: hikari, words: '返金', limit: 3 })).toEqual([6200, 6198, 6196])
      expect(await caseNumbersMatching(store.db, { actor: hikari, words: '金の', limit: 3 })).toEqual([6200, 6199, 6198])
    })
  })

  describe('customers', () => {
    test('by name, domain and external id; within the domain and of active partners', async () => {
      const store = await fresh()
      await addTwoDomains(store)
      await store.transaction(async (tx) => {
        await tx.organization.createMany({ data: ['umi', 'wayne'].map((id) => ({ id, kind: 'CUSTOMER' as const, name: id, primaryDomain: `${id}.example`, createdAt: at(0) })) })
        await addCustomer(tx, { id: 3, organizationId: 'umi', name: '株式会社うみ', externalId: 'C0abc1234', resellerId: 'hikari' })
        await addCustomer(tx, { id: 4, organizationId: 'wayne', name: 'Able Wayne', resellerId: 'boreal' })
        await addRelation(tx, { id: 'r1', customerId: 4, partnerId: 'hikari', productId: 'cloud-identity', state: 'ACTIVE' })
        await addRelation(tx, { id: 'r2', customerId: 2, partnerId: 'hikari', productId: 'cloud-identity', state: 'PENDING' })
        await indexCustomers(tx, [1, 2, 3, 4])
        await indexCustomers(tx, [1])
      })
      const find = (words: string, limit = 10): Promise<number[]> => customerIdsMatching(store.db, { actor: hikari, words, limit })
      expect(await find('株式会社')).toEqual([3])
      expect(await find('c0ABC')).toEqual([3])
      expect(await find('example')).toEqual([4, 1, 3])
      expect(await find('')).toEqual([4, 1, 3])
      expect(await find('example', 2)).toEqual([4, 1])
      expect(await find('hooli')).toEqual([])
      expect(await customerIdsMatching(store.db, { actor: { kind: 'system', name: 'test' }, words: 'hooli', limit: 5 })).toEqual([2])
    })

    test('is found behind very many in which the pairs of characters lie apart', async () => {
      const store = await fresh()
      const ids = Array.from({ length: 420 }, (_, index) => index + 1)
      await store.transaction(async (tx) => {
        await addOrganizations(tx, [{ id: 'hikari', kind: 'RESELLER' }, ...ids.map((id) => ({ id: `c${id}`, kind: 'CUSTOMER' as const }))])
        // Some of one name, so that a look may end between two of them.
        for (const id of ids) await addCustomer(tx, { id, organizationId: `c${id}`, name: id > 415 ? '東京都' : `京都と東京 ${id % 7}`, resellerId: 'hikari' })
        await indexCustomers(tx, ids)
      })
      expect(await customerIdsMatching(store.db, { actor: hikari, words: '東京都', limit: 2 })).toEqual([416, 417])
    })

    test('many at once', async () => {
      const store = await fresh()
      const ids = Array.from({ length: 1100 }, (_, index) => index + 1)
      await store.transaction(async (tx) => {
        await addOrganizations(tx, [{ id: 'hikari', kind: 'RESELLER' }, ...ids.map((id) => ({ id: `c${id}`, kind: 'CUSTOMER' as const }))])
        await tx.customer.createMany({ data: ids.map((id) => ({ id, organizationId: `c${id}`, name: `Name ${id}`, domain: `c${id}.example`, supportTier: 'STANDARD' as const, resellerId: 'hikari', createdAt: at(0), updatedAt: at(0) })) })
        await indexCustomers(tx, ids)
      })
      expect(await customerIdsMatching(store.db, { actor: hikari, words: 'name', limit: 3 })).toEqual([1, 10, 100])
      expect(await customerIdsMatching(store.db, { actor: hikari, words: 'c1099', limit: 3 })).toEqual([1099])
    })
  })
})
