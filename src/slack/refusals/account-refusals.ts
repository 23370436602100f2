import type { AccountRefusal } from '../../domain/accounts/account-refusal.js'
import type { RefusalWords, Wording } from './words-for-refusal.js'

export function accountRefusalWords(refusal: AccountRefusal, { say, list }: Wording): RefusalWords {
  switch (refusal.code) {
    case 'no_account':
    case 'guest_without_account': {
      const { code, email } = refusal
      return { rule: email ? say(`refusals.${code}_email`, { email }) : say(`refusals.${code}`), next: say(`refusals.${code}_next`) }
    }
    case 'not_a_person':
      return { rule: say('refusals.not_a_person'), next: say('refusals.not_a_person_next') }
    case 'account_suspended':
      return { rule: say('refusals.account_suspended', { domain: refusal.domain }), next: say('refusals.account_suspended_next', { domain: refusal.domain }) }
    case 'privileges_missing': {
      const missing = list(refusal.missing.map((privilege) => say(`refusals.privilege_${privilege}`)))
      const { domain, admins, readerAdministers } = refusal
      const nobodyElse = say(readerAdministers ? 'refusals.grant_yourself' : 'refusals.ask_some_admin', { domain })
      return {
        rule: say('refusals.privileges_missing', { missing, domain }),
        next: admins.length > 0 ? say('refusals.ask_admins', { admins: list(admins) }) : nobodyElse,
      }
    }
    default:
      return { rule: refusal.code, next: '' }
  }
}
