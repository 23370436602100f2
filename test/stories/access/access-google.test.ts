import { describe, expect, test } from 'vitest'
import { describesDelay, opensForm } from '../../support/filing.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { buttonsOf, placeIn, wordsOf } from '../../support/person.js'
import { stories } from '../../support/story.js'
import { approves } from '../steps.js'

const team = '#team-hikari'

describe('access to a subscription bought from Google', () => {
  const start = stories('socket')

  test('initech: managers agree, the customer grants, and it opens after 24 hours by itself (ACCESS-2, ACCESS-3)', async () => {
    const { person, bot, workspace } = await start()
    const [camille, dana, noor, ines] = [person('camille'), person('dana'), person('noor'), person('ines')]
    await camille.asks(team, '/access check initech.example', /Agree to support “Google Workspace Business Standard”.*Manager of hikari\.example: Dana Reed and Noor Aziz/s)
    await camille.asks(team, '/access request initech.example', /(Dana Reed and Noor Aziz|Noor Aziz and Dana Reed) were asked to agree to support/)

    await bot.drain()
    expect(dana.reads('#approvals').filter((message) => wordsOf(message).includes('agree to support'))).toHaveLength(1)
    for (const manager of [dana, noor]) expect(manager.directMessages().filter((message) => wordsOf(message).includes('agree to support'))).toHaveLength(1)
    expect(ines.directMessages()).toEqual([])
    expect(wordsOf(await dana.asks('#approvals', '/approvals waiting', 'Waiting for you'))).toContain('Initech')

    await approves(dana, 'asks Hikari Cloud to agree')
    await dana.losesButton('Approve')
    await noor.losesButton('Approve')
    await camille.sees(/agrees to support .*Ines Costa/s)
    await ines.sees('Camille Laurent of hikari.example asks for access')
    await approves(ines, 'asks for access')
    await camille.sees('Access to Initech is granted')

    await camille.asks(team, '/access check initech.example', 'You cannot file cases for Initech now')
    workspace.moveClock('+23h')
    await camille.asks(team, '/access check initech.example', 'You cannot file cases for Initech now')
    workspace.moveClock('+1h')
    workspace.moveClock('+1m')
    await camille.asks(team, '/access check initech.example', 'You can file cases for Initech now')
    await opensForm(camille, 'initech.example')
    await describesDelay(camille)
    expect(await camille.submits()).toEqual({ ok: true })
    await camille.sees('is filed for Initech')
    expect(await bot.store.db.accessEntry.count({ where: { change: 'GRANT_CONFIRMED' } })).toBe(0)
    await camille.asks(team, '/access history initech.example', /granted.*Ines Costa, as the customer’s super admin.*Consent.*Dana Reed, as manager/s)
  })

  test('umbrella: a manager records a grant with evidence, another one approves it, and somebody else confirms it (APPROVAL-2, ACCESS-3)', async () => {
    const { person, bot } = await start()
    const [camille, dana, noor] = [person('camille'), person('dana'), person('noor')]
    const records = async (evidence: string) => {
      await dana.types('#approvals', '/access grant umbrella.example subscription:Vault')
      await dana.seesModal('"text":"Evidence"')
      await dana.chooses('Subscription', 'Google Vault')
      await dana.fills('Evidence', evidence)
      return dana.submits()
    }
    expect(await records('Vera wrote on Monday: ticket <@U0DEMONOOR> & <!channel>')).toEqual({ ok: true })
    const card = await noor.sees('recorded that Umbrella Group granted access elsewhere')
    await dana.seesModal(/Noor Aziz was asked to approve|Noor Aziz/)
    await dana.closes()
    await bot.drain()
    expect(dana.directMessages().filter((message) => buttonsOf(message).includes('Approve'))).toEqual([])
    const inChannel = await dana.sees(/recorded that Umbrella Group granted/)
    expect(inChannel.channel).toBe('C0DEMOAPPROVALS')

    const { id } = await bot.store.db.approval.findFirstOrThrow({ where: { kind: 'RECORDED_GRANT' } })
    await expectNoRowsWritten(bot.store, async () => {
      for (const action of ['approve', 'decline', 'review']) {
        await dana.forgesPress(action, id, placeIn(inChannel))
        const { view } = await dana.seesModal(/Nobody decides their own request\.\\nNoor Aziz can decide it/)
        expect(view).not.toHaveProperty('submit')
        await dana.closes()
      }
    })
    await noor.presses('Review', card)
    await noor.seesModal('Vera wrote on Monday: ticket &lt;@U0DEMONOOR&gt; &amp; &lt;!channel&gt;')
    await noor.closes()
    await approves(noor, 'recorded that Umbrella Group')
    await dana.sees('The grant that you recorded for Umbrella Group is approved')

    const customer = await bot.store.db.customer.findFirstOrThrow({ where: { organization: { primaryDomain: 'umbrella.example' } } })
    const ledger = () => bot.store.db.accessEntry.findMany({ where: { customerId: customer.id, change: 'GRANT_CONFIRMED' }, include: { actor: true } })
    const sheet = await dana.asks('#approvals', '/access check umbrella.example', 'Umbrella Group')
    // The other grant of Umbrella, by its own admin, is pending too: Dana may confirm that one, and her own record stays.
    await dana.forgesPress('it_works_now', String(customer.id), placeIn(sheet))
    await dana.sees('Confirmed: access to “Google Workspace Business Standard” of Umbrella Group')
    await dana.forgesPress('it_works_now', String(customer.id), placeIn(sheet))
    await dana.sees('You recorded this grant of Umbrella Group yourself')
    expect(await ledger()).toHaveLength(1)
    await camille.presses('It works now', await camille.asks(team, '/access check umbrella.example', 'Umbrella Group'))
    await camille.sees('access to “Google Vault” of Umbrella Group works')
    expect((await ledger()).map(({ actor }) => actor?.name)).toEqual(['Dana Reed', 'Camille Laurent'])
    await camille.asks(team, '/access history umbrella.example', /Evidence: Vera wrote on Monday/)
  })

  test('umbrella: a manager takes the domain’s consent back, at once; agreeing anew starts from the beginning (ACCESS-2)', async () => {
    const { person, bot, workspace } = await start()
    const [camille, dana, noor] = [person('camille'), person('dana'), person('noor')]
    await camille.presses('It works now', await camille.asks(team, '/access check umbrella.example', 'You cannot file'))
    await camille.sees('Confirmed: access to “Google Workspace Business Standard”')
    await opensForm(camille, 'umbrella.example')
    await describesDelay(camille, { title: 'Before consent ends' })
    expect(await camille.submits()).toEqual({ ok: true })
    const card = await workspace.until(() => camille.reads('#case-updates').find((message) => wordsOf(message).includes('Before consent ends')), 'the card')
    await opensForm(camille, 'umbrella.example')
    await describesDelay(camille, { title: 'While consent ends' })

    const question = await dana.asks('#approvals', '/access revoke umbrella.example subscription:"Business Standard"', 'Withdraw the consent of hikari.example to support')
    await dana.presses('Withdraw consent', question)
    await dana.sees('hikari.example does not support “Google Workspace Business Standard” of Umbrella Group any more')
    expect(JSON.stringify(await camille.submits())).toMatch(/customer\.[^"]*":"Nothing can be filed for Umbrella Group now/)
    await camille.closes()
    await bot.drain()
    expect(wordsOf(camille.reads('#case-updates').find(({ ts }) => ts === card.ts)!)).not.toContain('Before consent ends')

    await camille.asks(team, '/access request umbrella.example subscription:"Business Standard"', 'were asked to agree to support')
    expect(JSON.stringify((await noor.opensHome('What waits for me')).view)).toContain('Review: Consent · Umbrella Group')
    await approves(noor, 'asks Hikari Cloud to agree to support')
    // Nobody of Umbrella is here: the grant of before is void, and a manager can record the new one.
    await camille.sees(/The customer was not asked for the grant.*\/access grant umbrella\.example/s)
    await camille.asks(team, '/access check umbrella.example', /has not been granted access|not granted by the customer yet/)
  })
})
