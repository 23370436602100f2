import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import { maxPersonName } from '../../../domain/accounts/account-problems.js'
import type { LicenceState } from '../../../domain/accounts/licence-state.js'
import type { AccountForm, ManagedAccount, UnitValue } from '../../../domain/accounts/managed-account.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { button, context, option, plain, section } from '../blocks.js'
import { cutStart } from '../cut.js'
import { escapeLine } from '../escape.js'
import { textInput } from '../filing/input-block.js'
import { actionIds, callbackIds } from '../ids.js'
import { limits } from '../limits.js'
import { formView, saidAbove } from './admin-view.js'
import { checkboxes, formInput, severalOf } from './form-input.js'
import { privilegeNames } from './privilege-words.js'
import { accountLine, lackWords, notSeenLine } from './users-list.js'
import type { UsersShown } from './users-list.js'

/** *Add account*. `under`: the page of the list that stands underneath. */
export function addAccountForm(form: AccountForm, under: UsersShown, reader: Reader): ModalView {
  const say = wordsFor(reader)
  return formView({
    callbackId: callbackIds.addAccount,
    title: 'portal.add_account',
    submit: 'portal.add',
    kept: { under },
    blocks: [
      formInput('email', textInput({ actionId: actionIds.email, maxLength: 254 }), say, { hint: say('portal.email_hint', { domains: form.domains.slice(0, 20).join(', ') }) }),
      formInput('name', textInput({ actionId: actionIds.name, maxLength: maxPersonName }), say),
      formInput('personEmail', textInput({ actionId: actionIds.personEmail, maxLength: 254 }), say, { optional: true, hint: say('portal.person_email_hint') }),
      ...choices(form, null, say, reader),
    ],
  }, reader)
}

/** One account: what it has, and what may be changed of it. */
export function manageAccountForm(account: ManagedAccount, form: AccountForm, under: UsersShown, reader: Reader, said?: string): ModalView {
  const say = wordsFor(reader)
  const blocks: KnownBlock[] = [
    ...saidAbove(said),
    section([
      `*${escapeLine(account.name, 200)}* · ${escapeLine(account.email, 320)}`,
      say('portal.slack_email_is', { email: escapeLine(account.personEmail, 320) }),
      accountLine(account, say),
      ...notSeenLine(account, say),
    ].join('\n')),
    ...(account.lacks.length > 0 ? [context(`⚠️ ${lackWords(account.lacks, say, reader)}`, say('portal.lacking_reference'))] : []),
    ...choices(form, account, say, reader),
    formInput('alertEmail', textInput({ actionId: actionIds.alertEmail, maxLength: 254, value: account.alertEmail ?? undefined }), say, {
      optional: true, hint: say('portal.alert_email_hint', { email: account.email }),
    }),
    ...(account.isSelf ? [] : [statusButton(account, say)]),
  ]
  return formView({
    callbackId: callbackIds.changeAccount,
    title: 'portal.manage_account',
    submit: 'portal.save',
    kept: { accountId: account.id, version: account.version, under },
    blocks,
  }, reader)
}

function statusButton(account: ManagedAccount, say: Say): KnownBlock {
  const suspends = account.status === 'ACTIVE'
  const to = suspends ? 'SUSPENDED' : 'ACTIVE'
  const text = say(suspends ? 'portal.suspend' : 'portal.reactivate')
  return {
    type: 'actions',
    elements: [button({
      text,
      actionId: actionIds.setAccountStatus,
      value: to,
      ...(suspends ? { style: 'danger' as const } : {}),
      confirm: {
        title: plain(text, limits.confirmTitle),
        text: plain(say(suspends ? 'portal.suspend_text' : 'portal.reactivate_text', { name: account.name.slice(0, 100) }), limits.confirmText),
        confirm: plain(text, limits.confirmButton),
        deny: plain(say('portal.cancel'), limits.confirmButton),
        ...(suspends ? { style: 'danger' as const } : {}),
      },
    })],
  }
}

/** Roles, unit and licence, as the account has them already. */
function choices(form: AccountForm, account: ManagedAccount | null, say: Say, reader: Reader): InputBlock[] {
  return [rolesInput(form, account, say, reader), ...unitInput(form.units, account, say), ...licenceInput(form.licences, account, say)]
}

function rolesInput(form: AccountForm, account: ManagedAccount | null, say: Say, reader: Reader): InputBlock {
  const held = account?.roles ?? []
  // What it has comes first, so that a long list never cuts it off.
  const first = held.map((role) => option(role.id, role.name, privilegeNames(form.roles.find(({ id }) => id === role.id)?.privileges ?? [], reader.locale, say)))
  const further = form.roles.filter(({ id }) => held.every((role) => role.id !== id))
  const options = [...first, ...further.map((role) => option(role.id, role.name, privilegeNames(role.privileges, reader.locale, say)))]
  const element = severalOf(actionIds.roles, options, held.map(({ id }) => id), say('portal.roles_placeholder'))
  return formInput('roles', element, say, { optional: true, hint: say('portal.roles_hint') })
}

/** None where the organization has no units. */
function unitInput(units: readonly UnitValue[], account: ManagedAccount | null, say: Say): InputBlock[] {
  const own = account?.unit ?? null
  const all = [...(own ? [own] : []), ...units.filter(({ id }) => id !== own?.id)].slice(0, limits.options)
  if (all.length === 0) return []
  const options = all.map((unit) => option(unit.id, cutStart(unit.path, limits.optionText), unit.automaticLicensing ? say('portal.automatic_licensing_on') : undefined))
  const initial = own ? options[0] : undefined
  return [formInput('unit', {
    type: 'static_select', action_id: actionIds.unit, options, placeholder: plain(say('portal.unit_placeholder'), limits.placeholder),
    ...(initial ? { initial_option: initial } : {}),
  }, say, { optional: true, ...(units.length > limits.options ? { hint: say('portal.unit_hint', { max: limits.options }) } : {}) })]
}

/** None where the organization is no reseller. */
function licenceInput(licences: LicenceState | null, account: ManagedAccount | null, say: Say): InputBlock[] {
  if (!licences) return []
  const left = licences.ordered ? say('portal.licences_left', { left: licences.left, total: licences.total }) : say('portal.licences_not_ordered_brief')
  const box = option('licence', say('portal.licence_box'), left)
  return [formInput('licence', checkboxes(actionIds.licence, [box], account?.licence ? ['licence'] : []), say, { optional: true })]
}
