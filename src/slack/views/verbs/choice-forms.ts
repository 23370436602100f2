/** The forms with something to choose: a severity, an owner, why to escalate. */
import type { InputBlock, PlainTextOption } from '@slack/types'
import { escalationReasons, severities } from '../../../domain/words.js'
import { wordsFor } from '../../../locales/words.js'
import { context, option, plain, section } from '../blocks.js'
import { severityWords } from '../cases/case-words.js'
import { actionIds, callbackIds } from '../ids.js'
import { limits } from '../limits.js'
import { formInput } from '../portal/form-input.js'
import { verbFormView, verbNotice, verbText } from './verb-form-view.js'
import type { DrawVerb } from './verb-look.js'

export const severityForm: DrawVerb = (form, look) => {
  const say = wordsFor(look.reader)
  const options = severities.map((severity) => option(severity, severityWords(severity, say)))
  return verbFormView(form, look, {
    title: 'cases.do_severity',
    callbackId: callbackIds.changeSeverity,
    blocks: [
      section(say('verbs.severity_now', { severity: severityWords(form.severity, say) })),
      formInput('severity', selectOf(actionIds.severity, options, look.before('severity'), say('verbs.severity_placeholder')), say),
      verbText('reason', actionIds.reason, look, say('verbs.severity_reason_hint')),
    ],
  })
}

/** All colleagues in a list as long as Slack takes; more of them are searched. */
export const handOverForm: DrawVerb = (form, look) => {
  const say = wordsFor(look.reader)
  const { colleagues } = form
  if (colleagues.length === 0) return verbNotice(form, look, 'cases.do_handOver', say('verbs.nobody_to_hand_to'))
  const chosen = colleagues.find(({ accountId }) => accountId === look.before('owner'))
  const element: InputBlock['element'] = colleagues.length > limits.options
    ? {
      type: 'external_select', action_id: actionIds.owner, min_query_length: 0, placeholder: plain(say('verbs.owner_search'), limits.placeholder),
      ...(chosen && { initial_option: colleagueOption(chosen) }),
    }
    : selectOf(actionIds.owner, colleagues.map(colleagueOption), chosen?.accountId, say('verbs.owner_placeholder'))
  return verbFormView(form, look, {
    title: 'cases.do_handOver',
    callbackId: callbackIds.handOverCase,
    blocks: [formInput('owner', element, say), context(say('verbs.owner_now'))],
  })
}

export const colleagueOption = ({ accountId, name }: { accountId: string; name: string }): PlainTextOption => option(accountId, name)

/** Says beforehand when a manager must approve (CASE-5). */
export const escalateForm: DrawVerb = (form, look) => {
  const say = wordsFor(look.reader)
  const options = escalationReasons.map((reason) => option(reason, say(`cases.escalation_${reason}`)))
  return verbFormView(form, look, {
    title: 'cases.do_escalate',
    callbackId: callbackIds.escalateCase,
    blocks: [
      section(say('verbs.escalate_intro')),
      ...(form.needsApproval ? [section(say('verbs.escalate_approval'))] : []),
      formInput('escalationReason', selectOf(actionIds.escalationReason, options, look.before('escalationReason'), say('verbs.escalate_placeholder')), say),
      verbText('justification', actionIds.justification, look, say('verbs.justification_hint')),
    ],
  })
}

function selectOf(actionId: string, options: PlainTextOption[], chosen: string | undefined, placeholder: string): InputBlock['element'] {
  const initial = options.find(({ value }) => value === chosen)
  return { type: 'static_select', action_id: actionId, options, placeholder: plain(placeholder, limits.placeholder), ...(initial && { initial_option: initial }) }
}
