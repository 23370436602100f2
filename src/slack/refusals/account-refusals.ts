import type { AccountRefusal } from '../../domain/accounts/account-refusal.js'
import { formProblemOf } from '../views/form-problem-words.js'
import type { RefusalWords, Wording } from './words-for-refusal.js'

export function accountRefusalWords(refusal: AccountRefusal, { say, reader, list, listAll }: Wording): RefusalWords {
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
      const missing = listAll(refusal.missing.map((privilege) => say(`refusals.privilege_${privilege}`)))
      const { domain, admins, readerAdministers } = refusal
      const nobodyElse = say(readerAdministers ? 'refusals.grant_yourself' : 'refusals.ask_some_admin', { domain })
      return {
        rule: say('refusals.privileges_missing', { missing, domain }),
        next: admins.length > 0 ? say('refusals.ask_admins', { admins: list(admins) }) : nobodyElse,
      }
    }
    case 'no_account_on_domain': {
      const { domain, domains } = refusal
      return {
        rule: say('portal.no_account_on_domain', { domain }),
        next: domains.length > 0 ? say('portal.no_account_on_domain_next', { domains: domains.join(', ') }) : say('refusals.no_account_next'),
      }
    }
    case 'other_account': {
      const { domain, signedIn } = refusal
      return { rule: say('portal.other_account', { domain, signedIn }), next: say('portal.other_account_next', { domain }) }
    }
    case 'account_not_found':
    case 'role_not_found':
      return { rule: say(`portal.${refusal.code}`), next: say(`portal.${refusal.code}_next`) }
    case 'last_super_admin':
      return { rule: say('portal.last_super_admin', { domain: refusal.domain }), next: say('portal.last_super_admin_next') }
    case 'role_in_use':
      return { rule: say('portal.role_in_use', { name: refusal.name, holders: refusal.holders }), next: say('portal.role_in_use_next') }
    case 'legacy_role':
      return { rule: say('portal.legacy_role', { name: refusal.name }), next: say('portal.legacy_role_next') }
    case 'no_licence_left':
      return { rule: say('portal.no_licence_left', { domain: refusal.domain, total: refusal.total }), next: say('portal.no_licence_left_next') }
    case 'licences_not_ordered':
      return { rule: say('portal.not_ordered', { domain: refusal.domain }), next: say('portal.not_ordered_next') }
    case 'two_licences':
      return { rule: say('portal.two_licences', { unit: refusal.unit }), next: say('portal.two_licences_next') }
    case 'for_resellers_only':
      return { rule: say(`portal.for_resellers_only_${refusal.organizationKind}`), next: say('portal.for_resellers_only_next') }
    case 'form':
      return { rule: say('refusals.fields'), next: refusal.problems.map((problem) => formProblemOf(problem, reader)).join('\n') }
  }
}
