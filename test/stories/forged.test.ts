/** A button's value names something and gives no right to it (house rule 3, SCOPE-1). */
import { describe, expect, test } from 'vitest'
import { actions, submissions } from '../../src/slack/routes.js'
import { actionIds, callbackIds } from '../../src/slack/views/ids.js'
import { placeIn, type PlayedPerson, type ShownForm } from '../support/person.js'
import { expectNoRowsWritten } from '../support/row-counts.js'
import { stories } from '../support/story.js'
import { everything, formOf, messagePlace, saidAfter, shows, type Everything, type FormName } from './every-route.js'
import { approves } from './steps.js'

const notFound = /There is no case|no customer of your domain|There is no such request for you|This form is no longer open|There is no such account on your domain|There is no such role on your domain|This file is not there any more, or not yours to see/
const names = /Initech|Acme|Umbrella|Camille|Dana|Noor|Vault|Night shift/

/** The same press with a value that names nothing. */
const nothing: Record<string, string> = {
  [actionIds.viewCase]: '999999', [actionIds.requestAccess]: '999999', [actionIds.itWorksNow]: '999999', [actionIds.fileFor]: '999999', [actionIds.openRecordGrant]: '999999',
  [actionIds.changeAccess]: '{"customerId":999999,"change":"grant"}', [actionIds.historyPage]: '{"customerId":999999}',
  [actionIds.continueDraft]: 'no-such-id', [actionIds.discardDraft]: 'no-such-id',
  [actionIds.approve]: 'no-such-id', [actionIds.decline]: 'no-such-id', [actionIds.review]: 'no-such-id', [actionIds.withdrawApproval]: 'no-such-id', [actionIds.handOnApproval]: 'no-such-id',
  [actionIds.openAccount]: 'no-such-id', [actionIds.removeRole]: 'no-such-id',
  ...Object.fromEntries([
    actionIds.caseHistory, actionIds.openReply, actionIds.openNotSolved, actionIds.openNote, actionIds.openSeverity, actionIds.takeCase, actionIds.openHandOver,
    actionIds.openShare, actionIds.openEscalate, actionIds.openClose, actionIds.openReopen, actionIds.openAttach, actionIds.fileRelated, actionIds.deskTake,
    actionIds.openAnswer, actionIds.openPortalCopy, actionIds.openPortalNumber, actionIds.openRecordReply,
  ].map((id) => [id, '999999'])),
  [actionIds.caseHistoryPage]: '{"number":999999}', [actionIds.stopSharing]: '{"number":999999,"email":"it@wonka.example"}',
  [actionIds.getFile]: 'no-such-id', [actionIds.releaseFile]: 'no-such-id', [actionIds.withdrawFile]: 'no-such-id', [actionIds.requestRemoval]: 'no-such-id',
  [actionIds.fileMenu]: 'withdraw:no-such-id',
}

/**
 * What opens or turns the presser's own lists and forms, keeps what is typed into one, or names none of these: a domain, a
 * status. Home's choice of customer redraws it, without a word to wait for: see the tests of `openHome`.
 */
const namesNothing: string[] = [
  actionIds.openFiling, actionIds.listPage, actionIds.listPrevious, actionIds.listFirst, actionIds.listAll, actionIds.openFilters, actionIds.clearFilters,
  actionIds.filterCustomer, actionIds.homeNext, actionIds.homePrevious, actionIds.homeFirst, actionIds.homeAll, actionIds.homeMine, actionIds.homeAllCustomers, actionIds.homeNew,
  actionIds.homeInProgress, actionIds.homeActionRequired, actionIds.homeSolutionProvided, actionIds.approvalsPage, actionIds.queuePage, actionIds.switchAccount,
  actionIds.openUsers, actionIds.openRoles, actionIds.openLicences, actionIds.openAlerts, actionIds.openPolicy, actionIds.openImport, actionIds.openTargets,
  actionIds.usersPage, actionIds.rolesPage, actionIds.openAddAccount, actionIds.setAccountStatus, actionIds.openSaveRole, actionIds.orderLicences,
  actionIds.openRequestLicences, actionIds.message, actionIds.reason, actionIds.justification, actionIds.shareAddresses, actionIds.customer,
  actionIds.productType, actionIds.category, actionIds.title, actionIds.answer, actionIds.keptFiles, actionIds.attachments, actionIds.severity,
  actionIds.language, actionIds.timeZone, actionIds.shareWith, actionIds.tellAuthor,
]

/** The press with another value, of a button or of what is chosen from. */
function pressed(value: Record<string, unknown>, other: string): Record<string, unknown> {
  const chosen = value['selected_option']
  return typeof chosen === 'object' ? { ...value, selected_option: { ...chosen, value: other } } : { ...value, value: other }
}

