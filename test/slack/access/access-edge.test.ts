/** /access and its buttons through the stand-in, with the demo's people. */
import { describe, expect, test } from 'vitest'
import { buttonsOf, placeIn, wordsOf } from '../../support/person.js'
import { stories } from '../../support/story.js'

describe('/access', () => {
  const start = stories('socket')

  test('usage, the nearest word, and a customer that was left out', async () => {
    const story = await start()
    const camille = story.person('camille')
    await camille.types('#team-hikari', '/access')
    await camille.sees('may we file for a customer')
    await camille.types('#team-hikari', '/access chek globex.example')
    await camille.sees('Did you mean `/access check`?')
    await camille.types('#team-hikari', '/access history')
    await camille.sees('Which customer? Type a name or domain, for example `/access history globex.example`.')
    await camille.types('#team-hikari', '/access check hooli.example')
    await camille.sees('No customer of your domain is called “hooli.example”')
  })

  test('check, request, grant, pending, It works now, File a case', async () => {
    const story = await start()
    const [camille, liam] = [story.person('camille'), story.person('liam')]
    await camille.types('#team-hikari', '/access check globex.example')
    const sheet = await camille.sees('You cannot file cases for Globex Corporation now')
    expect(wordsOf(sheet)).toMatch(/Turn reseller access on\.[\s\S]*Liam Ortiz/)

    await camille.presses('Request access', sheet)
    const asked = await camille.sees('Liam Ortiz was asked for access to Globex Corporation')
    // In its place: the step says that it waits, and there is nothing to press any more.
    expect(asked.ts).toBe(sheet.ts)
    expect(wordsOf(asked)).toContain('requested from Liam Ortiz')
    expect(wordsOf(asked)).not.toContain('"Request access"')

    // Their own customer need not be named.
    await liam.types('#support-lounge', '/access grant')
    await liam.sees('Reseller access to Globex Corporation was turned on')
    await liam.types('#support-lounge', '/access grant')
    await liam.sees('is on already; it may take until')

    await camille.types('#team-hikari', '/access check globex.example')
    const pending = await camille.sees('pending until')
    await camille.presses('It works now', pending)
    const open = await camille.sees('Confirmed: reseller access of Globex Corporation works')
    expect(wordsOf(open)).toContain('You can file cases for Globex Corporation now, as hikari.example.')
    await camille.presses('File a case', open)
    const form = await camille.seesModal('"text":"Severity"')
    expect(JSON.stringify(form.view)).toContain('Globex Corporation')

    await camille.types('#team-hikari', '/access history globex.example')
    const history = await camille.sees('who changed what, newest first')
    expect(history.text).toMatch(/works, confirmed.*Camille Laurent[\s\S]*turned on.*Liam Ortiz[\s\S]*turned off/)
    expect(story.log.join()).not.toMatch(/something unexpected/)
  })

  test('taking back asks first, and decides at the click', async () => {
    const story = await start()
    const [petra, camille] = [story.person('petra'), story.person('camille')]
    await petra.types('#support-lounge', '/access revoke')
    const question = await petra.sees('Turn reseller access to Acme Corporation off?')
    await petra.types('#support-lounge', '/access history')
    await petra.sees('Nobody has changed access to Acme Corporation yet')
    await petra.presses('Turn access off', question)
    const done = await petra.sees('Reseller access to Acme Corporation was turned off')
    expect(done.ts).toBe(question.ts)
    await camille.types('#team-hikari', '/access check acme.example')
    await camille.sees('You cannot file cases for Acme Corporation now')
    await camille.types('#team-hikari', '/access revoke acme.example')
    await camille.sees(/Only a super admin of Acme Corporation can change this\.[\s\S]*Petra Vogel/)
    await camille.types('#team-hikari', '/access grant acme.example')
    await story.workspace.until(() => camille.reads('#team-hikari').filter((message) => message.text.includes('Only a super admin')).length === 2, 'the second refusal')
  })

  test('a forged value of another customer changes and shows nothing', async () => {
    const story = await start()
    const [petra, liam, camille] = [story.person('petra'), story.person('liam'), story.person('camille')]
    await camille.types('#team-hikari', '/access check globex.example')
    const theirs = await camille.sees('You cannot file cases for Globex')
    const [, globex] = /"action_id":"request_access","value":"(\d+)"/.exec(JSON.stringify(theirs.blocks)) ?? []
    await petra.types('#support-lounge', '/access check')
    const { channel, ts } = await petra.sees('can file cases for Acme Corporation now')
    const press = (actionId: string, value: string) => story.workspace.act(petra.id, {
      do: 'action', place: { channel, ts }, blockId: 'b', actionId, value: { type: 'button', value }, state: {}, force: true,
    })
    await press('change_access', `{"customerId":${globex},"change":"grant"}`)
    await petra.sees('This is no customer of your domain')
    await press('history_page', `{"customerId":${globex}}`)
    await story.workspace.until(() => petra.reads('#support-lounge').filter((message) => message.text.includes('This is no customer')).length === 2, 'the second refusal')
    await press('change_access', '{"customerId":"x"}')
    await petra.sees('could not be read')
    expect(petra.reads('#support-lounge').map(wordsOf).join()).not.toContain('Globex')
    await liam.types('#support-lounge', '/access check')
    await liam.sees('hikari.example cannot file cases for Globex Corporation now')
  })

  test('delivered twice, it answers once and asks once', async () => {
    const story = await start()
    const camille = story.person('camille')
    await camille.types('#team-hikari', '/access request globex.example')
    await camille.sees('Liam Ortiz was asked for access to Globex Corporation')
    const sent = story.workspace.traffic().find((item) => item.kind === 'command')
    await story.workspace.deliverAgain(sent!.n)
    await camille.types('#team-hikari', '/access help')
    await camille.sees('may we file for a customer')
    expect(camille.reads('#team-hikari').filter((message) => message.text.includes('was asked'))).toHaveLength(1)
    await camille.types('#team-hikari', '/access request globex.example')
    await camille.sees('Access was already requested')
  })

  test('somebody without a role is told what is lacking, and nothing else; usage is for everybody', async () => {
    const story = await start()
    const nova = story.person('nova')
    await nova.types('#team-hikari', '/access help')
    await nova.sees('may we file for a customer')
    for (const [before, verb] of ['check', 'request', 'grant', 'revoke', 'history'].entries()) {
      await nova.types('#team-hikari', `/access ${verb} globex.example`)
      await story.workspace.until(() => nova.reads('#team-hikari').filter((message) => message.text.includes('which your account does not have')).length > before, `words for ${verb}`)
    }
    expect(nova.reads('#team-hikari').map(wordsOf).join()).not.toMatch(/Globex|Liam/)
  })

  test('It works now in the filing form opens its fields, and nothing typed is lost', async () => {
    const story = await start()
    const camille = story.person('camille')
    await camille.types('#team-hikari', '/case new umbrella.example')
    await camille.seesModal('It works now')
    await camille.fills('Title', 'Mail is late')
    await camille.presses('It works now')
    const open = await camille.seesModal('Confirmed: access to “Google Workspace Business Standard” of Umbrella Group works.')
    expect(JSON.stringify(open.view)).toContain('Mail is late')
    expect(camille.labels()).toContain('Category')
  })

  test('It works now in a direct message gives way to its answer, and pressed again says that nothing is pending', async () => {
    const story = await start()
    const [camille, liam] = [story.person('camille'), story.person('liam')]
    await camille.types('#team-hikari', '/access request globex.example')
    await liam.presses('Approve', await liam.sees('asks for access'))
    await liam.seesModal('"text":"Decision"')
    expect(await liam.submits()).toEqual({ ok: true })
    const told = await camille.sees('Access to Globex Corporation is granted')
    await camille.presses('It works now', told)
    const done = await camille.sees('Confirmed: reseller access of Globex Corporation works')
    expect(done.ts).toBe(told.ts)
    expect(buttonsOf(done)).toEqual(['File a case'])
    expect(JSON.stringify(done.blocks)).not.toContain('It may take until')

    const customerId = String(/"action_id":"file_for","value":"(\d+)"/.exec(JSON.stringify(done.blocks))?.[1])
    await camille.forgesPress('it_works_now', customerId, placeIn(done))
    await camille.sees('Nothing of Globex Corporation is pending')
  })

  test('Request access in the filing form says who was asked for what', async () => {
    const story = await start()
    const camille = story.person('camille')
    await camille.types('#team-hikari', '/case new initech.example')
    await camille.seesModal('Request access')
    await camille.presses('Request access')
    const form = await camille.seesModal('were asked to agree to support “Google Workspace Business Standard”')
    expect(JSON.stringify(form.view)).toMatch(/Dana Reed and Noor Aziz were asked.*what you typed is kept as a draft/)
  })

  test('a manager records a grant with its evidence, and another one is asked', async () => {
    const story = await start()
    const dana = story.person('dana')
    await dana.types('#team-hikari', '/access grant umbrella.example')
    await dana.seesModal('"text":"Evidence"')
    expect(dana.labels()).toEqual(['Subscription', 'Evidence'])
    await dana.fills('Evidence', 'Vera Novak, by mail of 20 November')
    expect(await dana.submits()).toEqual({ ok: true })
    await dana.seesModal('Noor Aziz was asked to approve')
    await story.person('noor').sees('Umbrella Group')
  })
})
