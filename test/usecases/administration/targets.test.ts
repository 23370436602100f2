import { describe, expect, it } from 'vitest'
import { typedOf } from '../../../src/domain/clocks/parse-targets.js'
import { defaultSettings } from '../../../src/domain/clocks/response-settings.js'
import { saveTargets } from '../../../src/usecases/administration/save-targets.js'
import { showPolicy } from '../../../src/usecases/administration/show-policy.js'
import { showTargets } from '../../../src/usecases/administration/show-targets.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { office } from './office.js'

const defaults = { domain: 'hikari.example', ...defaultSettings }
const usual = typedOf(defaultSettings)
const typed = { ...usual, targets: { ...usual.targets, target_PREMIUM_P1: '10m' }, days: [1, 2], timeZone: 'Asia/Tokyo' }
const decided = {
  domain: 'hikari.example',
  targets: { ...defaults.targets, PREMIUM: { ...defaults.targets.PREMIUM, P1: { minutes: 10, aroundTheClock: true } } },
  hours: { ...defaults.hours, days: [1, 2], timeZone: 'Asia/Tokyo' },
}

describe('response targets', () => { eachStore((_name, fresh) => {
  it('are shown with their defaults, saved once with before and after, and reset', async () => {
    const { world, deps, hikari, omar, audits } = await office(await fresh())
    const { db } = world.store
    await db.resellerPolicy.delete({ where: { organizationId: hikari } })
    expect(await showTargets(deps, omar)).toEqual(defaults)
    const input = { before: defaults, typed, deliveryKey: 't1' }
    expect(await saveTargets(deps, omar, input)).toEqual(decided)
    expect(await showTargets(deps, omar)).toEqual(decided)
    expect(await expectNoRowsWritten(world.store, () => saveTargets(deps, omar, input))).toEqual(decided)
    expect(await expectNoRowsWritten(world.store, () => saveTargets(deps, omar, { before: decided, typed, deliveryKey: 't2' }))).toEqual(decided)
    expect(await audits('targets.changed')).toMatchObject([{ actorId: omar.accountId, subjectId: hikari, before: defaults, after: decided }])
    // The policy has a form of its own.
    expect(Object.keys(await showPolicy(deps, omar))).not.toContain('responseTargets')
    expect(await saveTargets(deps, omar, { before: decided, typed: null, deliveryKey: 't3' })).toEqual(defaults)
    expect(await db.resellerPolicy.findUniqueOrThrow({ where: { organizationId: hikari } })).toMatchObject({ responseTargets: null, workingHours: null })
    expect(await audits('targets.changed')).toHaveLength(2)
  })

  it('keep what is as the defaults are as nothing', async () => {
    const { world, deps, hikari, omar } = await office(await fresh())
    await saveTargets(deps, omar, { before: defaults, typed: { ...usual, to: '18:00' }, deliveryKey: 't1' })
    expect(await world.store.db.resellerPolicy.findUniqueOrThrow({ where: { organizationId: hikari } })).toMatchObject({ responseTargets: null, workingHours: { to: 1080 } })
  })

  it('are refused with every problem at its field', async () => {
    const { world, deps, omar } = await office(await fresh())
    const wrong = { ...usual, targets: { ...usual.targets, target_STANDARD_P1: 'soon' }, from: 'nine' }
    expect(await expectNoRowsWritten(world.store, () => refusalOf(saveTargets(deps, omar, { before: defaults, typed: wrong, deliveryKey: 't1' })))).toEqual({
      code: 'form', problems: [{ field: 'target_STANDARD_P1', problem: 'not_a_duration' }, { field: 'worksFrom', problem: 'not_a_time' }],
    })
  })

  it('refuse the second of two super admins, one after the other and at the same moment', async () => {
    const { world, deps, omar, petra, audits } = await office(await fresh())
    const outcomes = await Promise.allSettled([omar, petra].map((admin, i) =>
      saveTargets(deps, admin, { before: defaults, typed: { ...usual, to: `1${8 + i}:00` }, deliveryKey: admin.name })))
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { refusal: { code: 'changed_meanwhile', what: 'hikari.example' } } })
    expect(await audits('targets.changed')).toHaveLength(1)
    expect(await expectNoRowsWritten(world.store, () => refusalOf(saveTargets(deps, petra, { before: defaults, typed, deliveryKey: 'p2' })))).toMatchObject({ code: 'changed_meanwhile' })
  })

  it('are not one domain’s for another, after a switch', async () => {
    const { world, deps, zoe } = await office(await fresh())
    expect(await expectNoRowsWritten(world.store, () => refusalOf(saveTargets(deps, zoe, { before: defaults, typed, deliveryKey: 't1' }))))
      .toEqual({ code: 'other_account', domain: 'hikari.example', signedIn: 'boreal.example' })
  })
}) })
