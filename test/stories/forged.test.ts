/** A button's value names something and gives no right to it (house rule 3, SCOPE-1). */
import { describe, expect, test } from 'vitest'
import { actionIds } from '../../src/slack/views/ids.js'
import { placeIn, type PlayedPerson } from '../support/person.js'
import { expectNoRowsWritten } from '../support/row-counts.js'
import { stories } from '../support/story.js'
import { everything, formOf, messagePlace, saidAfter, shows, type Everything, type FormName } from './every-route.js'
import { approves } from './steps.js'

const notFound = /There is no case|no customer of your domain|There is no such request for you|This form is no longer open|There is no such account on your domain|There is no such role on your domain/
const names = /Initech|Acme|Umbrella|Camille|Dana|Noor|Vault|Night shift/

/** The same press with a value that names nothing. */
const nothing: Record<string, string> = {
  [actionIds.viewCase]: '999999', [actionIds.requestAccess]: '999999', [actionIds.itWorksNow]: '999999', [actionIds.fileFor]: '999999', [actionIds.openRecordGrant]: '999999',
  [actionIds.changeAccess]: '{"customerId":999999,"change":"grant"}', [actionIds.historyPage]: '{"customerId":999999}',
  [actionIds.continueDraft]: 'no-such-id', [actionIds.discardDraft]: 'no-such-id',
  [actionIds.approve]: 'no-such-id', [actionIds.decline]: 'no-such-id', [actionIds.review]: 'no-such-id', [actionIds.withdrawApproval]: 'no-such-id', [actionIds.handOnApproval]: 'no-such-id',
  [actionIds.openAccount]: 'no-such-id', [actionIds.removeRole]: 'no-such-id',
}

/** Everything that was said, without ids. */
const masked = (said: string): string[] =>
  [...said.matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text!.replace(/“[^”]*”/g, '“…”')).filter((text) => notFound.test(text)).sort()

const english = (person: PlayedPerson, workspace: { updatePerson(id: string, changes: { locale: string }): void }): PlayedPerson => {
  workspace.updatePerson(person.id, { locale: 'en-GB' })
  return person
}

describe('what belongs to hikari.example, in the hands of the manager and super admin of boreal.example', () => {
  const start = stories('http')
  const channel = '#team-boreal'

  test('is not found, in the words of what does not exist, by every button that names something', { timeout: 120_000 }, async () => {
    const story = await start()
    const { workspace, bot } = story
    const all = await everything(story)
    const elsa = english(story.person('elsa'), workspace)
    await elsa.asks(channel, '/portal', 'elsa@boreal.example')
    await bot.drain()
    await bot.chores()
    for (const [actionId, none] of Object.entries(nothing)) {
      const { value, in: name } = all.presses[actionId]!
      const press = async (pressed: object): Promise<string> => {
        // The administration's own lists, as this super admin has them.
        const place = name === 'users' || name === 'decideApproval' || name === 'saveRole' ? await shows(story, elsa, formOf(all, name), channel) : await messagePlace(elsa, channel)
        return saidAfter(story, elsa, notFound, actionId, () => workspace.act(elsa.id, { do: 'action', place, blockId: 'forged', actionId, value: { ...pressed }, state: {}, force: true }))
      }
      await expectNoRowsWritten(bot.store, async () => {
        const foreign = masked(await press(value))
        expect(foreign.join('\n')).not.toMatch(names)
        expect({ actionId, said: masked(await press({ ...value, value: none })) }).toEqual({ actionId, said: foreign })
      }).catch((error: unknown) => { throw new Error(`${actionId}: ${String(error)}`, { cause: error }) })
    }
  })

  const foreignForms: [FormName, RegExp][] = [
    ['fileCase', notFound], ['confirmPersonalData', notFound], ['decideApproval', notFound], ['handOnApproval', notFound], ['recordGrant', notFound],
    ['changeAccount', notFound], ['addAccount', /on a domain of your organization: boreal\.example/], ['confirmTwoLicences', /boreal\.example/],
    ['policy', /your account on hikari\.example, and you act on boreal\.example now/],
    ['responseTargets', /your account on hikari\.example, and you act on boreal\.example now/],
  ]
  test('is not found by every form that was opened for it, and nothing is written', async () => {
    const story = await start()
    const { workspace, bot } = story
    const all: Everything = await everything(story)
    const elsa = english(story.person('elsa'), workspace)
    await elsa.asks(channel, '/portal', 'elsa@boreal.example')
    await bot.drain()
    await bot.chores()
    for (const [name, words] of foreignForms) {
      const form = formOf(all, name)
      const { viewId } = await shows(story, elsa, form, channel)
      await expectNoRowsWritten(bot.store, () => saidAfter(story, elsa, words, name, () => workspace.act(elsa.id, { do: 'submit', viewId, state: form.state, force: true })))
    }
  })
})

