import type { ViewResponseAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { FormField } from '../../../domain/form-problem.js'
import { Refused } from '../../../domain/refused.js'
import type { Refusal } from '../../../domain/refused.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { addAccount } from '../../../usecases/administration/add-account.js'
import type { AddedAccount } from '../../../usecases/administration/add-account.js'
import { changeAccount } from '../../../usecases/administration/change-account.js'
import { showManagedAccount } from '../../../usecases/administration/show-managed-account.js'
import type { Acting } from '../../handle.js'
import type { SubmitCall } from '../../listeners.js'
import { refusalText } from '../../refusals/refusal-words.js'
import { lookUpPerson } from '../../slack-people.js'
import { section } from '../../views/blocks.js'
import { escapeCut } from '../../views/escape.js'
import { formBlock } from '../../views/form-blocks.js'
import { manageAccountForm } from '../../views/portal/account-form.js'
import { confirmTwoLicences } from '../../views/portal/two-licences.js'
import { accountWords } from '../../views/portal/users-list.js'
import type { UsersShown } from '../../views/portal/users-list.js'
import { readingView } from '../../views/reading-views.js'
import { readForm } from '../read-form.js'
import { submitForm } from '../submit-form.js'
import { readAccountKept, readTwoLicences, readUsersUnder } from './kept.js'
import type { ChangedAccount, TypedAccount } from './kept.js'
import { redrawUnder, replaceView } from './redraw.js'
import { drawUsers } from './users.js'

/** *Add* of a new account; a second licence is asked about in front of the form (ACCOUNT-2). */
export function submitAddAccount(call: SubmitCall): Promise<void> {
  const { view } = call
  const { under } = readUsersUnder(view.private_metadata)
  const form = readForm(view)
  const email = form.text(formBlock('email'))
  const typed: TypedAccount = {
    email, name: form.text(formBlock('name')), personEmail: form.text(formBlock('personEmail')) || email, ...choicesOf(call),
  }
  return submitForm(call, {
    main: 'email',
    fieldOf: fieldOfRefusal,
    decide: (who) => add(call, who, typed, view.id, false),
    said: addedWords,
    ask: (refusal, reader) => askTwice(refusal, { formId: view.id, under, asked: { adds: true, ...typed } }, reader),
    followUp: (added, who) => redrawUnder(call, view, () => drawUsers(call, who, under, `✅ ${addedWords(added, who.reader)}`)),
  })
}

/** *Save* of an account's form. */
export function submitChangeAccount(call: SubmitCall): Promise<void> {
  const { view } = call
  const { accountId, version, under } = readAccountKept(view.private_metadata)
  const changed: ChangedAccount = { accountId, version, alertEmail: readForm(view).text(formBlock('alertEmail')) || null, ...choicesOf(call) }
  return submitForm<Saved>(call, {
    main: 'roles',
    fieldOf: fieldOfRefusal,
    decide: (who) => changeOrReload(call, who, changed, under),
    said: ({ words }) => words,
    done: ({ newer }) => (newer ? { response_action: 'update', view: newer } : undefined),
    ask: (refusal, reader) => askTwice(refusal, { formId: view.id, under, asked: { adds: false, ...changed } }, reader),
    followUp: ({ words, newer }, who) => redrawUnder(call, view, () => drawUsers(call, who, under, newer ? words : `✅ ${words}`)),
  })
}

/** `newer`: the form as the account is now, when somebody else changed it first (CASE-8). */
interface Saved {
  words: string
  newer: ModalView | null
}

/** Slack keeps what was typed, for the blocks stay the same; what the account has now is told above it. */
async function changeOrReload(call: SubmitCall, who: Acting, changed: ChangedAccount, under: UsersShown): Promise<Saved> {
  try {
    return { words: await change(call, who, changed, call.view.id, false), newer: null }
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== 'changed_meanwhile') throw error
    const words = `⚠️ ${refusalText(error.refusal, who.reader)}`
    const { account, form } = await showManagedAccount(call.edge.deps, who.actor, { accountId: changed.accountId })
    return { words, newer: manageAccountForm(account, form, under, who.reader, words) }
  }
}

/** *Add anyway*: the question closes, and the form underneath becomes what came of it. */
export function submitTwoLicences(call: SubmitCall): Promise<void> {
  const { formId, under, asked } = readTwoLicences(call.view.private_metadata)
  return submitForm<string>(call, {
    main: 'licence',
    decide: async (who) => (asked.adds ? addedWords(await add(call, who, asked, formId, true), who.reader) : change(call, who, asked, formId, true)),
    said: (words) => words,
    followUp: async (words, who) => {
      const title = wordsFor(who.reader)(asked.adds ? 'portal.add_account' : 'portal.manage_account')
      await replaceView(call, formId, readingView(title, [section(escapeCut(`✅ ${words}`, 2800))], who.reader))
      await redrawUnder(call, call.view, () => drawUsers(call, who, under, `✅ ${words}`))
    },
  })
}

/** One form adds one account, however often and from wherever it is submitted. */
function add({ edge }: SubmitCall, { actor }: Acting, typed: TypedAccount, formId: string, acceptTwoLicences: boolean): Promise<AddedAccount> {
  const { email, name, personEmail, roleIds, unitId, licence } = typed
  return addAccount(edge.deps, actor, {
    email, name, personEmail, roleIds, unitId, licence, acceptTwoLicences, deliveryKey: `view:${formId}`, lookUp: (address) => lookUpPerson(edge, address),
  })
}

async function change({ edge }: SubmitCall, { actor, reader }: Acting, changed: ChangedAccount, formId: string, acceptTwoLicences: boolean): Promise<string> {
  const { accountId, version, roleIds, unitId, licence, alertEmail } = changed
  const account = await changeAccount(edge.deps, actor, {
    accountId, version, roleIds, unitId, licence, alertEmail, acceptTwoLicences, deliveryKey: `view:${formId}`,
  })
  const say = wordsFor(reader)
  return say('portal.account_saved', { name: account.name, what: accountWords(account, say) })
}

function addedWords({ name, email, welcomed }: AddedAccount, reader: Reader): string {
  return wordsFor(reader)(welcomed ? 'portal.account_added_welcomed' : 'portal.account_added', { name, email })
}

function choicesOf({ view }: SubmitCall): { roleIds: string[]; unitId: string | null; licence: boolean } {
  const form = readForm(view)
  return {
    roleIds: form.chosen(formBlock('roles')),
    unitId: form.chosen(formBlock('unit'))[0] ?? null,
    licence: form.chosen(formBlock('licence')).length > 0,
  }
}

/** Null when it is no question of two licences, or the form holds more than a question can keep. */
function askTwice(refusal: Refusal, kept: { formId: string; under: UsersShown; asked: { adds: boolean } }, reader: Reader): ViewResponseAction | null {
  if (refusal.code !== 'two_licences') return null
  const view = confirmTwoLicences({ unit: refusal.unit, adds: kept.asked.adds }, kept, reader)
  return (view.private_metadata ?? '').length <= 3000 ? { response_action: 'push', view } : null
}

function fieldOfRefusal({ code }: Refusal): FormField | null {
  switch (code) {
    case 'no_licence_left':
    case 'licences_not_ordered':
    case 'two_licences':
      return 'licence'
    case 'role_not_found':
    case 'legacy_role':
    case 'last_super_admin':
      return 'roles'
    default:
      return null
  }
}
