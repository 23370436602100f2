import { describe, expect, it } from 'vitest'
import { savePolicy } from '../../../src/usecases/administration/save-policy.js'
import { showPolicy } from '../../../src/usecases/administration/show-policy.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { office, policy } from './office.js'

describe('policy', () => { eachStore((_name, fresh) => {
  it('is shown with its defaults, and saved once with before and after', async () => {
    const { world, deps, hikari, omar, audits } = await office(await fresh())
    await world.store.db.resellerPolicy.delete({ where: { organizationId: hikari } })
    const before = {
      domain: 'hikari.example', desk: 'BUILT_IN', updatesChannel: null, approvalChannel: null, p1NeedsApproval: false, escalationNeedsApproval: false,
      remindAfterHours: 4, expireAfterHours: 72, reopenWindowDays: 30,
    }
    expect(await showPolicy(deps, omar)).toEqual(before)
    const input = { policy: { ...policy, updatesChannel: '#C-UPDATES ' }, deliveryKey: 'p1' }
    expect(await savePolicy(deps, omar, input)).toEqual(policy)
    expect(await showPolicy(deps, omar)).toEqual(policy)
    expect(await expectNoRowsWritten(world.store, () => savePolicy(deps, omar, input))).toEqual(policy)
    expect(await expectNoRowsWritten(world.store, () => savePolicy(deps, omar, { policy, deliveryKey: 'p2' }))).toEqual(policy)
    expect(await audits('policy.changed')).toMatchObject([{ actorId: omar.accountId, subjectId: hikari, before, after: policy }])
  })

  it.each([
    ['updates', { updatesChannel: 'C-B1' }, 'updatesChannel'],
    ['approvals', { updatesChannel: 'C-B2' }, 'updatesChannel'],
    ['updates, for approvals', { approvalChannel: 'C-B1' }, 'approvalChannel'],
    ['approvals, for approvals', { approvalChannel: '#C-B2' }, 'approvalChannel'],
    ['updates, by its name', { updatesChannel: 'C0BOREAL' }, 'updatesChannel'],
    ['approvals, by its name', { approvalChannel: 'C0BOREAL2' }, 'approvalChannel'],
  ])('SCOPE-1: refuses a channel of another domain’s %s', async (_what, change, field) => {
    const { world, deps, boreal, sven, hooli, omar } = await office(await fresh())
    const { db } = world.store
    const named = field === 'updatesChannel' ? 'boreal-updates' : 'boreal-approvals'
    const byName = Object.values(change)[0]!.startsWith('C0BOREAL')
    const data = byName ? { updatesChannel: 'boreal-updates', approvalChannel: 'boreal-approvals' } : { updatesChannel: 'C-B1', approvalChannel: 'C-B2' }
    await db.resellerPolicy.update({ where: { organizationId: boreal }, data })
    if (named === 'boreal-updates') {
      const caseNumber = await world.case(hooli.id, sven)
      await db.caseCard.create({ data: { caseNumber, channel: named, channelId: 'C0BOREAL', ts: '1.1', shownVersion: 1 } })
    } else {
      const approval = { id: world.id(), kind: 'CONSENT' as const, organizationId: boreal, requesterId: sven.accountId, payload: {}, createdAt: world.now }
      await db.approval.create({ data: { ...approval, messages: { create: { place: `channel:${named}`, channelId: 'C0BOREAL2', ts: '1.1', shownVersion: 1 } } } })
    }
    expect(await expectNoRowsWritten(world.store, () => refusalOf(savePolicy(deps, omar, { policy: { ...policy, ...change }, deliveryKey: 'p1' }))))
      .toEqual({ code: 'form', problems: [{ field, problem: 'channel_taken' }] })
  })

  it('SCOPE-1: gives a channel to one of two domains that take it at the same moment', async () => {
    const { world, deps, omar, zoe } = await office(await fresh())
    const outcomes = await Promise.allSettled([omar, zoe].map(({ domain }, i) =>
      savePolicy(deps, [omar, zoe][i]!, { policy: { ...policy, domain, updatesChannel: null, approvalChannel: 'C-BOTH' }, deliveryKey: domain })))
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { refusal: { code: 'form', problems: [{ problem: 'channel_taken' }] } } })
    expect(await world.store.db.resellerPolicy.count({ where: { approvalChannel: 'C-BOTH' } })).toBe(1)
  })

  it('lets one channel serve the domain’s own updates and approvals', async () => {
    const { deps, omar } = await office(await fresh())
    expect(await savePolicy(deps, omar, { policy: { ...policy, approvalChannel: 'C-UPDATES' }, deliveryKey: 'p1' })).toMatchObject({ updatesChannel: 'C-UPDATES', approvalChannel: 'C-UPDATES' })
  })

  it('refuses numbers out of bounds, all at once', async () => {
    const { world, deps, omar } = await office(await fresh())
    const wrong = { ...policy, remindAfterHours: 0, expireAfterHours: 721, reopenWindowDays: Number.NaN, approvalChannel: 'two words' }
    expect(await expectNoRowsWritten(world.store, () => refusalOf(savePolicy(deps, omar, { policy: wrong, deliveryKey: 'p1' })))).toMatchObject({
      code: 'form', problems: [{ field: 'approvalChannel' }, { field: 'remindAfterHours' }, { field: 'expireAfterHours' }, { field: 'reopenWindowDays' }],
    })
  })

  it('does not save one domain’s policy for another, after a switch', async () => {
    const { world, deps, zoe } = await office(await fresh())
    expect(await expectNoRowsWritten(world.store, () => refusalOf(savePolicy(deps, zoe, { policy, deliveryKey: 'p1' }))))
      .toEqual({ code: 'other_account', domain: 'hikari.example', signedIn: 'boreal.example' })
  })
}) })
