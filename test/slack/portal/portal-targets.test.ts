/** /portal targets: how soon the desk is to answer. */
import { beforeEach, describe, expect, test } from 'vitest'
import { portalStories } from './portal-story.js'
import type { PortalStory } from './portal-story.js'

describe('/portal targets', () => {
  const start = portalStories()
  let story: PortalStory
  beforeEach(async () => { story = await start() })

  const opens = async (): Promise<void> => {
    await story.actsAsAdmin()
    await story.aiko.types('#team', '/portal targets')
    await story.aiko.seesModal('"text":"Premium P1"')
  }
  const saved = () => story.world.store.db.resellerPolicy.findUnique({ where: { organizationId: story.boreal } })

  test('shows the defaults as they are typed, and says what was changed and for which clocks it counts', async () => {
    const { aiko } = story
    await opens()
    expect(aiko.labels()).toEqual([
      ...['Standard', 'Enhanced', 'Premium'].flatMap((tier) => ['P1', 'P2', 'P3', 'P4'].map((severity) => `${tier} ${severity}`)),
      'Working days', 'From', 'To', 'Working hours are counted in', 'Defaults',
    ])
    const shown = JSON.stringify(aiko.modal().view)
    for (const words of ['"initial_value":"15m"', '"initial_value":"8h working"', '"initial_value":"09:00"', 'The time zone of the case', 'stays due when it is']) expect(shown).toContain(words)
    await aiko.fills('Premium P2', '1h 30m working')
    await aiko.ticks('Working days', 'Sunday', 'Monday')
    await aiko.chooses('Working hours are counted in', 'Asia/Tokyo (UTC+09:00)', 'tokyo')
    expect(await aiko.submits()).toEqual({ ok: true })
    const view = JSON.stringify((await aiko.seesModal('The response targets of boreal.example are saved')).view)
    expect(view).toMatch(/Premium P2: \*1h 30m, in working hours\*.*Working days: \*Mon, Sun, 09:00 to 17:00\*.*counted in: \*Asia\/Tokyo\*.*from now on/)
    expect(view).not.toContain('Premium P1')
    expect(await saved()).toMatchObject({ responseTargets: { PREMIUM: { P2: { minutes: 90, aroundTheClock: false } } }, workingHours: { days: [1, 7], from: 540, to: 1020, timeZone: 'Asia/Tokyo' } })
  })

  test('says what is wrong at each field, and loses nothing', async () => {
    const { aiko } = story
    await opens()
    await aiko.fills('Standard P4', 'soon')
    await aiko.fills('To', '08:00')
    expect(JSON.stringify(await aiko.submits())).toMatch(/form\.target_STANDARD_P4.*15m.*form\.worksTo.*an hour after/s)
    await aiko.fills('Standard P4', '48h')
    await aiko.fills('To', '18:00')
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal(/Standard P4: \*48h, day and night\*/)
  })

  test('goes back to the defaults, whatever stands above', async () => {
    const { aiko, world, boreal } = story
    await world.store.db.resellerPolicy.upsert({ where: { organizationId: boreal }, create: { organizationId: boreal }, update: {} })
    await world.store.db.resellerPolicy.update({ where: { organizationId: boreal }, data: { workingHours: { days: [6], from: 0, to: 1440, timeZone: 'Asia/Tokyo' } } })
    await opens()
    expect(JSON.stringify(aiko.modal().view)).toMatch(/"initial_value":"24:00".*Asia\/Tokyo/)
    expect((await aiko.finds('Working hours are counted in', ''))[0]).toMatchObject({ text: 'The time zone of the case' })
    expect(await aiko.finds('Working hours are counted in', 'paris')).toMatchObject([{ value: 'Europe/Paris' }])
    await aiko.fills('From', 'nonsense')
    await aiko.ticks('Defaults', 'Reset to the defaults')
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal('Working days: *Mon, Tue, Wed, Thu, Fri, 09:00 to 17:00*')
    expect(await saved()).toMatchObject({ responseTargets: null, workingHours: null })
  })

  test('two super admins at once: the second is told what the first decided, and saves knowingly (CASE-8)', async () => {
    const { aiko, world, boreal } = story
    await opens()
    await aiko.fills('Premium P1', '10m')
    const workingHours = { days: [1], from: 540, to: 1020, timeZone: null }
    await world.store.db.resellerPolicy.upsert({ where: { organizationId: boreal }, create: { organizationId: boreal, workingHours }, update: { workingHours } })
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal(/Somebody changed this meanwhile.*Working days: \*Mon, 09:00 to 17:00\*.*"initial_value":"10m"/s)
    expect(await story.auditOf('targets.changed')).toBe(0)
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal('Premium P1: *10m, day and night*')
  })

  test('is not for who does not administer', async () => {
    await story.aiko.types('#team', '/portal targets')
    await story.aiko.seesModal(/which your account does not have.*Ask Omar/s)
  })
})
