import { describe, expect, test } from 'vitest'
import { describesDelay, opensForm } from '../../support/filing.js'
import { buttonsOf, wordsOf, type PlayedPerson } from '../../support/person.js'
import { stories, type Mode, type Story } from '../../support/story.js'
import { approves } from '../steps.js'

const team = '#team-hikari'
const lounge = '#support-lounge'
const title = 'Nobody at Acme gets mail'

/** Omar has critical cases approved first, in the policy of hikari.example. */
async function asksFirst(omar: PlayedPerson): Promise<void> {
  await omar.types('#approvals', '/portal policy')
  await omar.seesModal('Reminder after hours')
  await omar.ticks('Needs a manager’s approval', 'Filing a P1 case')
  expect(await omar.submits()).toEqual({ ok: true })
  await omar.seesModal('The policy of hikari.example is saved')
  await omar.closes()
}

/** Aiko, in English here, files it; answers the number it waits under. */
async function filesCritical({ person, bot, workspace }: Story): Promise<number> {
  const aiko = person('aiko')
  workspace.updatePerson(aiko.id, { locale: 'en-GB' })
  await opensForm(aiko, 'acme.example')
  await describesDelay(aiko, { title })
  await aiko.attaches('Attachments', aiko.upload('trace.log', 'text/plain', 'one line'))
  await aiko.chooses('Severity', '🔴 P1 · Critical')
  expect(await aiko.submits()).toEqual({ ok: true })
  await aiko.sees(/waits for (Dana Reed|Noor Aziz) (and|or) (Noor Aziz|Dana Reed) to approve/)
  await bot.drain()
  const { number } = await bot.store.db.case.findFirstOrThrow({ where: { title } })
  return number
}

