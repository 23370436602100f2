import { describe, expect, test } from 'vitest'
import { describesDelay, opensForm } from '../support/filing.js'
import { wordsOf } from '../support/person.js'
import { expectNoRowsWritten } from '../support/row-counts.js'
import { stories, type Mode } from '../support/story.js'

describe.each<Mode>(['socket', 'http'])('who is deactivated in Slack (%s)', (mode) => {
  const start = stories(mode)

  test('has every own account suspended at once, also when it is told twice; nothing they left behind works (ACCOUNT-1)', async () => {
    const { person, bot, workspace } = await start()
    const [mei, omar] = [person('mei'), person('omar')]
    const accounts = () => bot.store.db.account.findMany({ where: { personEmail: 'mei@hikari.example' }, orderBy: { email: 'asc' }, select: { email: true, status: true } })
    const suspensions = () => bot.store.db.audit.findMany({ where: { action: 'account.suspended' } })
    await mei.asks('#team-hikari', '/portal switch boreal.example', 'You act on boreal.example now')
    await mei.asks('#team-hikari', '/portal switch hikari.example', 'You act on hikari.example now')
    await opensForm(mei, 'acme.example')
    await describesDelay(mei, { title: 'Typed on the last day' })

    // A change of name tells nothing.
    workspace.updatePerson(mei.id, { title: 'Team lead' })
    await workspace.settled()
    expect((await accounts()).map(({ status }) => status)).toEqual(['ACTIVE', 'ACTIVE'])
    workspace.updatePerson(mei.id, { deleted: true })
    await workspace.settled()
    await expect.poll(async () => (await accounts()).map(({ status }) => status)).toEqual(['SUSPENDED', 'SUSPENDED'])
    const event = workspace.traffic().findLast((line) => line.name === 'user_change')!
    await workspace.deliverAgain(event.n)
    await workspace.settled()
    expect((await suspensions()).map(({ actorName }) => actorName)).toHaveLength(2)

    // What was on its way then, comes still: the form, a command and a press.
    const cases = await bot.store.db.case.count()
    await bot.chores()
    await expectNoRowsWritten(bot.store, async () => {
      for (const kind of ['command', 'view_submission', 'block_actions', 'block_suggestion']) {
        const sent = workspace.traffic().findLast((line) => line.kind === kind && JSON.stringify(line.request).includes(mei.id))
        if (sent) await workspace.deliverAgain(sent.n)
      }
      await workspace.settled()
      await bot.drain()
    })
    expect(await bot.store.db.case.count()).toBe(cases)

    await omar.types('#approvals', '/portal users')
    const { view } = await omar.seesModal('Mei Lin')
    expect(JSON.stringify(view)).toMatch(/Mei Lin.*?No access: suspended/)
  })

  test('is asked no more: a request goes to whoever is left, and what waited is nobody’s of theirs', async () => {
    const { person, bot, workspace } = await start()
    const [camille, dana, noor] = [person('camille'), person('dana'), person('noor')]
    await dana.asks('#approvals', '/approvals', 'Nothing waits for you')
    workspace.updatePerson(dana.id, { deleted: true })
    await workspace.settled()
    await expect.poll(async () => bot.store.db.account.count({ where: { email: 'dana@hikari.example', status: 'SUSPENDED' } })).toBe(1)
    const answer = await camille.asks('#team-hikari', '/access request initech.example', 'asked to agree to support')
    expect(wordsOf(answer)).toContain('Noor Aziz was asked')
    expect(wordsOf(answer)).not.toContain('Dana')
    await noor.sees('asks Hikari Cloud to agree')
    await bot.drain()
    const { id } = await bot.store.db.approval.findFirstOrThrow({ where: { kind: 'CONSENT' } })
    expect((await bot.store.db.approvalDecider.findMany({ where: { approvalId: id }, include: { account: true } })).map(({ account }) => account.name)).toEqual(['Noor Aziz'])
  })
})