/** The form as if it had been opened for an account on another domain: then only whose case it is decides. */
function openedFor({ view, state }: ShownForm, domain: string): ShownForm {
  if (!view.private_metadata?.startsWith('{')) return { state, view }
  const kept = JSON.parse(view.private_metadata) as Record<string, unknown>
  return { state, view: { ...view, private_metadata: JSON.stringify(typeof kept['domain'] === 'string' ? { ...kept, domain } : kept) } }
}

/** Everything that was said, without ids. */
const masked = (said: string): string[] =>
  [...said.matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text!.replace(/“[^”]*”/g, '“…”')).filter((text) => notFound.test(text)).sort()

const english = (person: PlayedPerson, workspace: { updatePerson(id: string, changes: { locale: string }): void }): PlayedPerson => {
  workspace.updatePerson(person.id, { locale: 'en-GB' })
  return person
}

test('every button is known to name something or nothing', () => {
  expect([...Object.keys(nothing), ...namesNothing].sort()).toEqual(Object.keys(actions).sort())
})

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
    const message = await messagePlace(elsa, channel)
    for (const [actionId, none] of Object.entries(nothing)) {
      const { value, in: name } = all.presses[actionId]!
      const press = async (tried: object): Promise<string> => {
        // The administration's own lists, as this super admin has them.
        await elsa.closes()
        const place = name ? await shows(story, elsa, formOf(all, name), channel) : message
        return saidAfter(story, elsa, notFound, actionId, () => workspace.act(elsa.id, { do: 'action', place, blockId: 'forged', actionId, value: { ...tried }, state: {}, force: true }))
      }
      await expectNoRowsWritten(bot.store, async () => {
        const foreign = masked(await press(value))
        expect(foreign.join('\n')).not.toMatch(names)
        expect({ actionId, said: masked(await press(pressed(value, none))) }).toEqual({ actionId, said: foreign })
      }).catch((error: unknown) => { throw new Error(`${actionId}: ${String(error)}`, { cause: error }) })
    }
  })

  const otherDomain = /your account on hikari\.example, and you act on boreal\.example now/
  const foreignForms: Partial<Record<FormName, RegExp>> = {
    ...Object.fromEntries(([
      'fileCase', 'confirmPersonalData', 'decideApproval', 'handOnApproval', 'recordGrant', 'changeAccount', 'attachFiles', 'releaseFile', 'requestRemoval', 'replyToDesk',
      'addNote', 'changeSeverity', 'handOverCase', 'shareCase', 'escalateCase', 'closeCase', 'reopenCase', 'confirmText', 'answerCase',
    ] as const).map((name) => [name, notFound])),
    addAccount: /on a domain of your organization: boreal\.example/, confirmTwoLicences: /boreal\.example/, policy: otherDomain, responseTargets: otherDomain,
  }
  /** Of the web portal's desk, which boreal.example has: in the hands of a manager of hikari.example. */
  const borealsForms: FormName[] = ['portalNumber', 'recordReply', 'portalCopy']
  /** They name nothing but what the one who submits them has. */
  const ownForms: FormName[] = ['saveRole', 'requestLicences', 'alertAddress', 'importDirectory', 'filterCases']

  test('is not found by every form that was opened for it, and nothing is written', { timeout: 120_000 }, async () => {
    const listed = new Set<string>([...Object.keys(foreignForms), ...borealsForms, ...ownForms])
    expect(Object.entries(callbackIds).filter(([name, id]) => id in submissions && !listed.has(name))).toEqual([])
    const story = await start()
    const { workspace, bot } = story
    const all: Everything = await everything(story)
    const elsa = english(story.person('elsa'), workspace)
    await elsa.asks(channel, '/portal', 'elsa@boreal.example')
    await bot.drain()
    await bot.chores()
    const refuses = async (who: PlayedPerson, where: string, name: FormName, form: ShownForm, words: RegExp): Promise<void> => {
      const { viewId } = await shows(story, who, form, where)
      await expectNoRowsWritten(bot.store, () => saidAfter(story, who, words, name, () => workspace.act(who.id, { do: 'submit', viewId, state: form.state, force: true })))
    }
    for (const [name, words] of Object.entries(foreignForms) as [FormName, RegExp][]) {
      await refuses(elsa, channel, name, words === notFound ? openedFor(formOf(all, name), 'boreal.example') : formOf(all, name), words)
    }
    for (const name of borealsForms) await refuses(story.person('dana'), '#approvals', name, openedFor(formOf(all, name), 'hikari.example'), notFound)
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
