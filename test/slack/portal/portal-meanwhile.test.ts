/** Forms of the administration that others, a switch of domain or time overtake. */
import { beforeEach, describe, expect, test } from 'vitest'
import { portalStories } from './portal-story.js'
import type { PortalStory } from './portal-story.js'

describe('a form of the administration that is overtaken', () => {
  const start = portalStories()
  let story: PortalStory
  beforeEach(async () => { story = await start() })

  test('two super admins at once: the second is told, sees what the account has now, and loses nothing typed (CASE-8)', async () => {
    const { aiko, world } = story
    await story.actsAsAdmin()
    await aiko.types('#team', '/portal users')
    await story.opens(await aiko.seesModal('Sven'), 'open_account', story.sven.accountId)
    await aiko.seesModal('Alert address')
    await aiko.fills('Alert address', 'nights@boreal.example')
    await world.store.db.account.update({ where: { id: story.sven.accountId }, data: { version: { increment: 1 } } })
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal('Somebody changed this meanwhile')
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal('Sven is saved')
    expect(await world.store.db.account.findUniqueOrThrow({ where: { id: story.sven.accountId } })).toMatchObject({ alertEmail: 'nights@boreal.example' })
  })

  test('two super admins at once: the second is told what the first decided for the domain, and saves knowingly (CASE-8)', async () => {
    const { aiko, world, boreal } = story
    await story.actsAsAdmin()
    await aiko.types('#team', '/portal policy')
    await aiko.seesModal('Updates channel')
    await aiko.fills('Reminder after hours', '10')
    const decided = { desk: 'PORTAL' as const, reopenWindowDays: 90 }
    await world.store.db.resellerPolicy.upsert({ where: { organizationId: boreal }, create: { organizationId: boreal, ...decided }, update: decided })
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal(/Somebody changed this meanwhile: boreal\.example.*Desk: \*The vendor’s web portal\*.*Reopen[^"]*: \*90\*.*"initial_value":"10"/s)
    expect(await story.auditOf('policy.changed')).toBe(0)
    await aiko.chooses('Desk', 'The vendor’s web portal')
    const release = story.holdStore()
    await world.store.db.resellerPolicy.update({ where: { organizationId: boreal }, data: { p1NeedsApproval: true } })
    const submitted = aiko.submits()
    await aiko.seesModal('Saving')
    release()
    expect(await submitted).toEqual({ ok: true })
    const again = await aiko.seesModal(/Filing a P1 case: \*yes\*.*"initial_value":"10"/s)
    expect(JSON.stringify(again.view)).not.toContain('Reopen window in days: *90*')
    expect(await aiko.submits()).toEqual({ ok: true })
    const saved = JSON.stringify((await aiko.seesModal('The policy of boreal.example is saved')).view)
    expect(saved).toMatch(/P1 case: \*no\*.*Reminder after hours: \*10\*/)
    expect(saved).not.toContain('Desk:')
    expect(await world.store.db.resellerPolicy.findUniqueOrThrow({ where: { organizationId: boreal } })).toMatchObject({ desk: 'PORTAL', remindAfterHours: 10, p1NeedsApproval: false })
  })

  test('two super admins at once: the second is told what a role is now, and loses nothing typed (CASE-8)', async () => {
    const { aiko, world, boreal } = story
    const { db } = world.store
    await db.role.create({ data: { id: 'role-night', organizationId: boreal, name: 'Night shift', kind: 'CUSTOM', privileges: { create: { privilege: 'SUPPORT' } } } })
    await story.actsAsAdmin()
    await aiko.types('#team', '/portal roles')
    await story.opens(await aiko.seesModal('Night shift'), 'open_save_role', 'role-night')
    await aiko.seesModal('"Remove role"')
    await aiko.fills('Role name', 'Late shift')
    await db.rolePrivilege.create({ data: { roleId: 'role-night', privilege: 'VIEW_CUSTOMERS' } })
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal(/Somebody changed this meanwhile: Night shift.*Privileges: \*View customers, Support\*.*"initial_value":"Late shift"/s)
    expect(await db.role.count({ where: { name: 'Night shift' } })).toBe(1)
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal('The role “Late shift” is saved: Support')
    expect(await db.rolePrivilege.findMany({ where: { roleId: 'role-night' } })).toMatchObject([{ privilege: 'SUPPORT' }])
  })

  test('a form that takes longer than an ack ends with what came of it', async () => {
    const { aiko } = story
    await story.typesAlertAddress('nights@hikari.example')
    const release = story.holdStore()
    const submitted = aiko.submits()
    await aiko.seesModal('Saving')
    release()
    expect(await submitted).toEqual({ ok: true })
    await aiko.seesModal('Email alerts go to nights@hikari.example now')
  })

  test('a form that is refused later than an ack is there again, with what was typed and what is wrong', async () => {
    const { aiko } = story
    await story.typesAlertAddress('not an address')
    const release = story.holdStore()
    const submitted = aiko.submits()
    await aiko.seesModal('Saving')
    release()
    expect(await submitted).toEqual({ ok: true })
    await aiko.seesModal(/no email address.*"initial_value":"not an address"/s)
    await aiko.fills('Alert address', 'nights@hikari.example')
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal('Email alerts go to nights@hikari.example now')
  })

  test('a form opened before a switch of domain is not done for the other one, says so, and keeps what was typed', async () => {
    const { aiko, world } = story
    // A super admin of both domains: the rights alone would let it pass.
    await world.store.db.accountRole.create({ data: { accountId: story.actor.accountId, roleId: 'super-admin', grantedAt: world.now } })
    await story.actsAsAdmin()
    await aiko.types('#team', '/portal roles')
    await aiko.seesModal('Reseller Admin')
    await aiko.presses('Make a role')
    await aiko.seesModal('Role name')
    await aiko.fills('Role name', 'Night shift')
    await aiko.types('#team', '/portal switch hikari.example')
    await aiko.sees('You act on hikari.example now')
    expect(JSON.stringify(await aiko.submits())).toMatch(/form\.roleName.*boreal\.example.*portal switch boreal\.example/s)
    expect(await world.store.db.role.count({ where: { name: 'Night shift' } })).toBe(0)
    await aiko.types('#team', '/portal switch boreal.example')
    await aiko.sees('You act on boreal.example now')
    expect(await aiko.submits()).toEqual({ ok: true })
    expect(await world.store.db.role.count({ where: { name: 'Night shift', organization: { primaryDomain: 'boreal.example' } } })).toBe(1)
  })

  test('an alert address typed before a switch is not the other account’s', async () => {
    const { aiko, world } = story
    await story.typesAlertAddress('nights@hikari.example')
    await story.actsAsAdmin()
    expect(JSON.stringify(await aiko.submits())).toMatch(/form\.alertEmail.*hikari\.example/)
    expect(await world.store.db.account.count({ where: { alertEmail: { not: null } } })).toBe(0)
  })
})
