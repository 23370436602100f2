import type { AccessRefusal } from '../../domain/access/access-refusal.js'
import type { RefusalOf } from '../../domain/refused.js'
import { accessNext, accessWords } from '../views/access/access-words.js'
import { cut } from '../views/cut.js'
import { clockDate } from '../views/dates.js'
import type { RefusalWords, Wording } from './words-for-refusal.js'

export function accessRefusalWords(refusal: AccessRefusal, wording: Wording): RefusalWords {
  const { say, reader, list } = wording
  switch (refusal.code) {
    case 'access_missing':
      return {
        rule: say('refusals.access_missing', { customer: refusal.customer, reason: accessWords(refusal.block, reader) }),
        next: accessNext(refusal.block, reader),
      }
    case 'access_open':
      return { rule: say('refusals.access_open', { customer: refusal.customer }), next: say('access.refused_open_next') }
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
      return { rule: say('refusals.nobody_to_ask', { customer: refusal.customer }), next: say('access.refused_nobody_next') }
    case 'customer_ambiguous':
      return ambiguousWords(refusal, wording)
    case 'subscription_not_found':
    case 'subscription_ambiguous':
      return subscriptionWords(refusal, wording)
    case 'no_grant_needed':
      return {
        rule: say('access.refused_no_grant_needed', { sku: refusal.skuName, customer: refusal.customer }),
        next: say('access.refused_no_grant_needed_next'),
      }
    case 'not_customer_admin': {
      const { readerKind, admins, customer } = refusal
      return {
        rule: say('access.refused_not_admin', { customer }),
        next: admins.length > 0 ? say(`access.refused_not_admin_next_${readerKind}`, { admins: list(admins) }) : say(`access.refused_not_admin_next_${readerKind}_none`),
      }
    }
    case 'already_granted':
      return grantedWords(refusal, wording)
    case 'nothing_to_revoke': {
      const { subject, customer } = refusal
      return {
        rule: subject.what === 'switch' ? say('access.refused_revoke_switch', { customer }) : say('access.refused_revoke_subscription', { customer, sku: subject.skuName }),
        next: say('access.refused_revoke_next'),
      }
    }
    case 'nothing_pending':
      return { rule: say('access.refused_nothing_pending', { customer: refusal.customer }), next: say('access.refused_nothing_pending_next') }
    case 'confirm_own_record':
      return { rule: say('access.refused_own_record', { customer: refusal.customer }), next: say('access.refused_own_record_next') }
  }
}

function ambiguousWords({ words, some, more }: RefusalOf<'customer_ambiguous'>, { say, listAll }: Wording): RefusalWords {
  const named = listAll(some.map(({ name, domain }) => `${name} (${domain})`))
  return {
    rule: say(more ? 'access.refused_ambiguous_more' : 'access.refused_ambiguous', { words, some: named }),
    next: say('access.refused_ambiguous_next', { domain: some[0]?.domain ?? 'globex.example' }),
  }
}

const mostHeld = 10

function subscriptionWords({ code, customer, words, held }: RefusalOf<'subscription_not_found' | 'subscription_ambiguous'>, { say, listAll }: Wording): RefusalWords {
  const named = listAll(held.slice(0, mostHeld).map((name) => cut(name, 100)))
  const [first] = held
  return {
    rule: say(code === 'subscription_not_found' ? 'access.refused_subscription' : 'access.refused_subscription_ambiguous', { customer, words }),
    next: first === undefined ? say('access.refused_subscription_none') : say('access.refused_subscription_next', { held: named, first }),
  }
}

function grantedWords({ customer, subject, pendingUntil }: RefusalOf<'already_granted'>, { say, reader }: Wording): RefusalWords {
  const kind = subject.what === 'switch' ? 'switch' : 'subscription'
  const told = { customer, sku: subject.what === 'switch' ? '' : subject.skuName, at: pendingUntil ? clockDate(pendingUntil, reader) : '' }
  return pendingUntil
    ? { rule: say(`access.refused_granted_${kind}_pending`, told), next: say('access.refused_granted_pending_next') }
    : { rule: say(`access.refused_granted_${kind}`, told), next: say('access.refused_granted_next') }
}
