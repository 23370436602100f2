/** Which list of cases somebody looks at, as it travels in buttons and views; the store keeps nothing of it. */
import { z } from 'zod'
import type { CaseFilters } from '../../domain/cases/case-filters.js'
import { caseStates, severities } from '../../domain/words.js'
import { BrokenPayload } from '../payloads.js'
import { typedText } from '../whole-text.js'
import { limits } from '../views/limits.js'

export interface ListPage {
  filters: CaseFilters
  /** `next` of the page before; left out for the first page. */
  after?: string
  /** `after` of the pages before this one, oldest first; empty text for the first. */
  back?: string[]
}

const most = 2_147_483_647
/** So many pages can be turned back one by one; from there it is the first page. */
const mostBack = 30

const filters = z.object({
  words: typedText.pipe(z.string().max(1000)),
  customer: z.union([z.int().min(1).max(most), typedText.pipe(z.string().max(1000))]),
  states: z.array(z.enum(caseStates)).max(caseStates.length),
  severities: z.array(z.enum(severities)).max(severities.length),
  mine: z.boolean(),
}).partial()

export const listPageSchema = z.object({ filters, after: z.string().min(1).max(100).optional(), back: z.array(z.string().max(40)).max(mostBack).optional() })

/** JSON of such a page out of a button. Throws `BrokenPayload`. */
export function readListPage(text: string): ListPage {
  try {
    return withoutGaps(listPageSchema.parse(JSON.parse(text)))
  } catch (error) {
    throw new BrokenPayload(error)
  }
}

/** Without what is left out. */
export function withoutGaps({ filters: read, after, back }: z.infer<typeof listPageSchema>): ListPage {
  const given = Object.entries(read).filter(([, value]) => value !== undefined && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0))
  return { filters: Object.fromEntries(given), ...(after !== undefined && { after }), ...(back && { back }) }
}

/** Button values of the pages around this one. Null: there is none, or it is longer than a button's value may be. */
export interface PageValues {
  next: string | null
  previous: string | null
  /** Null while it is the previous one too. */
  first: string | null
}

export function pagesAround({ filters: kept, after, back = [] }: ListPage, next: string | null): PageValues {
  const before = back.at(-1)
  return {
    next: next === null ? null : pageValue({ filters: kept, after: next, back: [...back, after ?? ''].slice(-mostBack) }),
    previous: after === undefined || before === undefined ? null : pageValue({ filters: kept, ...(before !== '' && { after: before }), back: back.slice(0, -1) }),
    first: after === undefined || (back.length === 1 && before === '') ? null : pageValue({ filters: kept }),
  }
}

export function pageValue(page: ListPage): string | null {
  const text = JSON.stringify(page)
  return text.length <= limits.buttonValue ? text : null
}
