import type { InputBlock, KnownBlock, ModalView } from '@slack/types'
import type { FilterCustomer, FilterForm } from '../../../domain/cases/filter-form.js'
import { caseStates, severities } from '../../../domain/words.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { button, option, plain } from '../blocks.js'
import { severityWords, stateWords } from '../cases/case-words.js'
import { input, textInput } from '../filing/input-block.js'
import { actionIds, callbackIds } from '../ids.js'
import { limits } from '../limits.js'

export type FilterField = 'words' | 'customer' | 'states' | 'severities' | 'mine'

export const longestWords = 300

/** `round`: Slack keeps what was typed into a block of the same id, so that a cleared form has other ones. */
export const filterBlock = (field: FilterField, round: number): string => `filters.${field}.${round}`

export interface FilterFormLook {
  reader: Reader
  round: number
  /** What says where the list is that is to be shown anew. */
  metadata: string
}

/** Asks what a list is narrowed by; every field may stay empty. */
export function filterForm(form: FilterForm, look: FilterFormLook): ModalView {
  const say = wordsFor(look.reader)
  return {
    type: 'modal',
    callback_id: callbackIds.filterCases,
    title: plain(say('lists.filters'), limits.viewTitle),
    submit: plain(say('lists.show'), limits.viewTitle),
    close: plain(say('filing.close'), limits.viewTitle),
    private_metadata: look.metadata,
    blocks: filterBlocks(form, look, say),
  }
}

function filterBlocks({ filters, customer, choosesCustomer }: FilterForm, { round, reader }: FilterFormLook, say: Say): KnownBlock[] {
  return [
    field('words', round, say('lists.label_words'), textOf(filters.words, say), say('lists.hint_words')),
    ...(choosesCustomer ? [field('customer', round, say('cases.label_customer'), customerOf(customer, say))] : []),
    field('states', round, say('cases.label_state'), several(actionIds.filterStates, caseStates.map((state) => option(state, stateWords(state, say))), filters.states, say('lists.any_state'))),
    field('severities', round, say('cases.label_severity'), several(actionIds.filterSeverities, severities.map((severity) => option(severity, severityWords(severity, say))), filters.severities, say('lists.any_severity'))),
    field('mine', round, say('cases.label_owner'), mineOf(filters.mine ?? false, reader)),
    { type: 'actions', elements: [button({ text: say('lists.clear'), actionId: actionIds.clearFilters, value: 'clear' })] },
  ]
}

function field(name: FilterField, round: number, label: string, element: InputBlock['element'], hint?: string): InputBlock {
  return input({ blockId: filterBlock(name, round), label, element, optional: true, ...(hint ? { hint } : {}) })
}

function textOf(value: string | undefined, say: Say): InputBlock['element'] {
  const { dispatch_action_config: _quiet, ...element } = textInput({ actionId: actionIds.filterWords, value, maxLength: longestWords, placeholder: say('lists.placeholder_words') })
  return element
}

function customerOf(customer: FilterCustomer | null, say: Say): InputBlock['element'] {
  return {
    type: 'external_select',
    action_id: actionIds.filterCustomer,
    min_query_length: 0,
    placeholder: plain(say('lists.any_customer'), limits.placeholder),
    ...(customer ? { initial_option: filterCustomerOption(customer) } : {}),
  }
}

/** As the search offers it, so that the chosen one is among them. */
export function filterCustomerOption({ id, name, domain }: FilterCustomer): ReturnType<typeof option> {
  return option(String(id), name, domain)
}

function several(actionId: string, options: ReturnType<typeof option>[], chosen: readonly string[] | undefined, placeholder: string): InputBlock['element'] {
  const initial = options.filter(({ value }) => chosen?.includes(value ?? ''))
  return {
    type: 'multi_static_select',
    action_id: actionId,
    placeholder: plain(placeholder, limits.placeholder),
    options,
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  }
}

function mineOf(mine: boolean, reader: Reader): InputBlock['element'] {
  const only = option('mine', wordsFor(reader)('lists.only_mine'))
  return { type: 'checkboxes', action_id: actionIds.filterMine, options: [only], ...(mine ? { initial_options: [only] } : {}) }
}
