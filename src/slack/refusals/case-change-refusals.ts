import type { RefusalOf } from '../../domain/refused.js'
import type { Say } from '../../locales/words.js'
import { clockDate } from '../views/dates.js'
import type { RefusalWords, Wording } from './words-for-refusal.js'

/** What does not go with a case as it is, and needs nothing but its number to be said. */
type OfState =
  | 'case_waits' | 'not_closed' | 'no_solution_yet' | 'already_yours' | 'desk_only' | 'team_only' | 'desk_in_portal'
  | 'portal_desk_for_resellers' | 'not_portal_desk' | 'nothing_to_carry' | 'removal_in_portal' | 'case_changed'

export function caseStateWords({ code, number }: { code: OfState; number: number }, say: Say): RefusalWords {
  const told = { number: String(number) }
  return { rule: say(`refusals.${code}`, told), next: say(`refusals.${code}_next`, told) }
}

type OfTime = 'case_closed' | 'reopen_window_passed' | 'escalation_for_premium' | 'already_escalated'

export function caseTimeWords(refusal: RefusalOf<OfTime>, { say, reader }: Pick<Wording, 'say' | 'reader'>): RefusalWords {
  const number = String(refusal.number)
  switch (refusal.code) {
    case 'case_closed': {
      const { reopenUntil } = refusal
      if (reopenUntil === null) return { rule: say('refusals.case_closed_for_good', { number }), next: say('refusals.case_closed_for_good_next', { number }) }
      return { rule: say('refusals.case_closed', { number }), next: say('refusals.case_closed_next', { number, until: clockDate(reopenUntil, reader) }) }
    }
    case 'reopen_window_passed':
      return {
        rule: say('refusals.reopen_window_passed', { number, deadline: clockDate(refusal.deadline, reader) }),
        next: say('refusals.reopen_window_passed_next', { number }),
      }
    case 'escalation_for_premium':
      return { rule: say('refusals.escalation_for_premium', { tier: say(`cases.tier_${refusal.tier}`) }), next: say('refusals.escalation_for_premium_next', { number }) }
    case 'already_escalated':
      return { rule: say('refusals.already_escalated', { number, at: clockDate(refusal.at, reader) }), next: say('refusals.already_escalated_next', { number }) }
  }
}

export function fileRefusalWords(refusal: RefusalOf<'not_your_file' | 'file_not_held' | 'file_gone' | 'file_not_here' | 'file_empty'>, say: Say): RefusalWords {
  switch (refusal.code) {
    case 'not_your_file': {
      const told = { name: refusal.name, author: refusal.author ?? say('refusals.file_author_gone') }
      return { rule: say('refusals.not_your_file', told), next: say('refusals.not_your_file_next', told) }
    }
    case 'file_not_held':
      return { rule: say('refusals.file_not_held', { name: refusal.name }), next: say('refusals.file_not_held_next') }
    case 'file_gone':
      return { rule: say('refusals.file_gone'), next: say('refusals.file_gone_next') }
    case 'file_not_here':
      return {
        rule: say('refusals.file_not_here', { name: refusal.name, state: refusal.state === 'FAILED' ? say('cases.attachment_failed_unknown') : say(`cases.attachment_${refusal.state}`) }),
        next: say('refusals.file_not_here_next'),
      }
    case 'file_empty':
      return { rule: say('refusals.file_empty', { name: refusal.name }), next: say('refusals.file_empty_next') }
  }
}
