/**
 * Everything that reaches the bot from Slack, as the people who may do it have it before them: each form of the route
 * tables filled in, and for each button a value that means something. Shown to others, it tells what they may not.
 */
import type { Place } from '../../src/sandbox/protocol.js'
import { accessVerbs } from '../../src/slack/commands/access/parse-access-command.js'
import { approvalsVerbs } from '../../src/slack/commands/approvals/parse-approvals-command.js'
import { caseVerbs } from '../../src/slack/commands/case/parse-case-command.js'
import { portalVerbs } from '../../src/slack/commands/portal/parse-portal-command.js'
import { actionIds, type callbackIds } from '../../src/slack/views/ids.js'
import { stopSharingValue } from '../../src/slack/views/verbs/share-form.js'
import { describesDelay, opensForm } from '../support/filing.js'
import type { PlayedPerson, ShownForm } from '../support/person.js'
import { tokens, type Story } from '../support/story.js'
import { fileForms, filePresses } from './file-forms.js'
import { deskForms } from './cases/desk-forms.js'
import { verbForms } from './verb-forms.js'

/** Every verb with the words it needs. */
export const everyCommand: Record<string, string[]> = {
  '/case': caseVerbs.map((verb) => ({ new: 'new acme.example', list: 'list', queue: 'queue', help: 'help' })[verb as string] ?? `${verb} 1001`),
  '/access': accessVerbs.map((verb) => (verb === 'help' ? verb : `${verb} initech.example`)),
  '/approvals': ['', ...approvalsVerbs],
  '/portal': ['', ...portalVerbs.map((verb) => (verb === 'switch' ? 'switch boreal.example' : verb))],
}

/** Buttons that open a form of what is done with a case. */
const openingForms = [
  actionIds.openReply, actionIds.openNotSolved, actionIds.openNote, actionIds.openSeverity, actionIds.openHandOver, actionIds.openShare,
  actionIds.openEscalate, actionIds.openClose, actionIds.openReopen, actionIds.openAttach, actionIds.openAnswer, actionIds.openPortalCopy,
  actionIds.openPortalNumber, actionIds.openRecordReply,
]

/** A form, or a list with buttons. */
export type FormName = keyof typeof callbackIds | 'users' | 'roles' | 'licences' | 'caseHistory'

export interface Everything {
  forms: Record<Exclude<FormName, 'fileCaseFromMessage' | 'administration' | 'reading'>, ShownForm>
  /** By action id: what a press brings, and the form it is pressed in; null: a message. */
  presses: Record<string, { value: Record<string, unknown>; in: FormName | null }>
}

