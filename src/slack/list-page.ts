import { listCases } from '../usecases/cases/list-cases.js'
import { parseCaseFilters } from './commands/case/case-filters.js'
import { acting } from './handle.js'
import type { Call } from './handle.js'
import { listPageValue } from './payloads.js'
import type { ListPage } from './payloads.js'
import type { Message } from './views/blocks.js'
import { caseListMessage } from './views/cases/case-list.js'

const pageSize = 10

/** One page of `/case list`, the first or one after; the filters are those that were typed. */
export async function listPage(call: Call, page: ListPage): Promise<Message> {
  const { actor, reader } = await acting(call)
  const filters = parseCaseFilters(page.filters)
  if ('problem' in filters) throw new TypeError(`a list button holds filters that cannot be read: ${filters.problem}`)
  const list = await listCases(call.edge.deps, actor, { ...filters, limit: pageSize, ...(page.after ? { after: page.after } : {}) })
  return caseListMessage(list, {
    reader,
    domain: actor.domain,
    filters: page.filters,
    nextPage: list.next === null ? null : listPageValue({ filters: page.filters, after: list.next }),
    firstPage: page.after === undefined ? null : listPageValue({ filters: page.filters }),
  })
}
