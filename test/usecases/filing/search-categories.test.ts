import { describe, expect, it } from 'vitest'
import { searchCategories } from '../../../src/usecases/filing/search-categories.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { smallWorld } from '../../support/world.js'

const ids = (found: { id: string }[]): string[] => found.map((each) => each.id)

describe('searchCategories', () => { eachStore((_name, fresh) => {
  it('offers leaves with their path in the catalogue\'s order, and finds them in any language (CASE-1)', async () => {
    const { deps, aiko } = await smallWorld(await fresh())
    const all = await searchCategories(deps, aiko, { words: '', locale: 'en-US' })
    expect(ids(all)).toEqual(['gmail-delayed', 'gmail-spam', 'calendar-sharing', 'voice-calls'])
    expect(all[0]).toEqual({
      id: 'gmail-delayed', productId: 'google-workspace', name: { en: 'Delayed messages', ja: 'メールの遅延' },
      path: [{ en: 'Gmail' }, { en: 'Delivery', ja: '配信' }],
    })
    expect(ids(await searchCategories(deps, aiko, { words: '遅延', locale: 'en-US' }))).toEqual(['gmail-delayed'])
    expect(ids(await searchCategories(deps, aiko, { words: 'slow', locale: 'ja-JP' }))).toEqual(['gmail-delayed'])
  })

  it('keeps to the product type chosen, and to what is open for the customer chosen (ACCESS-4)', async () => {
    const { world, deps, aiko, acme, hikari, hooli } = await smallWorld(await fresh())
    const locked = await world.customer('globex.example', hikari)
    await world.ledger(locked.id, hikari, { change: 'SWITCH_OFF' })
    const search = async (more: { productId?: string; customerId?: number }) => ids(await searchCategories(deps, aiko, { words: '', locale: 'en', ...more }))
    expect(await search({ productId: 'google-voice' })).toEqual(['voice-calls'])
    expect(await search({ customerId: acme.id })).toEqual(['gmail-delayed', 'gmail-spam', 'calendar-sharing'])
    expect(await search({ productId: 'google-voice', customerId: acme.id })).toEqual([])
    expect(await search({ customerId: locked.id })).toEqual([])
    expect(await search({ customerId: hooli.id })).toEqual([])
    expect(await search({ customerId: 999_999 })).toEqual([])
    expect(await search({ productId: 'google-cloud' })).toEqual([])
  })

  it('leaves out what is gone, and what stands below it', async () => {
    const { world, deps, aiko } = await smallWorld(await fresh())
    await world.store.db.category.updateMany({ where: { id: { in: ['gmail-delivery', 'voice-calls'] } }, data: { active: false } })
    expect(ids(await searchCategories(deps, aiko, { words: '', locale: 'en' }))).toEqual(['calendar-sharing'])
  })

  it('refuses who may not file', async () => {
    const { world, deps, nova } = await smallWorld(await fresh())
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(searchCategories(deps, nova, { words: '', locale: 'en' }))).toMatchObject({ code: 'privileges_missing' })
    })
  })
}) })
