import type { ActionsBlock, Button, ExternalSelect, KnownBlock } from '@slack/types'
import { countedStates, mostCounted } from '../../../domain/cases/case-counts.js'
import type { CountedState, StateCount } from '../../../domain/cases/case-counts.js'
import { isFiltered } from '../../../domain/cases/case-filters.js'
import type { CaseList } from '../../../domain/cases/case-view.js'
import type { HomeValue } from '../../../domain/home.js'
import { formatLocaleOf, wordsFor } from '../../../locales/words.js'
import { button, context, plain, section } from '../blocks.js'
import { caseRows } from '../cases/case-rows.js'
import { stateWords } from '../cases/case-words.js'
import { escapeCut, escapeLine } from '../escape.js'
import { actionIds } from '../ids.js'
import { limits } from '../limits.js'
import { filterCustomerOption } from '../lists/filter-form.js'
import { filterWords } from '../lists/filter-words.js'
import type { HomeLook } from './home-look.js'

/** *My cases*, or *My customers* with one of them chosen: filters, counts, a page, and the ways on. */
export function casesPart(home: HomeValue, look: HomeLook): KnownBlock[] {
  const say = wordsFor(look.reader)
  const list = 'refusal' in home.cases ? null : home.cases
  const { organizationKind } = home.account
  if (!list && !isFiltered(home.filters)) return [{ type: 'divider' }, section(`*${say(`home.cases_${organizationKind}`)}*`), section(escapeCut(look.refused ?? '', 2800) || say('home.no_cases'))]
  if (list && list.rows.length === 0 && !isFiltered(home.filters) && !hasTurned(look)) return firstSteps(home, look)
  const customer = list?.customer
  const title = customer && organizationKind !== 'CUSTOMER'
    ? say('home.cases_of_customer', { customer: escapeLine(customer.name, 200) })
    : say(`home.cases_${organizationKind}`)
  const by = filterWords(home.filters, customer?.name, look.reader)
  return [
    { type: 'divider' },
    section(`*${title}*\n${by ? say('lists.filtered', { filters: by }) : say('cases.list_order')}`),
    choosing(home, customer, look),
    ...counts(home, look),
    ...(list ? rowsPart(list, home, look) : [section(escapeCut(look.refused ?? '', 2800))]),
  ]
}

const hasTurned = ({ pages }: HomeLook): boolean => pages.previous !== null || pages.first !== null

function firstSteps({ account, mayFile }: HomeValue, { reader }: HomeLook): KnownBlock[] {
  const say = wordsFor(reader)
  return [
    { type: 'divider' },
    section(`*${say(`home.cases_${account.organizationKind}`)}*\n${say(mayFile ? 'home.no_cases_file' : 'home.no_cases')}`),
    section(say(`home.first_steps_${account.organizationKind}`)),
  ]
}

function rowsPart(list: CaseList, { account }: HomeValue, look: HomeLook): KnownBlock[] {
  const say = wordsFor(look.reader)
  const empty = section(say(hasTurned(look) ? 'home.page_empty' : 'home.nothing_matches'))
  return [
    ...(list.rows.length === 0 ? [empty] : caseRows(list, { reader: look.reader, now: look.now, organizationKind: account.organizationKind })),
    ...(list.next === null && list.rows.length > 0 ? [context(say('cases.list_end'))] : []),
    ...actions([
      pressed(look.pages.next, say('cases.list_next'), actionIds.homeNext),
      pressed(look.pages.previous, say('lists.previous'), actionIds.homePrevious),
      pressed(look.pages.first, say('cases.list_first'), actionIds.homeFirst),
    ]),
  ]
}

function pressed(value: string | null, text: string, actionId: string, style?: 'primary'): Button[] {
  return value === null ? [] : [button({ text, actionId, value, ...(style && { style }) })]
}

function actions(elements: ActionsBlock['elements'][]): KnownBlock[] {
  const all = elements.flat()
  return all.length === 0 ? [] : [{ type: 'actions', elements: all }]
}

/** The customer, only mine, the form of all filters, and the way back to everything. */
function choosing({ account, filters }: HomeValue, customer: CaseList['customer'], { reader, pageWith }: HomeLook): KnownBlock {
  const say = wordsFor(reader)
  const { customer: _all, ...ofAllCustomers } = filters
  const { mine = false, ...ofEverybody } = filters
  const select: ExternalSelect = {
    type: 'external_select',
    action_id: actionIds.filterCustomer,
    min_query_length: 0,
    placeholder: plain(say('home.choose_customer'), limits.placeholder),
    ...(customer ? { initial_option: filterCustomerOption(customer) } : {}),
  }
  return {
    type: 'actions',
    elements: [
      ...(account.organizationKind === 'CUSTOMER' ? [] : [select]),
      ...(filters.customer === undefined || account.organizationKind === 'CUSTOMER' ? [] : pressed(pageWith(ofAllCustomers), say('home.all_customers'), actionIds.homeAllCustomers)),
      ...pressed(pageWith(mine ? ofEverybody : { ...filters, mine: true }), say('lists.only_mine'), actionIds.homeMine, mine ? 'primary' : undefined),
      ...pressed(pageWith(filters), say('lists.filters'), actionIds.openFilters),
      ...(isFiltered(filters) ? pressed(pageWith({}), say('lists.show_all'), actionIds.homeAll) : []),
    ],
  }
}

const stateActions = {
  NEW: actionIds.homeNew,
  IN_PROGRESS: actionIds.homeInProgress,
  ACTION_REQUIRED: actionIds.homeActionRequired,
  SOLUTION_PROVIDED: actionIds.homeSolutionProvided,
} as const satisfies Record<CountedState, string>

/** How many are in each open state; pressed, the cases in it alone, and pressed again all of them. */
function counts({ counts: counted, filters }: HomeValue, { reader, pageWith }: HomeLook): KnownBlock[] {
  if (!counted) return []
  const say = wordsFor(reader)
  const { states = [], ...inAllStates } = filters
  return actions(countedStates.map((state) => {
    const chosen = states.length === 1 && states[0] === state
    const page = pageWith(chosen ? inAllStates : { ...inAllStates, states: [state] })
    return pressed(page, `${stateWords(state, say)}: ${countWords(counted[state], reader.locale)}`, stateActions[state], chosen ? 'primary' : undefined)
  }))
}

/** `1,000+`: nobody has counted further. */
function countWords({ count, more }: StateCount, locale: string): string {
  return `${new Intl.NumberFormat(formatLocaleOf(locale)).format(Math.min(count, mostCounted))}${more ? '+' : ''}`
}
