import { describe, expect, it } from 'vitest'
import type { PolicyValue } from '../../../src/domain/accounts/policy.js'
import type { AccountActor } from '../../../src/domain/actor.js'
import { savePolicy } from '../../../src/usecases/administration/save-policy.js'
import { showPolicy } from '../../../src/usecases/administration/show-policy.js'
import type { Deps } from '../../../src/usecases/deps.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { office, policy } from './office.js'

/** Saved from a form that was opened just now. */
const save = async (deps: Deps, actor: AccountActor, wanted: PolicyValue): Promise<PolicyValue> =>
  savePolicy(deps, actor, { before: await showPolicy(deps, actor), policy: wanted, deliveryKey: actor.name })

describe('policy', () => { eachStore((_name, fresh) => {
  it('is shown with its defaults, and saved once with before and after', async () => {
    const { world, deps, hikari, omar, audits } = await office(await fresh())
    await world.store.db.resellerPolicy.delete({ where: { organizationId: hikari } })
    const before = {
      domain: 'hikari.example', desk: 'BUILT_IN' as const, updatesChannel: null, approvalChannel: null, p1NeedsApproval: false, escalationNeedsApproval: false,
      remindAfterHours: 4, expireAfterHours: 72, reopenWindowDays: 30,
    }
    expect(await showPolicy(deps, omar)).toEqual(before)
    const input = { before, policy: { ...policy, updatesChannel: '#C-UPDATES ' }, deliveryKey: 'p1' }
    expect(await savePolicy(deps, omar, input)).toEqual(policy)
    expect(await showPolicy(deps, omar)).toEqual(policy)
    expect(await expectNoRowsWritten(world.store, () => savePolicy(deps, omar, input))).toEqual(policy)
    expect(await expectNoRowsWritten(world.store, () => savePolicy(deps, omar, { before: policy, policy, deliveryKey: 'p2' }))).toEqual(policy)
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
    expect(await expectNoRowsWritten(world.store, () => refusalOf(save(deps, omar, { ...policy, ...change }))))
      .toEqual({ code: 'form', problems: [{ field, problem: 'channel_taken' }] })
  })

  it('SCOPE-1: gives a channel to one of two domains that take it at the same moment', async () => {
    const { world, deps, omar, zoe } = await office(await fresh())
    const outcomes = await Promise.allSettled([omar, zoe].map(({ domain }, i) =>
      save(deps, [omar, zoe][i]!, { ...policy, domain, updatesChannel: null, approvalChannel: 'C-BOTH' })))
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { refusal: { code: 'form', problems: [{ problem: 'channel_taken' }] } } })
    expect(await world.store.db.resellerPolicy.count({ where: { approvalChannel: 'C-BOTH' } })).toBe(1)
  })

  it('lets one channel serve the domain’s own updates and approvals', async () => {
    const { deps, omar } = await office(await fresh())
    expect(await save(deps, omar, { ...policy, approvalChannel: 'C-UPDATES' })).toMatchObject({ updatesChannel: 'C-UPDATES', approvalChannel: 'C-UPDATES' })
  })

  it('refuses numbers out of bounds, all at once', async () => {
    const { world, deps, omar } = await office(await fresh())
    const wrong = { ...policy, remindAfterHours: 0, expireAfterHours: 721, reopenWindowDays: Number.NaN, approvalChannel: 'two words' }
    expect(await expectNoRowsWritten(world.store, () => refusalOf(save(deps, omar, wrong)))).toMatchObject({
      code: 'form', problems: [{ field: 'approvalChannel' }, { field: 'remindAfterHours' }, { field: 'expireAfterHours' }, { field: 'reopenWindowDays' }],
    })
  })

  it.each<[string, Partial<PolicyValue>]>([
    ['the desk', { desk: 'PORTAL' }], ['a channel', { updatesChannel: 'C-OTHER' }], ['another channel', { approvalChannel: 'C-OTHER' }],
    ['approval of P1', { p1NeedsApproval: true }], ['approval of escalations', { escalationNeedsApproval: true }],
    ['the reminder', { remindAfterHours: 5 }], ['the expiry', { expireAfterHours: 71 }], ['the reopen window', { reopenWindowDays: 31 }],
  ])('refuses the second of two super admins after the first changed %s; the first’s second delivery is not the second’s', async (_what, more) => {
    const { world, deps, omar, petra } = await office(await fresh())
    const before = await showPolicy(deps, omar)
    const first = { before, policy: { ...before, ...more }, deliveryKey: 'p1' }
    await savePolicy(deps, omar, first)
    const second = { before, policy: { ...before, reopenWindowDays: 60 }, deliveryKey: 'p2' }
    expect(await expectNoRowsWritten(world.store, () => refusalOf(savePolicy(deps, petra, second)))).toEqual({ code: 'changed_meanwhile', what: 'hikari.example' })
    expect(await expectNoRowsWritten(world.store, () => savePolicy(deps, omar, first))).toEqual(first.policy)
    expect(await savePolicy(deps, petra, { ...second, before: first.policy })).toEqual(second.policy)
  })

  it('lets one of two super admins save who do so at the same moment', async () => {
    const { world, deps, omar, petra, audits } = await office(await fresh())
    const before = await showPolicy(deps, omar)
    const outcomes = await Promise.allSettled([omar, petra].map((admin, i) =>
      savePolicy(deps, admin, { before, policy: { ...before, reopenWindowDays: 60 + i }, deliveryKey: admin.name })))
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { refusal: { code: 'changed_meanwhile' } } })
    expect(await audits('policy.changed')).toHaveLength(1)
    expect(await world.store.db.resellerPolicy.count({ where: { reopenWindowDays: { in: [60, 61] } } })).toBe(1)
  })

  it('does not save one domain’s policy for another, after a switch', async () => {
    const { world, deps, zoe } = await office(await fresh())
    expect(await expectNoRowsWritten(world.store, () => refusalOf(save(deps, zoe, policy))))
      .toEqual({ code: 'other_account', domain: 'hikari.example', signedIn: 'boreal.example' })
  })
}) })