export async function everything(story: Story): Promise<Everything> {
  const { person, bot: { store: { db } } } = story
  const noor = (status: 'ACTIVE' | 'SUSPENDED') => db.account.updateMany({ where: { email: 'noor@hikari.example' }, data: { status } })
  await noor('SUSPENDED')
  await person('camille').asks('#team-hikari', '/access request initech.example', 'was asked to agree to support')
  await noor('ACTIVE')
  const forms = { ...(await filing(person('camille'), story)), ...(await reading(person('camille'))), ...(await verbForms(person('camille'), story)), ...(await fileForms(person('camille'), story)), ...(await deskForms(story)), ...(await deciding(person('dana'))), ...(await administration(person('omar'), story)) }
  await story.bot.drain()

  const role = await db.role.create({ data: { id: 'role-night', organizationId: (await db.account.findFirstOrThrow({ where: { email: 'omar@hikari.example' } })).organizationId, name: 'Night shift', kind: 'CUSTOM' } })
  const draft = await db.draft.findFirstOrThrow({ where: { state: 'OPEN' } })
  const approval = await db.approval.findFirstOrThrow({ where: { kind: 'CONSENT' } })
  const account = await db.account.findFirstOrThrow({ where: { email: 'aiko@hikari.example' } })
  const customerId = (await db.customer.findFirstOrThrow({ where: { organization: { primaryDomain: 'initech.example' } } })).id
  const kase = await db.case.findFirstOrThrow({ where: { title: 'Vault export stops at 90 percent' } })

  const press = (value: string, place: FormName | null = null) => ({ value: { type: 'button', value }, in: place })
  const typed = (type: string, place: FormName = 'fileCase') => ({ value: { type, value: 'typed' }, in: place })
  const chosen = (value: string, place: FormName | null = 'fileCase') => ({ value: { type: 'static_select', selected_option: { text: { type: 'plain_text', text: value }, value } }, in: place })
  const presses: Everything['presses'] = {
    ...filePresses,
    [actionIds.viewCase]: press(String(kase.number)),
    [actionIds.caseHistory]: press(String(kase.number)),
    [actionIds.caseHistoryPage]: press(JSON.stringify({ number: kase.number }), 'caseHistory'),
    ...Object.fromEntries(openingForms.map((id) => [id, press(String(kase.number))])),
    [actionIds.takeCase]: press(String(kase.number)),
    [actionIds.deskTake]: press(String(kase.number)),
    [actionIds.queuePage]: press(JSON.stringify({ mine: false })),
    [actionIds.stopSharing]: press(stopSharingValue({ number: kase.number, email: 'it@wonka.example' }), 'shareCase'),
    [actionIds.openFiling]: press('new'),
    [actionIds.requestAccess]: press(String(customerId)),
    [actionIds.itWorksNow]: press(String(customerId)),
    [actionIds.fileFor]: press(String(customerId)),
    [actionIds.fileRelated]: press(String(kase.number)),
    [actionIds.changeAccess]: press(JSON.stringify({ customerId, change: 'grant' })),
    [actionIds.openRecordGrant]: press(String(customerId)),
    [actionIds.historyPage]: press(JSON.stringify({ customerId })),
    [actionIds.continueDraft]: press(draft.id),
    [actionIds.discardDraft]: press(draft.id),
    [actionIds.listPage]: press(JSON.stringify({ filters: {} })),
    [actionIds.listPrevious]: press(JSON.stringify({ filters: {} })),
    [actionIds.listFirst]: press(JSON.stringify({ filters: {} })),
    [actionIds.listAll]: press(JSON.stringify({ filters: {} })),
    [actionIds.openFilters]: press(JSON.stringify({ filters: {} })),
    [actionIds.homeNext]: press(JSON.stringify({ filters: {} })),
    [actionIds.homePrevious]: press(JSON.stringify({ filters: {} })),
    [actionIds.homeFirst]: press(JSON.stringify({ filters: {} })),
    [actionIds.homeAll]: press(JSON.stringify({ filters: {} })),
    [actionIds.homeMine]: press(JSON.stringify({ filters: {} })),
    [actionIds.homeAllCustomers]: press(JSON.stringify({ filters: {} })),
    [actionIds.homeNew]: press(JSON.stringify({ filters: {} })),
    [actionIds.homeInProgress]: press(JSON.stringify({ filters: {} })),
    [actionIds.homeActionRequired]: press(JSON.stringify({ filters: {} })),
    [actionIds.homeSolutionProvided]: press(JSON.stringify({ filters: {} })),
    [actionIds.clearFilters]: press('clear', 'filterCases'),
    [actionIds.filterCustomer]: chosen(String(customerId), null),
    [actionIds.approve]: press(approval.id),
    [actionIds.decline]: press(approval.id),
    [actionIds.review]: press(approval.id),
    [actionIds.withdrawApproval]: press(approval.id, 'decideApproval'),
    [actionIds.handOnApproval]: press(approval.id, 'decideApproval'),
    [actionIds.approvalsPage]: press(JSON.stringify({ list: 'all' })),
    [actionIds.switchAccount]: chosen('boreal.example', null),
    [actionIds.openUsers]: press('users'),
    [actionIds.openRoles]: press('roles'),
    [actionIds.openLicences]: press('licences'),
    [actionIds.openAlerts]: press('alerts'),
    [actionIds.openPolicy]: press('policy'),
    [actionIds.openImport]: press('import'),
    [actionIds.openTargets]: press('targets'),
    [actionIds.usersPage]: press('{}', 'users'),
    [actionIds.rolesPage]: press('0', 'roles'),
    [actionIds.openAddAccount]: press('add', 'users'),
    [actionIds.openAccount]: press(account.id, 'users'),
    [actionIds.setAccountStatus]: press('SUSPENDED', 'changeAccount'),
    [actionIds.openSaveRole]: press('new', 'roles'),
    [actionIds.removeRole]: press(role.id, 'saveRole'),
    [actionIds.orderLicences]: press('order', 'licences'),
    [actionIds.openRequestLicences]: press('more', 'licences'),
    [actionIds.customer]: chosen(String(customerId)),
    [actionIds.productType]: chosen('google-workspace'),
    [actionIds.category]: chosen('gmail-delivery-delayed'),
    [actionIds.title]: typed('plain_text_input'),
    [actionIds.answer]: typed('plain_text_input'),
    [actionIds.shareWith]: typed('plain_text_input'),
    [actionIds.message]: typed('plain_text_input', 'replyToDesk'),
    [actionIds.reason]: typed('plain_text_input', 'closeCase'),
    [actionIds.justification]: typed('plain_text_input', 'escalateCase'),
    [actionIds.shareAddresses]: typed('plain_text_input', 'shareCase'),
    [actionIds.keptFiles]: { value: { type: 'checkboxes', selected_options: [] }, in: 'fileCase' },
    [actionIds.tellAuthor]: { value: { type: 'checkboxes', selected_options: [] }, in: 'fileCase' },
    [actionIds.attachments]: { value: { type: 'file_input', files: [] }, in: 'fileCase' },
    [actionIds.severity]: chosen('P2'),
    [actionIds.language]: chosen('en'),
    [actionIds.timeZone]: chosen('Europe/Paris'),
  }
  return { forms, presses }
}

