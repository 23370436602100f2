import { describe, expect, test } from 'vitest'
import { expectNoRowsWritten } from '../support/row-counts.js'
import { playPerson } from '../support/person.js'
import { stories, type Mode } from '../support/story.js'

describe.each<Mode>(['socket', 'http'])('people who may not (%s)', (mode) => {
  const start = stories(mode)

  test.each(['/case new acme.example', '/case list', '/case 1001'])('Nova, without a role, is told whom to ask: %s (SCOPE-2)', async (command) => {
    const { person, bot, workspace } = await start()
    const nova = person('nova')
    // Who is met for the first time is tied to their accounts, which is written down (ACCOUNT-5).
    await nova.types('#team-hikari', '/case 999')
    const met = await nova.sees(/Omar Said/)
    await bot.drain()
    await expectNoRowsWritten(bot.store, async () => {
      await nova.types('#team-hikari', command)
      await (command.includes('new') ? nova.seesModal(/Omar Said/) : workspace.until(() => nova.reads('#team-hikari').some((message) => message.ts !== met.ts && message.text.includes('Omar Said')), 'another answer'))
      await bot.drain()
    })
  })

  test('a Slack user without an account is told whom to ask (ACCOUNT-5)', async () => {
    const { workspace, bot } = await start()
    workspace.addPerson({ id: 'U0NEWCOMER', name: 'Newcomer', email: 'newcomer@hikari.example', locale: 'en-US', timeZone: 'Europe/Paris', title: '' })
    const newcomer = playPerson(workspace, 'U0NEWCOMER')
    const direct = workspace.directMessage('U0NEWCOMER')
    await expectNoRowsWritten(bot.store, async () => {
      await newcomer.types(direct, '/case list')
      await newcomer.sees(/No account here has your Slack email, newcomer@hikari\.example.*super admin/s)
      await newcomer.types(direct, '/case new')
      await newcomer.seesModal(/No account here has your Slack email/)
    })
  })

  test('a deactivated user’s open form files nothing', async () => {
    const { person, workspace, bot } = await start()
    const camille = person('camille')
    await camille.types('#team-hikari', '/case new acme.example')
    await camille.seesModal('"text":"Severity"')
    const before = await bot.store.db.case.count()
    workspace.updatePerson(camille.id, { deleted: true })
    workspace.moveClock('+20m')
    const answer = await workspace.act(camille.id, { do: 'submit', viewId: camille.modal().id, state: {}, force: true })
    expect(JSON.stringify(answer) + JSON.stringify(workspace.stateOf(camille.id))).not.toMatch(/is filed for/)
    expect(await bot.store.db.case.count()).toBe(before)
  })
})
