import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../src/store/open-store.js'
import { setUpdatesChannels } from '../../src/store/people/updates-channels.js'
import { eachStore } from '../support/stores.js'
import { World } from '../support/world.js'

eachStore((_name, fresh) => {
  let store: Store
  beforeEach(async () => {
    store = await fresh()
    const world = new World(store)
    await world.organization('hikari.example', { updatesChannel: 'C1' })
    await world.organization('boreal.example', { updatesChannel: 'C2' })
  })
  afterEach(() => store.close())

  const set = (...chosen: { domain: string | null; channel: string }[]) => store.transaction((tx) => setUpdatesChannels(tx, chosen))
  const channels = async () => (await store.db.resellerPolicy.findMany({ orderBy: { updatesChannel: 'asc' }, include: { organization: true } }))
    .map(({ updatesChannel, organization }) => `${updatesChannel} ${organization.primaryDomain}`)

  test('a domain gets its channel, two may change places, and an unknown one is told', async () => {
    const nowhere = { domain: 'nowhere.example', channel: 'C9' }
    expect(await set({ domain: 'hikari.example', channel: 'C2' }, { domain: 'boreal.example', channel: 'C1' }, nowhere)).toEqual({ unknown: [nowhere], taken: [] })
    expect(await channels()).toEqual(['C1 boreal.example', 'C2 hikari.example'])
  })

  test('SCOPE-1: a channel that another domain’s updates go to is told as taken', async () => {
    const taken = { domain: 'boreal.example', channel: 'C1' }
    expect(await set(taken)).toEqual({ unknown: [], taken: [taken] })
  })
})