async function filing(camille: PlayedPerson, { bot }: Story) {
  await opensForm(camille, 'acme.example')
  await describesDelay(camille, { what: 'Ask jane.doe@acme.example about it.' })
  const fileCase = camille.form()
  await camille.submits()
  await camille.seesModal('Personal data found')
  await camille.fills('Reason', 'They asked for it')
  const confirmPersonalData = camille.form()
  await camille.closes()
  await bot.drain()
  return { fileCase, confirmPersonalData }
}

async function reading(camille: PlayedPerson) {
  await camille.presses('View case', await camille.asks('#team-hikari', '/case list Vault export', 'Vault export stops at 90 percent'))
  await camille.seesModal('"text":"Full history"')
  await camille.presses('Full history')
  await camille.seesModal('"text":"History of #')
  const caseHistory = camille.form()
  await camille.closes()
  await camille.presses('Filters', await camille.asks('#team-hikari', '/case list Vault export stops', 'Vault export stops at 90 percent'))
  await camille.seesModal('"text":"Words"')
  const filterCases = camille.form()
  await camille.closes()
  return { caseHistory, filterCases }
}

async function deciding(dana: PlayedPerson) {
  await dana.presses('Approve', await dana.sees('asks Hikari Cloud to agree to support'))
  await dana.seesModal('"text":"Hand on"')
  const decideApproval = dana.form()
  await dana.presses('Hand on')
  await dana.seesModal('"text":"Hand on to"')
  await dana.chooses('Hand on to', 'Noor Aziz')
  const handOnApproval = dana.form()
  await dana.closes()
  await dana.types('#approvals', '/access grant umbrella.example')
  await dana.seesModal('"text":"Evidence"')
  await dana.chooses('Subscription', 'Google Vault')
  await dana.fills('Evidence', 'A letter')
  const recordGrant = dana.form()
  await dana.closes()
  return { decideApproval, handOnApproval, recordGrant }
}

