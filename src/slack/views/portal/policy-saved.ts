import type { ModalView } from '@slack/types'
import type { PolicyValue } from '../../../domain/accounts/policy.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { section } from '../blocks.js'
import { escapeLine } from '../escape.js'
import { readingView } from '../reading-views.js'
import { isChannelId } from './policy-form.js'

/** What a submitted policy changed, line by line. */
export function policySaved(before: PolicyValue, after: PolicyValue, reader: Reader): ModalView {
  const say = wordsFor(reader)
  const changed = policyChanges(before, after, say)
  const text = changed.length === 0
    ? say('portal.policy_unchanged')
    : `✅ ${say('portal.policy_saved', { domain: escapeLine(after.domain, 255) })}\n${changed.join('\n')}`
  return readingView(say('portal.policy'), [section(text)], reader)
}

/** What is another in `after`, each as a line of mrkdwn. */
export function policyChanges(before: PolicyValue, after: PolicyValue, say: Say): string[] {
  const was = lines(before, say)
  return lines(after, say).filter((line, at) => line !== was[at]).map((line) => `• ${line}`)
}

/** One line for each part, always in the same order. */
function lines(policy: PolicyValue, say: Say): string[] {
  const told = (label: string, value: string): string => `${label}: *${value}*`
  const yesOrNo = (yes: boolean): string => say(yes ? 'portal.yes' : 'portal.no')
  return [
    told(say('portal.p1_needs_approval'), yesOrNo(policy.p1NeedsApproval)),
    told(say('portal.escalation_needs_approval'), yesOrNo(policy.escalationNeedsApproval)),
    told(say('portal.desk'), say(`portal.desk_${policy.desk}`)),
    told(say('portal.label_updates_channel'), channelWords(policy.updatesChannel, say)),
    told(say('portal.label_approval_channel'), channelWords(policy.approvalChannel, say)),
    told(say('portal.label_remind_after_hours'), String(policy.remindAfterHours)),
    told(say('portal.label_expire_after_hours'), String(policy.expireAfterHours)),
    told(say('portal.label_reopen_window_days'), String(policy.reopenWindowDays)),
  ]
}

function channelWords(channel: string | null, say: Say): string {
  if (channel === null) return say('portal.none')
  return isChannelId(channel) ? `<#${channel}>` : escapeLine(channel, 200)
}
