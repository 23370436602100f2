import type { AccessRefusal } from '../../domain/access/access-refusal.js'
import { accessNext, accessWords } from '../views/access/access-words.js'
import { clockDate } from '../views/dates.js'
import type { RefusalWords, Wording } from './words-for-refusal.js'

export function accessRefusalWords(refusal: AccessRefusal, { say, reader, list }: Wording): RefusalWords {
  switch (refusal.code) {
    case 'access_missing':
      return {
        rule: say('refusals.access_missing', { customer: refusal.customer, reason: accessWords(refusal.block, reader) }),
        next: accessNext(refusal.block, reader),
      }
    case 'access_open':
      return { rule: say('refusals.access_open', { customer: refusal.customer }), next: say('refusals.access_open_next') }
    case 'consent_first':
      return {
        rule: say('refusals.consent_first', { customer: refusal.customer, reason: accessWords(refusal.block, reader) }),
        next: accessNext(refusal.block, reader),
      }
    case 'already_requested':
      return {
        rule: say('refusals.already_requested', { at: clockDate(refusal.at, reader), admins: list(refusal.admins) }),
        next: say('refusals.already_requested_next'),
      }
    case 'nobody_to_ask':
      return { rule: say('refusals.nobody_to_ask', { customer: refusal.customer }), next: say('refusals.nobody_to_ask_next') }
    default:
      return { rule: refusal.code, next: '' }
  }
}
