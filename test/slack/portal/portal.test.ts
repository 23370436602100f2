/** /portal, its switch, and its accounts. */
import { beforeEach, describe, expect, test } from 'vitest'
import { wordsOf } from '../../support/person.js'
import { portalStories } from './portal-story.js'
import type { PortalStory } from './portal-story.js'

describe('/portal', () => {
  const start = portalStories()
  let story: PortalStory
  beforeEach(async () => { story = await start() })

  test('says who one is; a switch by its select takes the answer’s place, and every list follows at once (SCOPE-1)', async () => {
    const { aiko, world } = story
    await world.case(story.acme.id, story.actor, { title: 'Mail of Acme' })
    await world.account('sven2@boreal.example', story.boreal)
    await aiko.types('#team', '/portal')
    const answer = await aiko.sees('You are Aiko')
    expect(wordsOf(answer)).not.toContain('open_users')
    const before = aiko.reads('#team').length
    await story.choose(answer, 'boreal.example')
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
    await story.actsAsAdmin()
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
    await story.actsAsAdmin()
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
    await story.everyModalSays('is added', 2)
    const count = (): Promise<number> => story.world.store.db.account.count({ where: { email: 'nils@boreal.example' } })
    expect(await count()).toBe(1)
    await story.again(story.lastSent('view_submission'))
    expect(await count()).toBe(1)
    expect(await story.world.store.db.licenceAssignment.count()).toBe(1)
  })

  test('an account is managed in front of the list: suspended, with the list underneath drawn anew', async () => {
    const { aiko } = story
    await story.actsAsAdmin()
    await aiko.types('#team', '/portal users')
    await story.opens(await aiko.seesModal('Sven'), 'open_account', story.sven.accountId)
    await aiko.seesModal('Alert address')
    await aiko.presses('Suspend')
    await story.everyModalSays('Sven is suspended', 2)
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
    await story.actsAsAdmin()
    await aiko.types('#team', '/portal users')
    await story.opens(await aiko.seesModal('Sven'), 'open_account', story.sven.accountId)
    await aiko.seesModal('Alert address')
    expect(await aiko.submits()).toEqual({ ok: true })
    expect(JSON.stringify((await aiko.seesModal('Sven is saved')).view)).toMatch(/Sven is saved: Active · [^"]* · \/R&amp;D &lt;East&gt;"/)
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

  test('who is deactivated in Slack is suspended at once, and a change of anybody unknown is let be (ACCOUNT-1)', async () => {
    const { aiko, workspace, world } = story
    await story.actsAsAdmin()
    workspace.updatePerson(aiko.id, { deleted: true })
    await expect.poll(() => story.auditOf('account.suspended')).toBe(2)
    const statuses = await world.store.db.account.findMany({ where: { personEmail: 'aiko@hikari.example' }, select: { id: true, status: true } })
    expect(statuses.map(({ status }) => status)).toEqual(['SUSPENDED', 'SUSPENDED'])
    expect(statuses.map(({ id }) => id)).toContain(story.accountId)
  })
})
