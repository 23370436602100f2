import type { CaseFilters } from '../../../domain/cases/case-filters.js'
import { countedStates } from '../../../domain/cases/case-counts.js'
import type { CaseState } from '../../../domain/words.js'
import { languageOf, wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { escapeLine } from '../escape.js'

/** What a list is narrowed by, in words (mrkdwn); empty by nothing. `customer`: the name of the one it is. */
export function filterWords({ words = '', customer = '', states = [], severities = [], mine = false }: CaseFilters, customerName: string | undefined, reader: Reader): string {
  const say = wordsFor(reader)
  const listed = (each: string[]): string => new Intl.ListFormat(languageOf(reader.locale), { type: 'disjunction' }).format(each)
  return [
    ...(words.trim() === '' ? [] : [say('lists.by_words', { words: escapeLine(words, 200) })]),
    ...(customer === '' ? [] : [say('lists.by_customer', { customer: escapeLine(customerName ?? String(customer), 200) })]),
    ...(states.length === 0 ? [] : [say('lists.by_state', { states: listed(stateNames(states, say)) })]),
    ...(severities.length === 0 ? [] : [say('lists.by_severity', { severities: listed([...severities]) })]),
    ...(mine ? [say('lists.by_mine')] : []),
  ].join(' · ')
}

/** All that is not closed is *open*, as it is typed. */
function stateNames(states: readonly CaseState[], say: Say): string[] {
  const open: readonly CaseState[] = [...countedStates, 'PENDING_APPROVAL']
  if (!open.every((state) => states.includes(state))) return states.map((state) => say(`cases.state_${state}`))
  return [say('lists.open'), ...(states.includes('CLOSED') ? [say('cases.state_CLOSED')] : [])]
}
