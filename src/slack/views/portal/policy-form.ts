import type { ConversationsSelect, InputBlock, ModalView, NumberInput, RadioButtons } from '@slack/types'
import type { PolicyValue } from '../../../domain/accounts/policy.js'
import type { FormField } from '../../../domain/form-problem.js'
import { desks } from '../../../domain/words.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { option, plain, section } from '../blocks.js'
import { escapeLine } from '../escape.js'
import { input } from '../filing/input-block.js'
import { actionIds, callbackIds } from '../ids.js'
import { limits } from '../limits.js'
import { formView } from './admin-view.js'
import { checkboxes, formInput } from './form-input.js'

/** The blocks of the two questions that have no field of their own to be wrong at. */
export const policyBlocks = { approvalRules: 'policy.approval_rules', desk: 'policy.desk' } as const

/** The bounds that number inputs tell of; the use-case decides by its own. */
const hours = { remindAfterHours: [1, 168], expireAfterHours: [2, 720], reopenWindowDays: [1, 365] } as const

/** What a reseller domain decides for itself. */
export function policyForm(policy: PolicyValue, reader: Reader): ModalView {
  const say = wordsFor(reader)
  const rules = [
    option('p1', say('portal.p1_needs_approval'), say('portal.p1_needs_approval_does')),
    option('escalation', say('portal.escalation_needs_approval'), say('portal.escalation_needs_approval_does')),
  ]
  const ticked = [...(policy.p1NeedsApproval ? ['p1'] : []), ...(policy.escalationNeedsApproval ? ['escalation'] : [])]
  return formView({
    callbackId: callbackIds.policy,
    title: 'portal.policy',
    submit: 'portal.save',
    kept: { policy },
    blocks: [
      section(say('portal.policy_text', { domain: escapeLine(policy.domain, 255) })),
      input({ blockId: policyBlocks.approvalRules, label: say('portal.approval_rules'), element: checkboxes(actionIds.approvalRules, rules, ticked), optional: true }),
      input({ blockId: policyBlocks.desk, label: say('portal.desk'), element: deskRadio(policy, say) }),
      channel('updatesChannel', actionIds.updatesChannel, policy.updatesChannel, say),
      channel('approvalChannel', actionIds.approvalChannel, policy.approvalChannel, say),
      formInput('remindAfterHours', number(actionIds.remindAfterHours, policy.remindAfterHours, hours.remindAfterHours), say),
      formInput('expireAfterHours', number(actionIds.expireAfterHours, policy.expireAfterHours, hours.expireAfterHours), say),
      formInput('reopenWindowDays', number(actionIds.reopenWindowDays, policy.reopenWindowDays, hours.reopenWindowDays), say, { hint: say('portal.reopen_hint') }),
    ],
  }, reader)
}

function deskRadio({ desk }: PolicyValue, say: Say): RadioButtons {
  const options = desks.map((each) => option(each, say(`portal.desk_${each}`), say(`portal.desk_${each}_does`)))
  const initial = options.find(({ value }) => value === desk)
  return { type: 'radio_buttons', action_id: actionIds.desk, options, ...(initial ? { initial_option: initial } : {}) }
}

/** Whether Slack's select can show it: a name is one until the first post there tells the id. */
export const isChannelId = (value: string): boolean => /^[CG][A-Z0-9]{2,}$/.test(value)

function channel(field: Extract<FormField, 'updatesChannel' | 'approvalChannel'>, actionId: string, value: string | null, say: Say): InputBlock {
  const named = value !== null && !isChannelId(value)
  const element: ConversationsSelect = {
    type: 'conversations_select',
    action_id: actionId,
    filter: { include: ['public', 'private'] },
    placeholder: plain(say('portal.channel_placeholder'), limits.placeholder),
    ...(value !== null && !named ? { initial_conversation: value } : {}),
  }
  const hint = [say(field === 'updatesChannel' ? 'portal.updates_channel_hint' : 'portal.approval_channel_hint'), say('portal.channel_hint')]
  return formInput(field, element, say, { optional: true, hint: [...(named ? [say('portal.channel_named', { name: value })] : []), ...hint].join(' ') })
}

function number(actionId: string, value: number, [min, max]: readonly [number, number]): NumberInput {
  const shown = value >= min && value <= max
  return {
    type: 'number_input', action_id: actionId, is_decimal_allowed: false, min_value: String(min), max_value: String(max),
    ...(shown ? { initial_value: String(value) } : {}),
  }
}
