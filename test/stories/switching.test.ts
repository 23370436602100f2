import { describe, expect, test } from 'vitest'
import { describesDelay, numberIn, opensForm } from '../support/filing.js'
import { expectNoRowsWritten } from '../support/row-counts.js'
import { placeIn, wordsOf, type PlayedPerson } from '../support/person.js'
import { stories, type Mode } from '../support/story.js'
import { approves } from './steps.js'

const hikariCustomers = /Acme|Wonka|Nakatomi|Tyrell|Wayne|Globex|Initech|Umbrella/
const borealCustomers = /Hooli|Vandelay|Oceanic|Cyberdyne|Stark/

const switches = (mei: PlayedPerson, domain: string) => mei.asks('#team-hikari', `/portal switch ${domain}`, `You act on ${domain} now`)

/** What `/case <number>` says, with the number taken out: the same of a foreign case and of none. */
async function answerTo(mei: PlayedPerson, number: number): Promise<string> {
  return (await mei.asks('#team-hikari', `/case ${number}`, `“${number}”`)).text.replaceAll(String(number), 'N')
}

describe.each<Mode>(['socket', 'http'])('Mei acts on one of her two domains at a time (%s)', (mode) => {
  const start = stories(mode)

  test('every list, search and button follows at once, and nothing of the other domain is seen (SCOPE-1)', async () => {
    const { person, bot } = await start()
    const [mei, camille] = [person('mei'), person('camille')]
    await opensForm(camille, 'acme.example')
    await describesDelay(camille)
    await camille.submits()
    const card = await mei.sees(/Mail from outside arrives/)
    const number = numberIn(card.text)

    const who = await mei.asks('#team-hikari', '/portal', 'You are Mei Lin')
    expect(wordsOf(who)).toMatch(/mei@hikari\.example/)
    const before = await mei.asks('#team-hikari', '/case list', 'Cases of hikari.example')
    expect(wordsOf(before)).toMatch(hikariCustomers)
    expect(wordsOf(before)).not.toMatch(borealCustomers)
    await mei.presses('View case', card)
    await mei.seesModal('Messages from outside wait for hours.')
    await mei.closes()

    await switches(mei, 'boreal.example')
    const list = await mei.asks('#team-hikari', '/case list', 'Cases of boreal.example')
    expect(wordsOf(list)).toMatch(borealCustomers)
    expect(wordsOf(list)).not.toMatch(hikariCustomers)
    await mei.types('#team-hikari', '/case new')
    await mei.seesModal('"text":"Severity"')
    expect(await mei.finds('Customer', 'acme')).toEqual([])
    expect((await mei.finds('Customer', 'hooli')).map(({ text }) => text)).toEqual(['Hooli'])
    await mei.closes()
    const foreign = await answerTo(mei, number)
    expect(foreign).toBe(await answerTo(mei, 999_999))
    const opened = async (): Promise<string> => {
      const { view } = await mei.seesModal(/There is no case/)
      await mei.closes()
      return view.blocks.map((block) => JSON.stringify({ ...block, block_id: '' })).join()
    }
    await expectNoRowsWritten(bot.store, async () => {
      await mei.presses('View case', card)
      const seen = await opened()
      expect(seen).not.toMatch(/Acme|Mail from outside|wait for hours/)
      await mei.forgesPress('view_case', '999999', placeIn(card))
      expect((await opened()).replaceAll('999999', 'N')).toBe(seen.replaceAll(String(number), 'N'))
    })

    await switches(mei, 'hikari.example')
    await mei.presses('View case', card)
    await mei.seesModal('Messages from outside wait for hours.')
  })

  test('a choice in a form opened before the switch is answered in front of it, and the form stays', async () => {
    const { person, workspace } = await start()
    const mei = person('mei')
    await opensForm(mei, 'acme.example')
    const form = mei.modal().id
    await switches(mei, 'boreal.example')
    await mei.chooses('Product type', 'Google Workspace')
    await mei.seesModal(/your account on hikari\.example, and you act on boreal\.example now/)
    expect(workspace.stateOf(mei.id).modals.map(({ id }) => id)).toEqual([form, expect.any(String)])
  })

  test('a form opened before the switch is refused at Submit and loses nothing; after switching back it files', async () => {
    const { person, bot } = await start()
    const mei = person('mei')
    await opensForm(mei, 'acme.example')
    await describesDelay(mei, { title: 'Typed before the switch' })
    await mei.attaches('Attachments', mei.upload('kept.log', 'text/plain', 'one line'))
    await switches(mei, 'boreal.example')
    const cases = await bot.store.db.case.count()
    const refused = await mei.submits()
    expect(Object.entries('errors' in refused ? refused.errors! : {})).toEqual([
      [expect.stringMatching(/^customer/), expect.stringMatching(/your account on hikari\.example, and you act on boreal\.example now.*\/portal switch hikari\.example/s)],
    ])
    expect(await bot.store.db.case.count()).toBe(cases)
    expect((await bot.store.db.draft.findFirstOrThrow({ where: { state: 'OPEN' } })).values).toMatchObject({ title: 'Typed before the switch' })

    await switches(mei, 'hikari.example')
    expect(await mei.submits()).toEqual({ ok: true })
    await mei.sees(/is filed for Acme/)
    const filed = await bot.store.db.case.findFirstOrThrow({ where: { title: 'Typed before the switch' }, include: { filedByOrg: true, attachments: true } })
    expect(filed.filedByOrg.primaryDomain).toBe('hikari.example')
    expect(filed.attachments.map(({ name }) => name)).toEqual(['kept.log'])
  })

  test('a draft of the other domain is offered there only, and a stale button to it is refused with words', async () => {
    const { person, bot } = await start()
    const mei = person('mei')
    await opensForm(mei, 'acme.example')
    await describesDelay(mei, { title: 'Left in hikari' })
    await mei.closes()
    await bot.store.db.draft.findFirstOrThrow({ where: { state: 'OPEN' } })
    await mei.opensHome('Left in hikari')
    await switches(mei, 'boreal.example')
    await expectNoRowsWritten(bot.store, async () => {
      await mei.presses('Go on with it', 'home')
      await mei.seesModal(/your account on hikari\.example, and you act on boreal\.example/)
      await mei.closes()
    })
    const home = await mei.opensHome('mei@boreal.example')
    expect(JSON.stringify(home.view)).not.toMatch(/Left in hikari|Acme/)
    await mei.types('#team-hikari', '/case new')
    const form = await mei.seesModal('"text":"Severity"')
    expect(JSON.stringify(form.view)).not.toMatch(/Left in hikari/)
  })

  test('a message shortcut after the switch files for the new domain only', async () => {
    const { person, workspace, bot } = await start()
    const mei = person('mei')
    await mei.asks('#team-hikari', '/case list', 'Cases of hikari.example')
    await switches(mei, 'boreal.example')
    await workspace.act(mei.id, { do: 'say', channel: 'C0DEMOHIKARI', text: 'Mail to the rooms waits since 9' })
    const message = await mei.sees('Mail to the rooms waits')
    await workspace.act(mei.id, { do: 'message_shortcut', channel: message.channel, ts: message.ts, callbackId: 'file_case_from_message' })
    await mei.seesModal('Filing as boreal.example')
    expect(await mei.finds('Customer', 'acme')).toEqual([])
    await mei.chooses('Customer', 'Hooli', 'hooli')
    await mei.seesModal('"text":"Product type"')
    await mei.chooses('Product type', 'Google Workspace')
    await mei.fills('Title', 'Rooms wait')
    await mei.chooses('Category', 'Messages arrive late', 'late')
    await mei.seesModal('Mail to the rooms waits since 9')
    await mei.fills('When did it start?', 'At 9')
    await mei.chooses('How many users are affected?', 'One user')
    expect(await mei.submits()).toEqual({ ok: true })
    await mei.sees(/is filed for Hooli/)
    const filed = await bot.store.db.case.findFirstOrThrow({ where: { title: 'Rooms wait' }, include: { filedByOrg: true } })
    expect(filed.filedByOrg.primaryDomain).toBe('boreal.example')
    await bot.drain()
    expect(mei.reads('#case-updates').map(wordsOf).join()).not.toContain('Rooms wait')
    expect(mei.reads('#team-boreal').map(wordsOf).join()).toContain('Rooms wait')
  })

  test('a request to her other account says which domain it is of, and is decided after switching back', async () => {
    const { person, bot } = await start()
    const [mei, camille] = [person('mei'), person('camille')]
    const manages = await bot.store.db.role.findFirstOrThrow({ where: { name: 'Reseller Admin' } })
    const account = await bot.store.db.account.findFirstOrThrow({ where: { email: 'mei@hikari.example' } })
    await bot.store.db.accountRole.create({ data: { accountId: account.id, roleId: manages.id, grantedAt: new Date() } })
    await camille.asks('#team-hikari', '/access request initech.example', 'were asked to agree to support')
    const asked = await mei.sees('asks Hikari Cloud to agree to support')
    await bot.drain()
    await switches(mei, 'boreal.example')
    await expectNoRowsWritten(bot.store, async () => {
      await mei.presses('Approve', asked)
      const { view } = await mei.seesModal(/your account on hikari\.example, and you act on boreal\.example now/)
      expect(JSON.stringify(view)).not.toMatch(/Initech|Camille/)
      await mei.closes()
    })
    await mei.asks('#team-hikari', '/approvals', 'Nothing waits for you')
    await switches(mei, 'hikari.example')
    await approves(mei, 'asks Hikari Cloud to agree to support')
    await camille.sees(/agrees to support/)
  })

  test('App Home is of the signed-in domain, and switches it', async () => {
    const { person } = await start()
    const mei = person('mei')
    const hikari = await mei.opensHome('mei@hikari.example')
    expect(JSON.stringify(hikari.view)).toMatch(/Vault export stops/)
    expect(JSON.stringify(hikari.view)).not.toMatch(borealCustomers)
    await mei.picks('boreal.example', 'home')
    const boreal = await mei.opensHome('mei@boreal.example')
    expect(JSON.stringify(boreal.view)).toMatch(borealCustomers)
    expect(JSON.stringify(boreal.view)).not.toMatch(/Vault export stops|hikari\.example, Hikari/)
  })
})
