import type { Refusal } from '../domain/refused.js'
import { wordsFor } from '../locales/words.js'
import type { Reader } from '../locales/words.js'
import { accessNext, accessWords } from './views/access/access-words.js'
import { clockDate } from './views/dates.js'
import { fieldLabel } from './views/field-label.js'
import type { QuestionLabels } from './views/field-label.js'
import { problemWords } from './views/problem-words.js'

/** Words of a refusal as plain text: which rule, and the next step. Escape them where Slack interprets. */
export interface RefusalWords {
  rule: string
  next: string
}

/** The one place where every expected no gets its words. */
export function refusalWords(refusal: Refusal, reader: Reader, questions: QuestionLabels = new Map()): RefusalWords {
  const say = wordsFor(reader)
  const list = (names: readonly string[]): string => new Intl.ListFormat(reader.locale, { type: 'conjunction' }).format(names)
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
    case 'filing_for_resellers_only':
      return {
        rule: say(`refusals.filing_for_resellers_only_${refusal.organizationKind}`),
        next: say(refusal.organizationKind === 'VENDOR' ? 'refusals.filing_for_resellers_only_next_VENDOR' : 'refusals.filing_for_resellers_only_next'),
      }
    case 'customer_not_found':
      if (refusal.words === undefined) return { rule: say('refusals.customer_not_found_chosen'), next: say('refusals.customer_not_found_chosen_next') }
      return { rule: say('refusals.customer_not_found', { words: refusal.words }), next: say('refusals.customer_not_found_next') }
    case 'case_not_found':
      return { rule: say(`refusals.${refusal.code}`, { words: refusal.words }), next: say(`refusals.${refusal.code}_next`) }
    case 'customers_too_many':
      return { rule: say('refusals.customers_too_many', { words: refusal.words, max: refusal.max }), next: say('refusals.customers_too_many_next') }
    case 'case_locked':
      return {
        rule: say('refusals.case_locked', { number: String(refusal.number), customer: refusal.customer, reason: accessWords(refusal.block, reader) }),
        next: accessNext(refusal.block, reader),
      }
    case 'access_missing':
      return {
        rule: say('refusals.access_missing', { customer: refusal.customer, reason: accessWords(refusal.block, reader) }),
        next: accessNext(refusal.block, reader),
      }
    case 'fields': {
      const problems = refusal.problems.map((problem) =>
        say('refusals.field_of', { field: fieldLabel(problem.field, questions, say), problem: problemWords(problem, reader) }))
      return { rule: say('refusals.fields'), next: problems.join('\n') }
    }
    case 'personal_data':
      return { rule: say('refusals.personal_data'), next: say('refusals.personal_data_next') }
    case 'draft_gone':
      return { rule: say('refusals.draft_gone'), next: say('refusals.draft_gone_next') }
    case 'changed_meanwhile':
      return { rule: say('refusals.changed_meanwhile', { what: refusal.what }), next: say('refusals.changed_meanwhile_next') }
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
    case 'bad_command':
      return { rule: say('refusals.bad_command', { tried: refusal.tried }), next: say('refusals.bad_command_next', { hint: refusal.hint }) }
  }
}

/** Both in one text. */
export function refusalText(refusal: Refusal, reader: Reader, questions?: QuestionLabels): string {
  const { rule, next } = refusalWords(refusal, reader, questions)
  return [rule, next].filter((part) => part !== '').join('\n')
}
