import { describe, expect, test } from 'vitest'
import { describesDelay, opensForm } from '../support/filing.js'
import { stories, type Mode } from '../support/story.js'

describe.each<Mode>(['socket', 'http'])('delivered twice, done once (%s)', (mode) => {
  const start = stories(mode)

  test('a command, its form and its submission', async () => {
    const { person, bot, workspace } = await start()
    const camille = person('camille')
    const before = await bot.store.db.case.count()
    await opensForm(camille, 'acme.example')
    await describesDelay(camille)
    expect(await camille.submits()).toEqual({ ok: true })
    await person('dana').sees(/Mail from outside/)
    const submission = workspace.traffic().find((line) => line.kind === 'view_submission')!
    await workspace.deliverAgain(submission.n)
    await workspace.deliverAgain(submission.n)
    await bot.drain()
    expect(await bot.store.db.case.count()).toBe(before + 1)
    expect(person('dana').reads('#case-updates').filter((message) => message.text.includes('Mail from outside'))).toHaveLength(1)
    expect(workspace.stateOf(camille.id).messages.filter((message) => message.text.includes('is filed for'))).toHaveLength(1)
  })

  test('every third Slack call failing costs nothing and doubles nothing', async () => {
    const { person, bot, workspace } = await start({ workspace: { withheldScopes: [] } })
    const camille = person('camille')
    await opensForm(camille, 'acme.example')
    await describesDelay(camille)
    workspace.addFault({ method: 'chat.postMessage', kind: 'lost_answer', times: 1 })
    expect(await camille.submits()).toEqual({ ok: true })
    await person('dana').sees(/Mail from outside/)
    // The bot did not hear that the card was posted; it looks before it posts again.
    for (let attempt = 0; attempt < 4; attempt += 1) {
      workspace.moveClock('+1h')
      await bot.chores()
      await bot.drain()
    }
    expect(person('dana').reads('#case-updates').filter((message) => message.text.includes('Mail from outside'))).toHaveLength(1)
    expect(await bot.store.db.outbox.count({ where: { kind: 'case_card', state: 'PENDING' } })).toBe(0)
  })
})
