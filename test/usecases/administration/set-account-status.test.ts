import { describe, expect, it } from 'vitest'
import { resolveActor } from '../../../src/usecases/acting/resolve-actor.js'
import { setAccountStatus } from '../../../src/usecases/administration/set-account-status.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { office } from './office.js'

describe('setAccountStatus', () => { eachStore((_name, fresh) => {
  it('suspends somebody who is signed in from the next click on, and lets them act again; delivered twice, done once', async () => {
    const { world, deps, omar, aiko, audits } = await office(await fresh())
    const profile = { email: 'aiko@hikari.example', name: 'Aiko', locale: 'en', timeZone: 'UTC', isBot: false, isDeleted: false, isGuest: false, isStranger: false }
    const clicks = () => resolveActor(deps, { ...aiko.slack, loadProfile: async () => profile })
    expect(await clicks()).toMatchObject({ actor: { accountId: aiko.accountId } })

    const suspend = { accountId: aiko.accountId, status: 'SUSPENDED' as const, deliveryKey: 's1' }
    expect(await setAccountStatus(deps, omar, suspend)).toMatchObject({ status: 'SUSPENDED', version: 2, lacks: ['suspended'] })
    expect(await clicks()).toMatchObject({ refusal: { code: 'account_suspended', domain: 'hikari.example' } })

    const restore = { ...suspend, status: 'ACTIVE' as const, deliveryKey: 's2' }
    const restored = await setAccountStatus(deps, omar, restore)
    expect(restored).toMatchObject({ status: 'ACTIVE', version: 3, lacks: [] })
    expect(await clicks()).toMatchObject({ actor: { accountId: aiko.accountId } })

    expect(await expectNoRowsWritten(world.store, () => setAccountStatus(deps, omar, suspend))).toEqual(restored)
    expect(await audits('account.suspended')).toMatchObject([{ actorId: omar.accountId, subjectId: aiko.accountId, before: { status: 'ACTIVE' }, after: { status: 'SUSPENDED' } }])
    expect(await audits('account.restored')).toMatchObject([{ before: { status: 'SUSPENDED' }, after: { status: 'ACTIVE' } }])
  })

  it('writes nothing when it is so already', async () => {
    const { world, deps, omar, aiko } = await office(await fresh())
    const input = { accountId: aiko.accountId, status: 'ACTIVE' as const, deliveryKey: 's1' }
    expect(await expectNoRowsWritten(world.store, () => setAccountStatus(deps, omar, input))).toMatchObject({ version: 1 })
  })
}) })
