import { describe, expect, test } from 'vitest'
import { describesDelay, numberIn } from '../../support/filing.js'
import { wordsOf } from '../../support/person.js'
import { stories } from '../../support/story.js'

const lounge = '#support-lounge'

describe('a customer’s own case', () => {
  const start = stories('socket')

  test('Petra of acme files it, and her reseller and the desk see it (SCOPE-4)', async () => {
    const { person, bot, workspace } = await start()
    const petra = person('petra')
    expect(JSON.stringify((await petra.opensHome('File a case')).view)).toContain('you file cases for your organization')
    await petra.presses('File a case', 'home')
    const form = await petra.seesModal('"text":"Severity"')
    expect(JSON.stringify(form.view)).toContain('*Customer*\\nAcme Corporation · acme.example')
    expect(petra.labels()).not.toContain('Customer')
    await describesDelay(petra, { title: 'Mail to Acme is late', what: 'The queue stands still.' })
    await petra.chooses('Severity', '🔴 P1 · Critical')
    expect(await petra.submits()).toEqual({ ok: true })
    const number = numberIn((await petra.sees(/is filed for Acme/)).text)
    await bot.drain()

    const kase = await bot.store.db.case.findUniqueOrThrow({ where: { number }, include: { filedByOrg: true, managedAtFiling: true } })
    expect(kase).toMatchObject({ kind: 'DIRECT', state: 'NEW', filedByName: 'Petra Vogel', filedByOrg: { primaryDomain: 'acme.example' }, managedAtFiling: { primaryDomain: 'hikari.example' } })
    const card = await person('dana').sees('Mail to Acme is late')
    expect(card.channel).toBe('C0DEMOUPDATES')
    expect(wordsOf(card)).not.toContain('The queue stands still.')
    for (const [who, where] of [['petra', lounge], ['tomas', lounge], ['aiko', '#team-hikari']] as const) {
      expect(wordsOf(await person(who).asks(where, `/case ${number}`, 'Mail to Acme is late'))).toContain('The queue stands still.')
    }
    await person('sven').asks('#team-boreal', `/case ${number}`, 'There is no case')
    expect(workspace.traffic().filter((line) => !line.ok)).toEqual([])
  })

  test('has no card where her reseller may not read it (ACCESS-1)', async () => {
    const { person, bot } = await start()
    const petra = person('petra')
    await petra.presses('Turn access off', await petra.asks(lounge, '/access revoke acme.example', 'Turn reseller access to Acme Corporation off?'))
    await petra.sees('was turned off')
    await petra.types(lounge, '/case new hooli.example')
    await petra.seesModal('Acme Corporation · acme.example')
    await describesDelay(petra, { title: 'For our own eyes' })
    expect(await petra.submits()).toEqual({ ok: true })
    await petra.sees(/is filed for Acme/)
    await bot.drain()
    expect(person('dana').reads('#case-updates').map(wordsOf).join()).not.toContain('For our own eyes')
  })

  test('is not the desk’s to file', async () => {
    const { person } = await start()
    await person('tomas').types(lounge, '/case new')
    await person('tomas').seesModal('you are signed in for the support desk')
  })
})

