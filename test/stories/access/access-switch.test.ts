import { describe, expect, test } from 'vitest'
import { describesDelay, numberIn, opensForm } from '../../support/filing.js'
import { buttonsOf, placeIn, wordsOf } from '../../support/person.js'
import { stories, type Mode } from '../../support/story.js'
import { approves } from '../steps.js'

const team = '#team-hikari'
const lounge = '#support-lounge'

describe.each<Mode>(['socket', 'http'])('access to a customer bought from the reseller (%s)', (mode) => {
  const start = stories(mode)

  test('the missing step is named, requested, granted, pending, confirmed; then the case is filed (ACCESS-1, ACCESS-3, ACCESS-5)', async () => {
    const { person, bot } = await start()
    const [camille, liam] = [person('camille'), person('liam')]
    const sheet = await camille.asks(team, '/access check globex.example', /You cannot file cases for Globex Corporation now/)
    expect(wordsOf(sheet)).toMatch(/turned reseller access off \(Liam Ortiz.*Turn reseller access on\..*Super admin of Globex Corporation: Liam Ortiz/s)
    expect(buttonsOf(sheet)).toContain('Request access')

    await camille.asks(team, '/access request globex.example', 'Liam Ortiz was asked for access to Globex Corporation')
    await camille.asks(team, '/access request globex.example', /already requested .* from Liam Ortiz/)
    await camille.asks(team, '/access check globex.example', /requested from Liam Ortiz/)

    const asked = await liam.sees('Camille Laurent of hikari.example asks for access')
    expect(asked.channel).toBe(liam.directMessages()[0]?.channel)
    expect(wordsOf(asked)).toMatch(/Turn reseller access on/)
    await approves(liam, 'Camille Laurent of hikari.example asks for access')
    await liam.losesButton('Approve')
    expect(liam.directMessages().filter((message) => wordsOf(message).includes('asks for access'))).toHaveLength(1)

    await camille.sees('Access to Globex Corporation is granted')
    const pending = await camille.asks(team, '/access check globex.example', 'You cannot file cases for Globex Corporation now')
    expect(wordsOf(pending)).toMatch(/may take until .* to work/)
    await opensForm(camille, 'globex.example')
    expect(camille.labels()).not.toContain('Product type')
    await camille.closes()

    await camille.presses('It works now', pending)
    await camille.sees('Confirmed: reseller access of Globex Corporation works')
    await camille.asks(team, '/access check globex.example', 'You can file cases for Globex Corporation now')
    await opensForm(camille, 'globex.example')
    await describesDelay(camille, { title: 'Filed after access' })
    expect(await camille.submits()).toEqual({ ok: true })
    await camille.sees('is filed for Globex')

    const history = wordsOf(await camille.asks(team, '/access history globex.example', 'who changed what'))
    expect(history).toMatch(/works, confirmed.*Camille Laurent.*turned on.*Liam Ortiz.*turned off.*Liam Ortiz/s)
    await camille.asks(team, '/access confirm globex.example', /no `\/access confirm`/)
    await bot.drain()
    expect(await bot.store.db.accessEntry.count({ where: { customer: { organization: { primaryDomain: 'globex.example' } } } })).toBe(3)
  })

  test('access taken back while the form is open: refused at Customer, and nothing typed is lost (ACCESS-3, ACCESS-4)', async () => {
    const { person, bot } = await start()
    const [camille, liam] = [person('camille'), person('liam')]
    await liam.asks(lounge, '/access grant globex.example', 'Reseller access to Globex Corporation was turned on')
    await camille.presses('It works now', await camille.asks(team, '/access check globex.example', 'may take until'))
    await camille.sees('Confirmed: reseller access')
    await opensForm(camille, 'globex.example')
    await describesDelay(camille, { title: 'Typed while access ends' })

    await liam.asks(lounge, '/access revoke globex.example', 'Turn reseller access to Globex Corporation off?')
    await camille.asks(team, '/access check globex.example', 'You can file cases for Globex')
    await liam.presses('Turn access off', await liam.sees('Turn reseller access to Globex Corporation off?'))
    await liam.sees('Reseller access to Globex Corporation was turned off')

    const cases = await bot.store.db.case.count()
    const refused = await camille.submits()
    expect(Object.entries('errors' in refused ? refused.errors! : {})).toEqual([
      [expect.stringMatching(/^customer/), expect.stringMatching(/turned reseller access off \(Liam Ortiz/)],
    ])
    expect(await bot.store.db.case.count()).toBe(cases)
    await camille.closes()
    await camille.types(team, '/case new')
    await camille.seesModal(/«Typed while access ends» · Globex/)
    await camille.presses('Go on with it')
    await camille.seesModal('turned reseller access off')
    await camille.seesModal('Typed while access ends')
    expect((await bot.store.db.draft.findFirstOrThrow({ where: { state: 'OPEN' } })).values).toMatchObject({ title: 'Typed while access ends', categoryId: 'gmail-delivery-delayed' })
  })

  test('posted cards lock at once when access ends, and open again (ACCESS-1)', async () => {
    const { person, bot } = await start()
    const [camille, petra] = [person('camille'), person('petra')]
    await opensForm(camille, 'acme.example')
    await describesDelay(camille)
    await camille.submits()
    const card = await camille.sees('Mail from outside arrives')
    await petra.asks(lounge, '/access revoke acme.example', 'Turn reseller access to Acme Corporation off?')
    await petra.presses('Turn access off', await petra.sees('Turn reseller access to Acme'))
    await petra.sees('was turned off')
    const current = () => camille.reads('#case-updates').find(({ ts }) => ts === card.ts)!
    await camille.types(team, '/case list')
    await bot.drain()
    expect(wordsOf(current())).toContain('Acme')
    expect(wordsOf(current())).not.toContain('Mail from outside')
    const list = await camille.asks(team, '/case list', 'Cases of hikari.example')
    expect(wordsOf(list)).not.toContain('Mail from outside')
    expect(buttonsOf(current())).toEqual([])
    await camille.forgesPress('view_case', String(numberIn(card.text)), placeIn(card))
    await camille.seesModal(/is locked/)
    await camille.closes()

    await petra.asks(lounge, '/access grant acme.example', 'was turned on')
    await camille.presses('It works now', await camille.asks(team, '/access check acme.example', 'You cannot file cases for Acme'))
    await camille.sees('Confirmed: reseller access')
    await bot.drain()
    expect(wordsOf(current())).toContain('Mail from outside')
  })
})
