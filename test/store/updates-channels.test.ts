import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../../src/store/open-store.js'
import { setUpdatesChannels } from '../../src/store/people/updates-channels.js'
import { eachStore } from '../support/stores.js'
import { World } from '../support/world.js'

eachStore((_name, fresh) => {
  let store: Store
  let hikari: string
  let now: Date
  beforeEach(async () => {
    store = await fresh()
    const world = new World(store)
    now = world.now
    hikari = await world.organization('hikari.example', { updatesChannel: 'C1' })
    await world.organization('boreal.example')
  })
  afterEach(() => store.close())

  const set = (...chosen: { domain: string | null; channel: string }[]) => store.transaction((tx) => setUpdatesChannels(tx, chosen, now))
  const channels = async () => (await store.db.resellerPolicy.findMany({ orderBy: { organization: { primaryDomain: 'asc' } }, include: { organization: true } }))
    .map(({ updatesChannel, organization }) => `${updatesChannel} ${organization.primaryDomain}`)

  test('a domain without a channel gets one, one with a channel keeps it, and an unknown one is told', async () => {
    const nowhere = { domain: 'nowhere.example', channel: 'C9' }
    expect(await set({ domain: 'hikari.example', channel: 'C8' }, { domain: 'boreal.example', channel: 'C2' }, nowhere)).toEqual({ unknown: [nowhere], taken: [] })
    expect(await channels()).toEqual(['C2 boreal.example', 'C1 hikari.example'])
  })

  test('what is set is in the audit trail, and what stays is not', async () => {
    await set({ domain: 'hikari.example', channel: 'C8' }, { domain: 'boreal.example', channel: 'C2' })
    const boreal = await store.db.organization.findUniqueOrThrow({ where: { primaryDomain: 'boreal.example' } })
    expect(await store.db.audit.findMany()).toMatchObject([{
      at: now, actorName: 'environment', action: 'policy.changed', subjectId: boreal.id, before: { updatesChannel: null }, after: { updatesChannel: 'C2' },
    }])
  })

  test('a bare channel is for the first domain, and changes nothing when that one has its own', async () => {
    expect(await set({ domain: null, channel: 'C8' })).toEqual({ unknown: [], taken: [] })
    expect(await channels()).toEqual(['null boreal.example', 'C1 hikari.example'])
  })

  test.each([['updates', 'C1'], ['approvals', 'C3']])('SCOPE-1: a channel that another domain’s %s go to is told as taken', async (_what, channel) => {
    await store.db.resellerPolicy.update({ where: { organizationId: hikari }, data: { approvalChannel: 'C3' } })
    const taken = { domain: 'boreal.example', channel }
    expect(await set(taken)).toEqual({ unknown: [], taken: [taken] })
    expect(await channels()).toEqual(['null boreal.example', 'C1 hikari.example'])
  })
})
