import { describe, expect, test } from 'vitest'
import { describesDelay, numberIn, opensForm } from '../../support/filing.js'
import { buttonsOf, placeIn, wordsOf, type PlayedPerson } from '../../support/person.js'
import { stories, type Mode } from '../../support/story.js'
import { actionIds } from '../../../src/slack/views/ids.js'

const team = '#team-hikari'
const lounge = '#support-lounge'
const secret = 'card 4111 1111 1111 1111'

async function opensCase(person: PlayedPerson, number: number, channel = lounge): Promise<string> {
  await person.closes()
  await person.presses('View case', await person.asks(channel, `/case ${number}`, `#${number}`))
  return JSON.stringify((await person.seesModal('"text":"Full history"')).view)
}

describe.each<Mode>(['socket', 'http'])('a text file with a card number (%s)', (mode) => {
  const start = stories(mode)

  test('CASE-2: reaches neither desk nor customer until its author confirms with a reason; then it does', async () => {
    const { person, bot } = await start()
    const [camille, tomas, petra, dana] = [person('camille'), person('tomas'), person('petra'), person('dana')]
    await opensForm(camille, 'acme.example')
    await describesDelay(camille)
    expect(await camille.submits()).toEqual({ ok: true })
    const number = numberIn(wordsOf(await camille.sees('is filed for Acme')))

    await camille.closes()
    await camille.types(team, `/case attach ${number}`)
    await camille.seesModal('"text":"Attachments"')
    await camille.attaches('Attachments', camille.upload('orders.csv', 'text/csv', `id,text\n1,${secret}\n`), camille.upload('clean.log', 'text/plain', 'late since nine'))
    expect(await camille.submits()).toEqual({ ok: true })
    const held = await camille.sees('is held back')
    await bot.drain()
    expect(wordsOf(held)).toContain('line 2: a payment card number')
    expect(wordsOf(held)).toContain('•••1111')
    expect(wordsOf(held)).not.toContain('4111')
    expect(buttonsOf(held)).toEqual(['Release', 'Withdraw', 'View case'])

    const file = await bot.store.db.attachment.findFirstOrThrow({ where: { name: 'orders.csv' } })
    expect(file).toMatchObject({ state: 'HELD' })
    for (const [other, channel] of [[tomas, lounge], [petra, lounge], [dana, '#approvals']] as const) {
      const shown = await opensCase(other, number, channel)
      expect(shown).toContain('clean.log')
      expect(shown).not.toContain('orders.csv')
      await other.closes()
      const place = placeIn(await other.asks(channel, '/case help', 'support cases'))
      for (const id of [actionIds.getFile, actionIds.releaseFile, actionIds.withdrawFile]) await other.forgesPress(id, file.id, place)
      await bot.drain()
      expect(JSON.stringify([other.directMessages(), other.modals()])).not.toMatch(/orders\.csv|4111 1111/)
      expect(other.directMessages().flatMap(({ files = [] }) => files)).toEqual([])
      await other.closes()
    }
    expect(dana.reads('#case-updates').map(wordsOf).join()).not.toContain('orders.csv')
    expect(await bot.store.db.attachment.findUniqueOrThrow({ where: { id: file.id } })).toMatchObject({ state: 'HELD' })

    await camille.presses('Release', held)
    await camille.seesModal('"text":"Reason"')
    expect(await camille.submits()).not.toEqual({ ok: true })
    await camille.fills('Reason', 'A test card of the shop')
    expect(await camille.submits()).toEqual({ ok: true })
    await camille.sees('is released')
    await bot.drain()
    expect(buttonsOf(await camille.sees('is released'))).toEqual(['View case'])

    for (const other of [tomas, petra]) {
      expect(await opensCase(other, number)).toContain('orders.csv')
      const place = { viewId: other.modal().id }
      await other.forgesPress(actionIds.getFile, file.id, place)
      await other.seesModal('is on its way')
      await bot.drain()
      expect(other.directMessages().flatMap(({ files = [] }) => files)).toMatchObject([{ name: 'orders.csv' }])
    }
  })
})
