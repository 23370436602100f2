import type { Refusal } from '../../domain/refused.js'
import type { Reader } from '../../locales/words.js'
import type { QuestionLabels } from '../views/field-label.js'
import { accessRefusalWords } from './access-refusals.js'
import { accountRefusalWords } from './account-refusals.js'
import { approvalRefusalWords } from './approval-refusals.js'
import { caseRefusalWords } from './case-refusals.js'
import { wordingFor, type RefusalWords } from './words-for-refusal.js'

/** The one place where every expected no gets its words; the areas word their own, each in an exhaustive switch. */
export function refusalWords(refusal: Refusal, reader: Reader, questions: QuestionLabels = new Map()): RefusalWords {
  const wording = wordingFor(reader, questions)
  switch (refusal.code) {
    case 'no_account':
    case 'not_a_person':
    case 'guest_without_account':
    case 'account_suspended':
    case 'privileges_missing':
    case 'no_account_on_domain':
    case 'other_account':
    case 'account_not_found':
    case 'role_not_found':
    case 'last_super_admin':
    case 'role_in_use':
    case 'legacy_role':
    case 'no_licence_left':
    case 'licences_not_ordered':
    case 'two_licences':
    case 'for_resellers_only':
    case 'form':
      return accountRefusalWords(refusal, wording)
    case 'access_missing':
    case 'access_open':
    case 'consent_first':
    case 'already_requested':
    case 'nobody_to_ask':
    case 'customer_ambiguous':
    case 'subscription_not_found':
    case 'subscription_ambiguous':
    case 'no_grant_needed':
    case 'not_customer_admin':
    case 'already_granted':
    case 'nothing_to_revoke':
    case 'nothing_pending':
    case 'confirm_own_record':
      return accessRefusalWords(refusal, wording)
    case 'approval_not_found':
    case 'own_request':
    case 'not_entitled':
    case 'already_decided':
    case 'nobody_to_decide':
    case 'request_waits':
    case 'not_your_request':
    case 'cannot_hand_on_to':
      return approvalRefusalWords(refusal, wording)
    default:
      return caseRefusalWords(refusal, wording)
  }
}

/** Both in one text. */
export function refusalText(refusal: Refusal, reader: Reader, questions?: QuestionLabels): string {
  const { rule, next } = refusalWords(refusal, reader, questions)
  return [rule, next].filter((part) => part !== '').join('\n')
}