describe('a request in the hands of who may not decide it', () => {
  const start = stories('socket')

  test('whoever asked, a colleague, and the one who is late are told so, and nothing is written (APPROVAL-2)', async () => {
    const story = await start()
    const { person, bot, workspace } = story
    const [camille, dana, noor] = [person('camille'), person('dana'), person('noor')]
    const mei = person('mei')
    const sheet = await camille.asks('#team-hikari', '/access request initech.example', 'were asked to agree to support')
    await bot.drain()
    const { id } = await bot.store.db.approval.findFirstOrThrow({ where: { kind: 'CONSENT' } })
    const help = await mei.asks('#team-hikari', '/approvals', 'Nothing waits for you')
    await noor.asks('#approvals', '/approvals', 'Waiting for you')
    await bot.drain()
    await bot.chores()
    const forges = (who: PlayedPerson, words: RegExp, place: Parameters<PlayedPerson['forgesPress']>[2]) => expectNoRowsWritten(bot.store, async () => {
      await who.forgesPress('approve', id, place)
      const { view } = await who.seesModal(words)
      expect(view).not.toHaveProperty('submit')
      await who.closes()
    })
    await forges(camille, /Nobody decides their own request/, placeIn(sheet))
    await forges(mei, /There is no such request for you/, placeIn(help))
    // A form that Dana may submit, in Camille's hands.
    await dana.presses('Approve', dana.directMessages()[0])
    await dana.seesModal('"text":"Decision"')
    const { viewId } = await shows(story, camille, dana.form(), '#team-hikari')
    await expectNoRowsWritten(bot.store, () => saidAfter(story, camille, /Nobody decides their own request/, 'Submit by who asked', () => workspace.act(camille.id, { do: 'submit', viewId, state: {}, force: true })))
    await dana.closes()
    await camille.closes()

    await approves(dana, 'asks Hikari Cloud to agree to support')
    await noor.losesButton('Approve')
    await bot.drain()
    await bot.chores()
    await forges(noor, /Approved by Dana Reed/, placeIn(noor.directMessages()[0]!))
  })

  test('access is confirmed by nobody while nothing is pending, and granted by nobody but the customer (ACCESS-3)', async () => {
    const story = await start()
    const { person, bot } = story
    const camille = person('camille')
    const sheet = await camille.asks('#team-hikari', '/access check globex.example', 'You cannot file')
    const { id } = await bot.store.db.customer.findFirstOrThrow({ where: { organization: { primaryDomain: 'globex.example' } } })
    await bot.chores()
    await expectNoRowsWritten(bot.store, async () => {
      await saidAfter(story, camille, /Nothing of Globex Corporation is pending/, 'It works now', () => camille.forgesPress('it_works_now', String(id), placeIn(sheet)))
      for (const change of ['grant', 'revoke']) {
        await saidAfter(story, camille, /Only a super admin of Globex Corporation can change this\.(\\n|\n).*Liam Ortiz/, change, () => camille.forgesPress('change_access', JSON.stringify({ customerId: id, change }), placeIn(sheet)))
      }
      await saidAfter(story, camille, /Decide requests/, 'Record a grant', () => camille.forgesPress('open_record_grant', String(id), placeIn(sheet)))
    })
  })
})
