import { expect, test } from 'vitest'
import { catalogue } from '../../src/domain/catalogue/catalogue.js'
import { prebuiltRoles } from '../../src/domain/privileges.js'
import { products } from '../../src/domain/products.js'
import { installCategories, installProducts, installRoles } from '../../src/store/filing/catalogue-write.js'
import { installCatalogue } from '../../src/usecases/import/install-catalogue.js'
import { eachStore } from '../support/stores.js'
import { smallCatalogue } from '../support/small-catalogue.js'

eachStore((_name, fresh) => {
  test('everything the program knows is installed, and a second start writes nothing', async () => {
    const store = await fresh()
    expect(await installCatalogue({ store })).toEqual({ changed: products.length + catalogue.length + prebuiltRoles.length })
    const questions = await store.db.categoryQuestion.count()
    expect(questions).toBe(catalogue.reduce((sum, category) => sum + category.questions.length, 0))
    expect(await installCatalogue({ store })).toEqual({ changed: 0 })
    expect(await store.db.categoryQuestion.count()).toBe(questions)
  })

  test('a category that is known no more is switched off, keeps its cases’ words, and comes back', async () => {
    const store = await fresh()
    const [first, ...rest] = smallCatalogue
    const leaf = smallCatalogue.findLast((category) => category.questions.length > 0)!
    await store.transaction((tx) => installProducts(tx, products))
    await store.transaction((tx) => installCategories(tx, smallCatalogue))
    const without = [first!, ...rest].filter((category) => category.id !== leaf.id)
    expect(await store.transaction((tx) => installCategories(tx, without))).toBe(1)
    expect(await store.db.category.findUniqueOrThrow({ where: { id: leaf.id } })).toMatchObject({ active: false })
    expect(await store.transaction((tx) => installCategories(tx, without))).toBe(0)
    expect(await store.transaction((tx) => installCategories(tx, smallCatalogue))).toBe(1)
    expect(await store.db.category.findUniqueOrThrow({ where: { id: leaf.id } })).toMatchObject({ active: true })
  })

  test('questions that were turned round or reworded are replaced, those of other categories stay', async () => {
    const store = await fresh()
    await store.transaction((tx) => installProducts(tx, products))
    await store.transaction((tx) => installCategories(tx, catalogue))
    const changed = catalogue.map((category) => (category.id === 'gmail-delivery-delayed' ? { ...category, questions: category.questions.toReversed() } : category))
    expect(await store.transaction((tx) => installCategories(tx, changed))).toBe(1)
    const asked = await store.db.categoryQuestion.findMany({ where: { categoryId: 'gmail-delivery-delayed' }, orderBy: { position: 'asc' } })
    expect(asked.map(({ id }) => id)).toEqual(catalogue.find(({ id }) => id === 'gmail-delivery-delayed')!.questions.map(({ id }) => id).reverse())
  })

  test('products and roles follow what the program says of them', async () => {
    const store = await fresh()
    await installCatalogue({ store })
    const fewer = products.filter(({ id }) => id !== 'appsheet')
    expect(await store.transaction((tx) => installProducts(tx, fewer))).toBe(2)
    expect(await store.db.product.findUniqueOrThrow({ where: { id: 'appsheet' } })).toMatchObject({ active: false })
    const [superAdmin] = prebuiltRoles
    expect(await store.transaction((tx) => installRoles(tx, [{ ...superAdmin, privileges: ['ADMINISTER'] }]))).toBe(1)
    expect(await store.db.rolePrivilege.findMany({ where: { roleId: 'super-admin' } })).toEqual([{ roleId: 'super-admin', privilege: 'ADMINISTER' }])
  })
})
