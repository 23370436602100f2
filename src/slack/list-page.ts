import { listCases } from '../usecases/cases/list-cases.js'
import { acting } from './handle.js'
import type { Call } from './handle.js'
import { pagesAround, pageValue } from './lists/list-state.js'
import type { ListPage } from './lists/list-state.js'
import type { Message } from './views/blocks.js'
import { caseListMessage } from './views/cases/case-list.js'

const pageSize = 10

/** One page of `/case list`: the first, or one that a button brings. */
export async function listPage(call: Call, { filters: asked, after, back }: ListPage): Promise<Message> {
  const { actor, reader } = await acting(call)
  const list = await listCases(call.edge.deps, actor, { ...asked, limit: pageSize, ...(after !== undefined && { after }) })
  // A customer that was chosen travels by its domain, which says the same after a switch of domain, and to people.
  const filters = list.customer ? { ...asked, customer: list.customer.domain } : asked
  return caseListMessage(list, {
    reader,
    now: call.edge.deps.now(),
    organizationKind: actor.organizationKind,
    domain: actor.domain,
    filters,
    pages: pagesAround({ filters, ...(after !== undefined && { after }), ...(back && { back }) }, list.next),
    filtersPage: pageValue({ filters }),
    allPage: pageValue({ filters: {} }) ?? '',
  })
}
