import type { Button, KnownBlock } from '@slack/types'
import { isFiltered } from '../../../domain/cases/case-filters.js'
import type { CaseFilters } from '../../../domain/cases/case-filters.js'
import type { CaseList } from '../../../domain/cases/case-view.js'
import { wordsFor } from '../../../locales/words.js'
import { button, context, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { escapeLine } from '../escape.js'
import { actionIds } from '../ids.js'
import { filterWords } from '../lists/filter-words.js'
import { caseRows, rowText } from './case-rows.js'
import type { RowLook } from './case-rows.js'

export interface CaseListLook extends RowLook {
  domain: string
  filters: CaseFilters
  /** Button values that bring this list's other pages; null: there is none, or it does not fit into a button. */
  pages: { next: string | null; previous: string | null; first: string | null }
  /** Button value that opens the form of its filters, and the one of the list without any; null: too long for a button. */
  filtersPage: string | null
  allPage: string
}

/** A page of cases, newest update first, for the one who asked. */
export function caseListMessage(list: CaseList, look: CaseListLook): Message {
  const say = wordsFor(look.reader)
  const title = say(`lists.title_${look.organizationKind}`, { domain: escapeLine(look.domain, 200) })
  const by = filterWords(look.filters, list.customer?.name, look.reader)
  if (list.rows.length === 0) return emptyList(title, by, look)
  const end = list.next === null ? [say('cases.list_end')] : []
  return {
    text: [title, ...(by ? [by] : []), ...list.rows.map((row) => rowText(row, look).replaceAll('\n', ' · ')), ...end].join('\n'),
    blocks: [
      section(`*${title}*\n${by ? say('lists.filtered', { filters: by }) : say('cases.list_order')}`),
      ...caseRows(list, look),
      ...(end.length > 0 ? [context(...end)] : []),
      ...actions([...pageButtons(look), ...filterButtons(look)]),
    ],
  }
}

const actions = (buttons: Button[]): KnownBlock[] => (buttons.length === 0 ? [] : [{ type: 'actions', elements: buttons }])

/** Two buttons of one block need two ids. */
function pageButtons({ reader, pages: { next, previous, first } }: CaseListLook): Button[] {
  const say = wordsFor(reader)
  return [
    ...(next === null ? [] : [button({ text: say('cases.list_next'), actionId: actionIds.listPage, value: next })]),
    ...(previous === null ? [] : [button({ text: say('lists.previous'), actionId: actionIds.listPrevious, value: previous })]),
    ...(first === null ? [] : [button({ text: say('cases.list_first'), actionId: actionIds.listFirst, value: first })]),
  ]
}

function filterButtons({ reader, filters, filtersPage, allPage }: CaseListLook): Button[] {
  const say = wordsFor(reader)
  return [
    ...(filtersPage === null ? [] : [button({ text: say('lists.filters'), actionId: actionIds.openFilters, value: filtersPage })]),
    ...(isFiltered(filters) ? [button({ text: say('lists.show_all'), actionId: actionIds.listAll, value: allPage })] : []),
  ]
}

/** Nothing there yet: what to do first. Nothing that matches: how to see more. */
function emptyList(title: string, by: string, look: CaseListLook): Message {
  const say = wordsFor(look.reader)
  const later = look.pages.previous !== null || look.pages.first !== null
  const words = later ? say('cases.list_empty_page') : by ? say('lists.nothing_matches', { filters: by }) : say(`lists.empty_${look.organizationKind}`)
  const file = button({ text: say('home.file_case'), actionId: actionIds.openFiling, value: 'list', style: 'primary' })
  const nothingYet = !later && by === '' && look.organizationKind !== 'VENDOR'
  return {
    text: `${title}\n${words}`,
    blocks: [section(`*${title}*\n${words}`), ...actions(nothingYet ? [file] : [...pageButtons(look), ...(by ? filterButtons(look) : [])])],
  }
}
