import type { CaseRefusal } from '../../domain/refused.js'
import { accessNext, accessWords } from '../views/access/access-words.js'
import { fieldLabel } from '../views/field-label.js'
import { problemWords } from '../views/problem-words.js'
import { caseStateWords, caseTimeWords, fileRefusalWords } from './case-change-refusals.js'
import type { RefusalWords, Wording } from './words-for-refusal.js'

export function caseRefusalWords(refusal: CaseRefusal, { say, reader, questions }: Wording): RefusalWords {
  switch (refusal.code) {
    case 'filing_for_resellers_only':
      return { rule: say('refusals.filing_for_resellers_only'), next: say('refusals.filing_for_resellers_only_next') }
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
    case 'fields': {
      const problems = refusal.problems.map((problem) =>
        say('refusals.field_of', { field: fieldLabel(problem.field, questions, say), problem: problemWords(problem, reader) }))
      return { rule: say('refusals.fields'), next: problems.join('\n') }
    }
    case 'personal_data':
      return { rule: say('refusals.personal_data'), next: say('refusals.personal_data_next') }
    case 'case_waits':
    case 'not_closed':
    case 'no_solution_yet':
    case 'already_yours':
    case 'desk_only':
    case 'team_only':
    case 'desk_in_portal':
    case 'portal_desk_for_resellers':
    case 'not_portal_desk':
    case 'nothing_to_carry':
    case 'removal_in_portal':
    case 'case_changed':
      return caseStateWords(refusal, say)
    case 'case_closed':
    case 'reopen_window_passed':
    case 'escalation_for_premium':
    case 'already_escalated':
      return caseTimeWords(refusal, { say, reader })
    case 'not_your_file':
    case 'file_not_held':
    case 'file_gone':
    case 'file_not_here':
    case 'file_empty':
      return fileRefusalWords(refusal, say)
    case 'queue_for_desk':
      return { rule: say('refusals.queue_for_desk'), next: say('refusals.queue_for_desk_next') }
    case 'draft_gone':
      return { rule: say('refusals.draft_gone'), next: say('refusals.draft_gone_next') }
    case 'changed_meanwhile':
      return { rule: say('refusals.changed_meanwhile', { what: refusal.what }), next: say('refusals.changed_meanwhile_next') }
    case 'bad_command':
      return { rule: say('refusals.bad_command', { tried: refusal.tried }), next: say('refusals.bad_command_next', { hint: refusal.hint }) }
  }
}
