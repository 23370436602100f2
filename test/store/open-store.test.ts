import { expect, test } from 'vitest'
import { eachStore } from '../support/stores.js'

eachStore((name, fresh) => {
  test('answers, and numbers cases from 1001', async () => {
    const store = await fresh()
    expect(store.kind).toBe(name)
    await store.ping()
    expect(await store.db.case.count()).toBe(0)
  })
})