async function administration(omar: PlayedPerson, { workspace }: Story) {
  const opens = async (verb: string, words: string): Promise<ShownForm> => {
    await omar.closes()
    await omar.types('#approvals', `/portal ${verb}`)
    await omar.seesModal(words)
    return omar.form()
  }
  const users = await opens('users', 'Aiko Tanaka')
  await omar.presses('Manage')
  await omar.seesModal('"text":"Alert address"')
  const changeAccount = omar.form()
  await opens('users', 'Aiko Tanaka')
  await omar.presses('Add account')
  await omar.seesModal('"text":"Slack email"')
  await omar.fills('Email', 'nils@hikari.example')
  await omar.fills('Name', 'Nils')
  await omar.chooses('Unit', '/Sales')
  await omar.ticks('Licence', 'Free Cloud Identity licence')
  const addAccount = omar.form()
  await omar.submits()
  await omar.seesModal('Two licences?')
  const confirmTwoLicences = omar.form()
  const roles = await opens('roles', 'Reseller Admin')
  await omar.presses('Make a role')
  await omar.seesModal('"text":"Role name"')
  await omar.fills('Role name', 'Late shift')
  const saveRole = omar.form()
  const licences = await opens('licences', 'Free Cloud Identity licences of hikari.example')
  await omar.presses('Request more')
  await omar.seesModal('"text":"How many more"')
  await omar.fills('How many more', '5')
  await omar.fills('Reason', 'New team')
  const requestLicences = omar.form()
  await opens('alerts', '"text":"Alert address"')
  await omar.fills('Alert address', 'nights@hikari.example')
  const alertAddress = omar.form()
  const policy = await opens('policy', 'Reminder after hours')
  const responseTargets = await opens('targets', 'Premium P1')
  await opens('import', '"text":"File"')
  await omar.attaches('File', omar.upload('directory.json', 'application/json', '{"records":[]}'))
  const importDirectory = omar.form()
  await omar.closes()
  await workspace.settled()
  return { users, changeAccount, addAccount, confirmTwoLicences, roles, saveRole, licences, requestLicences, alertAddress, policy, responseTargets, importDirectory }
}

/** Opens a form before somebody, as if it stood there since they might. */
export async function shows({ workspace }: Story, person: PlayedPerson, { view }: ShownForm, channel: string): Promise<Place & { viewId: string }> {
  await person.closes()
  await person.asks(channel, '/case help', 'support cases')
  const sent = workspace.traffic().findLast((line) => line.kind === 'command' && (line.request as { user_id: string }).user_id === person.id)!
  const { type, callback_id, private_metadata, title, submit, close, blocks, notify_on_close } = view as unknown as Record<string, unknown>
  const answer = await fetch(`${workspace.apiUrl}views.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.bot}`, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ trigger_id: (sent.request as { trigger_id: string }).trigger_id, view: { type, callback_id, private_metadata, title, submit: submit ?? undefined, close, blocks, notify_on_close } }),
  })
  const opened = await answer.json() as { ok: boolean; error?: string; view: { id: string } }
  if (!opened.ok) throw new Error(`the form was not opened: ${opened.error}`)
  return { viewId: opened.view.id }
}

export function formOf({ forms }: Everything, name: FormName): ShownForm {
  const form = (forms as Partial<Record<FormName, ShownForm>>)[name]
  if (!form) throw new Error(`no story opens ${name}`)
  return form
}

/** A message of the person's own, for a button that stands in none. */
export async function messagePlace(person: PlayedPerson, channel: string): Promise<Place> {
  await person.closes()
  const { channel: id, ts } = await person.asks(channel, '/case help', 'support cases')
  return { channel: id, ts }
}

/** Everything before somebody: each message, view and Home as it is now. */
function piecesOf({ workspace }: Story, person: PlayedPerson): Set<string> {
  const { messages, modals, home } = workspace.stateOf(person.id)
  return new Set([...messages, ...modals, ...(home ? [home] : [])].map((each) => JSON.stringify(each)))
}

/** Everything new before the person after the work, once it says the words; `what` names it where it does not. */
export async function saidAfter(story: Story, person: PlayedPerson, words: RegExp, what: string, work: () => Promise<unknown>): Promise<string> {
  const before = piecesOf(story, person)
  const answered = JSON.stringify((await work()) ?? '')
  const fresh = (): string => [answered, ...[...piecesOf(story, person)].filter((piece) => !before.has(piece))].join('\n')
  const said = (): string | false => words.test(fresh()) && fresh()
  return story.workspace.until(said, what, 15_000).catch(() => {
    throw new Error(`${what} was answered: ${fresh().slice(0, 1500)}`)
  })
}
