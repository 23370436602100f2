import { describe, expect, test } from 'vitest'
import { describesDelay, opensForm } from '../support/filing.js'
import { playPerson, wordsOf, type PlayedPerson } from '../support/person.js'
import { expectNoRowsWritten } from '../support/row-counts.js'
import { stories, type Story } from '../support/story.js'
import { approves } from './steps.js'

const team = '#team-hikari'

/** Nils is in Slack and has no account yet. */
function nilsComes({ workspace }: Story): PlayedPerson {
  workspace.addPerson({ id: 'U0NILS', name: 'Nils Falk', email: 'nils@hikari.example', locale: 'en-GB', timeZone: 'Europe/Oslo', title: '' })
  const channel = workspace.info().channels.find(({ name }) => name === 'team-hikari')!
  workspace.updateChannel(channel.id, { members: [...channel.members, 'U0NILS'] })
  return playPerson(workspace, 'U0NILS')
}

async function managed(omar: PlayedPerson, name: string, { bot, workspace }: Story): Promise<void> {
  await omar.closes()
  await omar.types('#approvals', '/portal users')
  const list = await omar.seesModal(name)
  const { id } = await bot.store.db.account.findFirstOrThrow({ where: { name, organization: { primaryDomain: 'hikari.example' } } })
  const block = list.view.blocks.find((each) => JSON.stringify(each).includes(`"${id}"`))!
  await workspace.act(omar.id, { do: 'action', place: { viewId: list.id }, actionId: 'open_account', blockId: block.block_id!, value: {}, state: {} })
  await omar.seesModal('"text":"Alert address"')
}

describe('people come, get roles, and go', () => {
  const start = stories('socket')

  test('Nils is added, welcomed in Slack, and files his first case (ACCOUNT-1, ACCOUNT-3)', async () => {
    const story = await start()
    const omar = story.person('omar')
    const nils = nilsComes(story)
    await nils.asks(team, '/case list', 'No account here has your Slack email')
    await omar.types('#approvals', '/portal users')
    await omar.seesModal('Aiko Tanaka')
    await omar.presses('Add account')
    await omar.seesModal('"text":"Slack email"')
    await omar.fills('Email', 'nils@hikari.example')
    await omar.fills('Name', 'Nils Falk')
    await omar.chooses('Roles', ['Support agent'])
    expect(await omar.submits()).toEqual({ ok: true })
    await omar.seesModal(/Nils Falk \(nils@hikari\.example\) is added, and gets a welcome/)
    const welcome = await nils.sees('Welcome to Onbehalf, Nils Falk')
    expect(wordsOf(welcome)).toMatch(/\/case new.*\/access check/s)
    expect(wordsOf(welcome)).not.toMatch(/\/portal users/)
    await opensForm(nils, 'acme.example')
    await describesDelay(nils)
    expect(await nils.submits()).toEqual({ ok: true })
    await nils.sees('is filed for Acme')
    expect(nils.directMessages().filter((message) => wordsOf(message).includes('Welcome to Onbehalf'))).toHaveLength(1)
  })

  test('Nova gets a role and files; it is taken back, and her open form is refused (SCOPE-2)', async () => {
    const story = await start()
    const { bot } = story
    const [omar, nova] = [story.person('omar'), story.person('nova')]
    await managed(omar, 'Nova Park', story)
    await omar.chooses('Roles', ['Support agent'])
    expect(await omar.submits()).toEqual({ ok: true })
    await omar.seesModal('Nova Park is saved')
    await opensForm(nova, 'acme.example')
    await describesDelay(nova, { title: 'Of Nova' })
    await managed(omar, 'Nova Park', story)
    await omar.chooses('Roles', [])
    expect(await omar.submits()).toEqual({ ok: true })
    await omar.seesModal('Nova Park is saved')
    await bot.drain()
    const cases = await bot.store.db.case.count()
    expect(JSON.stringify(await nova.submits())).toMatch(/does not have.*Omar Said/s)
    expect(await bot.store.db.case.count()).toBe(cases)
    expect((await bot.store.db.draft.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })).state).toBe('OPEN')
  })

  test('the last super admin stays, whatever he does to himself (ACCOUNT-1)', async () => {
    const story = await start()
    const omar = story.person('omar')
    await omar.asks('#approvals', '/portal', 'omar@hikari.example')
    await story.bot.drain()
    await story.bot.chores()
    await managed(omar, 'Omar Said', story)
    await expectNoRowsWritten(story.bot.store, async () => {
      await omar.chooses('Roles', ['Support agent'])
      expect(JSON.stringify(await omar.submits())).toMatch(/last super admin of hikari\.example/)
      const form = omar.modal().id
      await story.workspace.act(omar.id, { do: 'action', place: { viewId: form }, blockId: 'forged', actionId: 'set_account_status', value: { type: 'button', value: 'SUSPENDED' }, state: {}, force: true })
      await omar.seesModal(/last super admin of hikari\.example/)
    })
  })

  test('who is suspended is stopped at the next click, and goes on once active again', async () => {
    const story = await start()
    const [omar, camille] = [story.person('omar'), story.person('camille')]
    await opensForm(camille, 'acme.example')
    await describesDelay(camille, { title: 'Over a suspension' })
    await managed(omar, 'Camille Laurent', story)
    await omar.presses('Suspend')
    await omar.seesModal('Camille Laurent is suspended')
    expect(JSON.stringify(await camille.submits())).toMatch(/account on hikari\.example is suspended/)
    await camille.asks(team, '/case list', 'account on hikari.example is suspended')
    await omar.presses('Reactivate')
    await omar.seesModal('Camille Laurent is active again')
    expect(await camille.submits()).toEqual({ ok: true })
    await camille.sees('is filed for Acme')
  })

  test('Omar asks for more licences; the desk approves, and the pool has them (ACCOUNT-2, APPROVAL-4)', async () => {
    const story = await start()
    const { bot } = story
    const [omar, tomas] = [story.person('omar'), story.person('tomas')]
    const total = async () => (await bot.store.db.licencePool.findFirstOrThrow({ where: { organization: { primaryDomain: 'hikari.example' } } })).total
    const before = await total()
    await omar.types('#approvals', '/portal licences')
    await omar.seesModal('Free Cloud Identity licences of hikari.example')
    await omar.presses('Request more')
    await omar.seesModal('"text":"How many more"')
    await omar.fills('How many more', '7')
    await omar.fills('Reason', 'A team in <Osaka> & Kobe')
    expect(await omar.submits()).toEqual({ ok: true })
    await omar.seesModal('7 more were requested from Tomas Dvorak')
    await omar.closes()
    expect(await total()).toBe(before)
    expect(wordsOf(await tomas.sees('asks for 7 more free Cloud Identity licences'))).toContain('A team in &lt;Osaka&gt; &amp; Kobe')
    // It is the desk's to decide: the domain's channel shows nothing.
    await bot.drain()
    expect(omar.reads('#approvals').map(wordsOf).join()).not.toContain('Cloud Identity')
    await approves(tomas, 'asks for 7 more free')
    expect(await total()).toBe(before + 7)
    await omar.sees('hikari.example has 7 more licences')
  })
})