describe.each<Mode>(['socket', 'http'])('a critical case that a manager approves first (%s)', (mode) => {
  const start = stories(mode)

  test('waits unseen, comes back with the comment, and is filed once it is approved (P1 filing)', async () => {
    const story = await start()
    const { person, bot } = story
    const [aiko, dana, noor, tomas, petra] = [person('aiko'), person('dana'), person('noor'), person('tomas'), person('petra')]
    await asksFirst(person('omar'))
    const waiting = await filesCritical(story)
    expect(await bot.store.db.case.findUniqueOrThrow({ where: { number: waiting } })).toMatchObject({ state: 'PENDING_APPROVAL' })
    expect(aiko.reads('#case-updates').map(wordsOf).join()).not.toContain(title)
    for (const person of [tomas, petra]) {
      const list = await person.asks(lounge, '/case list', /Cases of|no case yet/)
      expect(wordsOf(list)).not.toContain(title)
      const answer = (await person.asks(lounge, `/case ${waiting}`, 'There is no case')).text
      expect((await person.asks(lounge, '/case 999999', '999999')).text.replace('999999', String(waiting))).toBe(answer)
    }
    expect(await bot.store.db.outbox.count({ where: { kind: { in: ['case_card', 'fetch_attachment', 'share_email'] } } })).toBe(0)

    await dana.presses('Decline', await dana.sees('wants to file a P1 case for Acme Corporation'))
    await dana.seesModal('"text":"Decision"')
    const nothingSaid = await dana.submits()
    expect(Object.values('errors' in nothingSaid ? nothingSaid.errors! : {})).toEqual(['This is needed.'])
    await dana.fills('Comment', 'Say since when, <!here> & how many')
    expect(await dana.submits()).toEqual({ ok: true })
    await dana.seesModal(/Declined by Dana Reed/)
    await dana.closes()
    expect(await bot.store.db.case.count({ where: { title } })).toBe(0)

    const told = await aiko.sees('Your request is not granted')
    expect(wordsOf(told)).toContain('Say since when, &lt;!here&gt; &amp; how many')
    await noor.losesButton('Approve')
    expect(JSON.stringify((await aiko.opensHome(title)).view)).toContain('Go on with it')
    await aiko.presses('Go on with it', told)
    const form = await aiko.seesModal(/Not approved by Dana Reed/)
    expect(JSON.stringify(form.view)).toContain('Say since when, &lt;!here&gt; &amp; how many')
    expect(JSON.stringify(form.view)).toContain('trace.log')
    await aiko.fills('When did it start?', 'At nine, for all 200 people')
    expect(await aiko.submits()).toEqual({ ok: true })
    await bot.drain()

    await approves(noor, 'wants to file a P1 case')
    const card = await story.workspace.until(() => aiko.reads('#case-updates').find((message) => wordsOf(message).includes(title)), 'the card')
    expect(card.channel).toBe('C0DEMOUPDATES')
    await aiko.sees(/Case #\d+ for Acme Corporation is filed/)
    const filed = await bot.store.db.case.findFirstOrThrow({ where: { title }, include: { attachments: true } })
    expect(filed).toMatchObject({ state: 'NEW', attachments: [{ name: 'trace.log' }] })
    expect(JSON.stringify(filed.answers)).toContain('At nine, for all 200 people')
    await tomas.asks(lounge, `/case ${filed.number}`, title)
    await petra.asks(lounge, `/case ${filed.number}`, title)
    await bot.drain()
    expect(aiko.reads('#case-updates').filter((message) => wordsOf(message).includes(title))).toHaveLength(1)
    expect(await bot.store.db.case.count({ where: { title } })).toBe(1)
    for (const manager of [dana, noor]) expect(manager.directMessages().flatMap(buttonsOf)).not.toContain('Approve')
  })

  test('access withdrawn between asking and approving: closed with words, and the draft is back (APPROVAL-4)', async () => {
    const story = await start()
    const { person, bot } = story
    const [aiko, dana, petra] = [person('aiko'), person('dana'), person('petra')]
    await asksFirst(person('omar'))
    await filesCritical(story)
    await petra.presses('Turn access off', await petra.asks(lounge, '/access revoke acme.example', 'Turn reseller access to Acme Corporation off?'))
    await petra.sees('was turned off')
    await bot.drain()
    await dana.presses('Approve', await dana.sees('wants to file a P1 case'))
    await dana.seesModal('"text":"Decision"')
    expect(await dana.submits()).toEqual({ ok: true })
    await dana.seesModal(/There is no access to the customer for this any more\. Nothing was changed/)
    expect(await bot.store.db.case.count({ where: { title } })).toBe(0)
    expect(await bot.store.db.approval.findFirstOrThrow({ where: { kind: 'P1_FILING' } })).toMatchObject({ state: 'CLOSED', closedBecause: 'access_missing' })
    const told = await aiko.sees('Your request is not granted')
    expect(wordsOf(told)).toContain('There is no access to the customer')
    await aiko.presses('Go on with it', told)
    await aiko.seesModal(/could not be filed any more.*access to the customer was missing/)
    await aiko.seesModal(title)
    await bot.drain()
    expect(aiko.reads('#case-updates').map(wordsOf).join()).not.toContain(title)
  })

  test('Aiko takes it back herself: it is a draft again, and a stale Approve files nothing (APPROVAL-3)', async () => {
    const story = await start()
    const { person, bot } = story
    const [aiko, dana] = [person('aiko'), person('dana')]
    await asksFirst(person('omar'))
    await filesCritical(story)
    await dana.presses('Approve', await dana.sees('wants to file a P1 case'))
    await dana.seesModal('"text":"Decision"')
    await aiko.presses('Review', await aiko.asks(team, '/approvals asked', 'You asked for'))
    await aiko.seesModal('Withdraw request')
    await aiko.presses('Withdraw request')
    await aiko.seesModal('The case is a draft again')
    await aiko.closes()
    expect(await dana.submits()).toEqual({ ok: true })
    await dana.seesModal(/Withdrawn by Aiko Tanaka/)
    expect(await bot.store.db.case.count({ where: { title } })).toBe(0)
    await aiko.opensHome(title)
  })

  test('approved and taken back at the same moment: it is filed once or a draft once (APPROVAL-2)', async () => {
    const story = await start()
    const { person, bot } = story
    const [aiko, dana] = [person('aiko'), person('dana')]
    await asksFirst(person('omar'))
    await filesCritical(story)
    await dana.presses('Approve', await dana.sees('wants to file a P1 case'))
    await dana.seesModal('"text":"Decision"')
    await aiko.presses('Review', await aiko.asks(team, '/approvals asked', 'You asked for'))
    await aiko.seesModal('Withdraw request')
    await Promise.all([dana.submits(), aiko.presses('Withdraw request')])
    const { state } = await bot.store.db.approval.findFirstOrThrow({ where: { kind: 'P1_FILING' } })
    const ended = state === 'APPROVED' ? 'Approved by Dana Reed' : 'Withdrawn by Aiko Tanaka'
    await dana.seesModal(ended)
    await aiko.seesModal(ended)
    await bot.drain()
    const cases = await bot.store.db.case.findMany({ where: { title } })
    const drafts = await bot.store.db.draft.findMany({ where: { state: 'OPEN' } })
    expect({ cases: cases.map((kase) => kase.state), drafts: drafts.length }).toEqual(state === 'APPROVED' ? { cases: ['NEW'], drafts: 0 } : { cases: [], drafts: 1 })
    expect(aiko.reads('#case-updates').filter((message) => wordsOf(message).includes(title))).toHaveLength(cases.length)
  })
})
