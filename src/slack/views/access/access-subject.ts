import type { AccessSubject } from '../../../domain/access/access-refusal.js'
import type { AccessChange } from '../../../domain/words.js'
import type { Say } from '../../../locales/words.js'
import { escapeLine } from '../escape.js'
import { oneLine } from './names.js'

/** What a change of access is about, as a part of a sentence; plain. */
export function subjectWords(subject: AccessSubject, say: Say): string {
  return subject.what === 'switch' ? say('access.subject_switch') : say('access.subject_subscription', { sku: oneLine(subject.skuName, 200) })
}

/** What happened, for a row of the history; escaped for mrkdwn. */
export function changeWords(change: AccessChange, subject: AccessSubject, say: Say): string {
  if (change === 'GRANT_CONFIRMED' && subject.what === 'switch') return say('access.change_GRANT_CONFIRMED_switch')
  return say(`access.change_${change}`, { sku: subject.what === 'switch' ? '' : escapeLine(subject.skuName, 200) })
}
