/** /portal and its modals, against the stand-in. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Message, OpenView } from '../../src/sandbox/protocol.js'
import { wordsOf } from '../support/person.js'
import { edgeStories } from './edge-story.js'
import type { EdgeStory } from './edge-story.js'

describe('/portal', () => {
  const start = edgeStories()
  let story: EdgeStory
  let accountId: string

  /** Aiko, an agent of hikari.example, is a super admin of boreal.example too. */
  beforeEach(async () => {
    story = await start()
    const { world, boreal } = story
    accountId = (await world.account('aiko@boreal.example', boreal, {
      name: 'Aiko of Boreal', personEmail: 'aiko@hikari.example', privileges: ['ADMINISTER', 'SUPPORT'], slackUserId: null,
    })).accountId
    const { db } = world.store
    await db.organizationalUnit.create({ data: { id: 'unit-auto', organizationId: boreal, path: '/Support', automaticLicensing: true } })
    await db.licencePool.create({ data: { organizationId: boreal, ordered: true, total: 2 } })
  })

  const choose = async (message: Message, domain: string): Promise<void> => {
    const block = message.blocks!.find((each) => wordsOf({ ...message, text: '', blocks: [each] }).includes('switch_account'))!
    const option = { text: { type: 'plain_text', text: domain }, value: domain }
    await story.workspace.act(story.aiko.id, {
      do: 'action', place: { channel: message.channel, ts: message.ts }, blockId: block.block_id!, actionId: 'switch_account', value: { type: 'static_select', selected_option: option }, state: {},
    })
  }

  const actsAsAdmin = async (): Promise<void> => {
    await story.aiko.types('#team', '/portal switch bor')
    await story.aiko.sees('You act on boreal.example now')
  }

  /** *Manage* at the row whose button has this value. */
  const opens = async (list: OpenView, actionId: string, value: string): Promise<void> => {
    const row = list.view.blocks.find((block) => JSON.stringify(block).includes(`"value":"${value}"`))!
    await story.workspace.act(story.aiko.id, { do: 'action', place: { viewId: list.id }, actionId, value: {}, state: {}, blockId: String(row.block_id) })
  }

  /** The list underneath is drawn after the form in front of it. */
  const everyModalSays = (words: string, count: number): Promise<unknown> => story.workspace.until(() => {
    const views = story.aiko.modals().map((modal) => JSON.stringify(modal.view))
    return views.length === count && views.every((view) => view.includes(words))
  }, `${count} modals with ${words}`)

  const auditOf = (action: string): Promise<number> => story.world.store.db.audit.count({ where: { action } })

  test('says who one is; a switch by its select takes the answer’s place, and every list follows at once (SCOPE-1)', async () => {
    const { aiko, world } = story
    await world.case(story.acme.id, story.actor, { title: 'Mail of Acme' })
    await world.account('sven2@boreal.example', story.boreal)
    await aiko.types('#team', '/portal')
    const answer = await aiko.sees('You are Aiko')
    expect(wordsOf(answer)).not.toContain('open_users')
    const before = aiko.reads('#team').length
    await choose(answer, 'boreal.example')
    const now = await aiko.sees('You act on boreal.example now')
    expect(wordsOf(now)).toContain('open_users')
    expect(aiko.reads('#team').length).toBe(before)
    await aiko.types('#team', '/case list')
    await story.workspace.settled()
    expect(story.said()).not.toContain('Mail of Acme')
  })

  test('a domain that is not one’s own, in words that tell nothing of it', async () => {
    await story.aiko.types('#team', '/portal switch initech.example')
    await story.aiko.sees('You have no active account on initech.example')
    await story.aiko.types('#team', '/portal switch')
    await story.aiko.sees('Which of your domains?')
  })

  test('whoever does not administer is told whom to ask, in the modal', async () => {
    await story.aiko.types('#team', '/portal users')
    await story.aiko.seesModal(/which your account does not have.*Ask Omar/s)
  })

  test('an account is added from the list, which then says so; a mistake stands at its field and nothing is lost', async () => {
    const { aiko } = story
    await actsAsAdmin()
    await aiko.types('#team', '/portal users')
    await aiko.seesModal('Aiko of Boreal')
    await aiko.presses('Add account')
    await aiko.seesModal('"text":"Slack email"')
    await aiko.fills('Email', 'nils@elsewhere.example')
    await aiko.fills('Name', 'Nils')
    const refused = await aiko.submits()
    expect(JSON.stringify(refused)).toMatch(/form\.email.*boreal\.example/)
    await aiko.fills('Email', 'nils@boreal.example')
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal('Nils (nils@boreal.example) is added')
    expect(aiko.modals()).toHaveLength(1)
    await aiko.seesModal('Has not used Onbehalf yet')
    expect(await story.world.store.db.account.count({ where: { email: 'nils@boreal.example' } })).toBe(1)
  })

  test('a second licence is asked about in front of the form, and the same submission twice adds one account (ACCOUNT-2)', async () => {
    const { aiko } = story
    await actsAsAdmin()
    await aiko.types('#team', '/portal users')
    await aiko.seesModal('Aiko of Boreal')
    await aiko.presses('Add account')
    await aiko.seesModal('2 of 2 left')
    await aiko.fills('Email', 'nils@boreal.example')
    await aiko.fills('Name', 'Nils')
    await aiko.chooses('Unit', '/Support')
    const licence = { type: 'checkboxes', selected_options: [{ text: { type: 'plain_text', text: 'Free Cloud Identity licence' }, value: 'licence' }] }
    await aiko.forges({ 'form.licence': { licence } })
    await aiko.seesModal('Two licences?')
    expect(aiko.modals()).toHaveLength(3)
    expect(await aiko.submits()).toEqual({ ok: true })
    await everyModalSays('is added', 2)
    const count = (): Promise<number> => story.world.store.db.account.count({ where: { email: 'nils@boreal.example' } })
    expect(await count()).toBe(1)
    await story.again(story.lastSent('view_submission'))
    expect(await count()).toBe(1)
    expect(await story.world.store.db.licenceAssignment.count()).toBe(1)
  })

  test('an account is managed in front of the list: suspended, with the list underneath drawn anew', async () => {
    const { aiko } = story
    await actsAsAdmin()
    await aiko.types('#team', '/portal users')
    await opens(await aiko.seesModal('Sven'), 'open_account', story.sven.accountId)
    await aiko.seesModal('Alert address')
    await aiko.presses('Suspend')
    await everyModalSays('Sven is suspended', 2)
    expect((await story.world.store.db.account.findUniqueOrThrow({ where: { id: story.sven.accountId } })).status).toBe('SUSPENDED')
    await aiko.presses('Reactivate')
    await aiko.seesModal('Sven is active again')
    await aiko.fills('Alert address', 'nights@boreal.example')
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal('Sven is saved')
    expect(aiko.modals()).toHaveLength(1)
    expect(await story.world.store.db.account.findUniqueOrThrow({ where: { id: story.sven.accountId } })).toMatchObject({ status: 'ACTIVE', alertEmail: 'nights@boreal.example' })
  })

  test('what is said after saving shows people’s text as they wrote it (house rule 12)', async () => {
    const { aiko, world } = story
    await world.store.db.organizationalUnit.update({ where: { id: 'unit-auto' }, data: { path: '/R&D <East>' } })
    await world.store.db.account.update({ where: { id: story.sven.accountId }, data: { unitId: 'unit-auto' } })
    await actsAsAdmin()
    await aiko.types('#team', '/portal users')
    await opens(await aiko.seesModal('Sven'), 'open_account', story.sven.accountId)
    await aiko.seesModal('Alert address')
    expect(await aiko.submits()).toEqual({ ok: true })
    expect(JSON.stringify((await aiko.seesModal('Sven is saved')).view)).toMatch(/Sven is saved: Active · [^"]* · \/R&amp;D &lt;East&gt;"/)
  })

  test('two super admins at once: the second is told, sees what the account has now, and loses nothing typed (CASE-8)', async () => {
    const { aiko, world } = story
    await actsAsAdmin()
    await aiko.types('#team', '/portal users')
    await opens(await aiko.seesModal('Sven'), 'open_account', story.sven.accountId)
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
    await actsAsAdmin()
    await aiko.types('#team', '/portal policy')
    await aiko.seesModal('Updates channel')
    await aiko.fills('Reminder after hours', '10')
    const decided = { desk: 'PORTAL' as const, reopenWindowDays: 90 }
    await world.store.db.resellerPolicy.upsert({ where: { organizationId: boreal }, create: { organizationId: boreal, ...decided }, update: decided })
    expect(await aiko.submits()).toEqual({ ok: true })
    await aiko.seesModal(/Somebody changed this meanwhile: boreal\.example.*Desk: \*The vendor’s web portal\*.*Reopen[^"]*: \*90\*.*"initial_value":"10"/s)
    expect(await auditOf('policy.changed')).toBe(0)
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
    await actsAsAdmin()
    await aiko.types('#team', '/portal roles')
    await opens(await aiko.seesModal('Night shift'), 'open_save_role', 'role-night')
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

  test('on Home a switch draws it anew for the other domain', async () => {
    const { aiko, workspace } = story
    await workspace.act(aiko.id, { do: 'open_home' })
    const home = await workspace.until(() => workspace.stateOf(aiko.id).home, 'Home')
    const blockId = String(home.view.blocks.find((block) => JSON.stringify(block).includes('switch_account'))!.block_id)
    const selected = { text: { type: 'plain_text', text: 'boreal.example' }, value: 'boreal.example' }
    await workspace.act(aiko.id, { do: 'action', place: { viewId: home.id }, blockId, actionId: 'switch_account', value: { type: 'static_select', selected_option: selected }, state: {} })
    await workspace.until(() => JSON.stringify(workspace.stateOf(aiko.id).home).includes('signed in as *aiko@boreal.example*'), 'Home of boreal.example')
  })

  test('a role is made, changed and removed', async () => {
    const { aiko } = story
    await actsAsAdmin()
    await aiko.types('#team', '/portal roles')
    await aiko.seesModal('Reseller Admin')
    await aiko.presses('Make a role')
    await aiko.seesModal('Role name')
    await aiko.fills('Role name', 'Night shift')
    expect(await aiko.submits()).toEqual({ ok: true })
    const list = await aiko.seesModal('The role “Night shift” is saved: Support')
    const { id } = await story.world.store.db.role.findFirstOrThrow({ where: { name: 'Night shift' } })
    await opens(list, 'open_save_role', id)
    await aiko.seesModal('"Remove role"')
    await aiko.presses('Remove role')
    await everyModalSays('The role “Night shift” is removed', 2)
    expect(await story.world.store.db.role.count({ where: { name: 'Night shift' } })).toBe(0)
  })

  test('licences, alerts and the policy of the domain', async () => {
    const { aiko } = story
    await actsAsAdmin()
    await aiko.types('#team', '/portal licences')
    await aiko.seesModal('Free Cloud Identity licences of boreal.example')
    await aiko.closes()
    await aiko.types('#team', '/portal alerts')
    await aiko.seesModal('Alert address')
    await aiko.fills('Alert address', 'not an address')
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

  test('a form that takes longer than an ack ends with what came of it', async () => {
    const { aiko } = story
    await aiko.types('#team', '/portal alerts')
    await aiko.seesModal('Alert address')
    await aiko.fills('Alert address', 'nights@hikari.example')
    const release = story.holdStore()
    const submitted = aiko.submits()
    await aiko.seesModal('Saving')
    release()
    expect(await submitted).toEqual({ ok: true })
    await aiko.seesModal('Email alerts go to nights@hikari.example now')
  })

  test('a form that is refused later than an ack is there again, with what was typed and what is wrong', async () => {
    const { aiko } = story
    await aiko.types('#team', '/portal alerts')
    await aiko.seesModal('Alert address')
    await aiko.fills('Alert address', 'not an address')
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
    await actsAsAdmin()
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
    await aiko.types('#team', '/portal alerts')
    await aiko.seesModal('Alert address')
    await aiko.fills('Alert address', 'nights@hikari.example')
    await actsAsAdmin()
    expect(JSON.stringify(await aiko.submits())).toMatch(/form\.alertEmail.*hikari\.example/)
    expect(await world.store.db.account.count({ where: { alertEmail: { not: null } } })).toBe(0)
  })

  test('who is deactivated in Slack is suspended at once, and a change of anybody unknown is let be (ACCOUNT-1)', async () => {
    const { aiko, workspace, world } = story
    await actsAsAdmin()
    workspace.updatePerson(aiko.id, { deleted: true })
    await expect.poll(() => auditOf('account.suspended')).toBe(2)
    const statuses = await world.store.db.account.findMany({ where: { personEmail: 'aiko@hikari.example' }, select: { id: true, status: true } })
    expect(statuses.map(({ status }) => status)).toEqual(['SUSPENDED', 'SUSPENDED'])
    expect(statuses.map(({ id }) => id)).toContain(accountId)
  })
})
