import type { PolicyValue } from '../../../domain/accounts/policy.js'
import { desks } from '../../../domain/words.js'
import { wordsFor } from '../../../locales/words.js'
import { savePolicy } from '../../../usecases/administration/save-policy.js'
import { showPolicy } from '../../../usecases/administration/show-policy.js'
import { acting } from '../../handle.js'
import type { Call } from '../../handle.js'
import type { SubmitCall } from '../../listeners.js'
import { openLight } from '../../open-view.js'
import type { Trigger } from '../../open-view.js'
import { formBlock } from '../../views/form-blocks.js'
import { isChannelId, policyBlocks, policyForm } from '../../views/portal/policy-form.js'
import { policyChanges, policySaved } from '../../views/portal/policy-saved.js'
import { readForm } from '../read-form.js'
import type { ReadForm } from '../read-form.js'
import { submitForm } from '../submit-form.js'
import { readPolicyKept } from './kept.js'
import { overtakenForm } from './overtaken-form.js'

/** `/portal policy` and *Policy*. */
export function openPolicy(call: Call, trigger: Trigger): Promise<void> {
  return openLight(call, trigger, 'portal.policy', async () => {
    const { actor, reader } = await acting(call)
    return policyForm(await showPolicy(call.edge.deps, actor), reader)
  })
}

export function submitPolicy(call: SubmitCall): Promise<void> {
  const { view } = call
  const { policy: before } = readPolicyKept(view.private_metadata)
  const policy = typedPolicy(readForm(view), before)
  return submitForm(call, {
    main: 'updatesChannel',
    decide: ({ actor }) => savePolicy(call.edge.deps, actor, { before, policy, deliveryKey: `view:${view.id}` }),
    said: ({ domain }, reader) => wordsFor(reader)('portal.policy_saved', { domain }),
    done: (saved, reader) => ({ response_action: 'update', view: policySaved(before, saved, reader) }),
    again: async (refusal, { actor, reader }) => {
      if (refusal.code !== 'changed_meanwhile') return null
      const now = await showPolicy(call.edge.deps, actor)
      return overtakenForm(view, refusal, { kept: { policy: now }, changes: policyChanges(before, now, wordsFor(reader)) }, reader)
    },
  })
}

/** What stands in the form. A channel that is known by its name alone could not be shown, and stays until another is chosen. */
function typedPolicy(form: ReadForm, before: PolicyValue): PolicyValue {
  const rules = form.chosen(policyBlocks.approvalRules)
  const channel = (field: 'updatesChannel' | 'approvalChannel'): string | null => {
    const named = before[field] !== null && !isChannelId(before[field]) ? before[field] : null
    return form.chosen(formBlock(field))[0] ?? named
  }
  return {
    domain: before.domain,
    desk: desks.find((desk) => form.chosen(policyBlocks.desk).includes(desk)) ?? before.desk,
    updatesChannel: channel('updatesChannel'),
    approvalChannel: channel('approvalChannel'),
    p1NeedsApproval: rules.includes('p1'),
    escalationNeedsApproval: rules.includes('escalation'),
    remindAfterHours: whole(form.text(formBlock('remindAfterHours'))),
    expireAfterHours: whole(form.text(formBlock('expireAfterHours'))),
    reopenWindowDays: whole(form.text(formBlock('reopenWindowDays'))),
  }
}

/** NaN when it is none: the use-case says what is. */
const whole = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN)
