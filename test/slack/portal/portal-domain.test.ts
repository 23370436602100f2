/** Roles, licences, alerts and the policy of a domain. */
import { beforeEach, describe, expect, test } from 'vitest'
import { portalStories } from './portal-story.js'
import type { PortalStory } from './portal-story.js'

describe('the administration of a domain', () => {
  const start = portalStories()
  let story: PortalStory
  beforeEach(async () => { story = await start() })

  test('a role is made, changed and removed', async () => {
    const { aiko } = story
    await story.actsAsAdmin()
    await aiko.types('#team', '/portal roles')
    await aiko.seesModal('Reseller Admin')
    await aiko.presses('Make a role')
    await aiko.seesModal('Role name')
    await aiko.fills('Role name', 'Night shift')
    expect(await aiko.submits()).toEqual({ ok: true })
    const list = await aiko.seesModal('The role “Night shift” is saved: Support')
    const { id } = await story.world.store.db.role.findFirstOrThrow({ where: { name: 'Night shift' } })
    await story.opens(list, 'open_save_role', id)
    await aiko.seesModal('"Remove role"')
    await aiko.presses('Remove role')
    await story.everyModalSays('The role “Night shift” is removed', 2)
    expect(await story.world.store.db.role.count({ where: { name: 'Night shift' } })).toBe(0)
  })

  test('licences, alerts and the policy of the domain', async () => {
    const { aiko } = story
    await story.actsAsAdmin()
    await aiko.types('#team', '/portal licences')
    await aiko.seesModal('Free Cloud Identity licences of boreal.example')
    await aiko.closes()
    await story.typesAlertAddress('not an address')
    expect(JSON.stringify(await aiko.submits())).toMatch(/form\.alertEmail.*no email address/)
    await aiko.fills('Alert address', 'nights@boreal.example')
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal('Email alerts go to nights@boreal.example now')
    await aiko.closes()
    await aiko.types('#team', '/portal policy')
    await aiko.seesModal('Updates channel')
    await aiko.fills('Reminder after hours', '10')
    await aiko.fills('Expiry after hours', '9')
    expect(JSON.stringify(await aiko.submits())).toMatch(/A reminder must come before/)
    await aiko.fills('Expiry after hours', '90')
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal(/Reminder after hours: \*10\*.*Expiry after hours: \*90\*/)
    expect(await story.world.store.db.resellerPolicy.findUniqueOrThrow({ where: { organizationId: story.boreal } })).toMatchObject({ remindAfterHours: 10, expireAfterHours: 90 })
  })
})
