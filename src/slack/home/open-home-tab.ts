import { openHome } from '../../usecases/open-home.js'
import { acting } from '../handle.js'
import type { Call } from '../handle.js'
import { pagesAround, pageValue } from '../lists/list-state.js'
import type { ListPage } from '../lists/list-state.js'
import type { HomeCall } from '../listeners.js'
import { errorLine } from '../log.js'
import { refusalText } from '../refusals/refusal-words.js'
import { homeView } from '../views/home-view.js'
import { readHomeState, writeHomeState } from './home-state.js'

/** The App Home of whoever opened it, with the filters that stand there, from the first page on. */
export async function openHomeTab(call: HomeCall): Promise<void> {
  const { actor } = await acting(call)
  const { filters } = readHomeState(call.view?.type === 'home' ? call.view.private_metadata : undefined, actor.accountId)
  await showHome(call, { filters })
}

/** Draws Home with a page of the cases. */
export async function showHome(call: Call, asked: ListPage): Promise<void> {
  const { actor, reader } = await acting(call)
  const home = await openHome(call.edge.deps, actor, asked)
  const customer = 'refusal' in home.cases ? undefined : home.cases.customer
  // A customer that was chosen travels by its domain, which means nobody else after a switch of domain.
  const page = customer ? { ...asked, filters: { ...asked.filters, customer: customer.domain } } : asked
  const refused = 'refusal' in home.cases ? refusalText(home.cases.refusal, reader) : null
  const view = homeView(home, {
    reader, now: call.edge.deps.now(), refused,
    pages: pagesAround(page, 'refusal' in home.cases ? null : home.cases.next),
    pageWith: (filters) => pageValue({ filters }),
  })
  await call.edge.steady.views.publish({ user_id: call.caller.userId, view: { ...view, private_metadata: writeHomeState(actor.accountId, page) } })
}

/** Draws Home anew after a switch elsewhere, so that it does not go on showing the other domain (SCOPE-1). Opened, it is drawn in any case: never throws. */
export async function redrawHome(call: Call): Promise<void> {
  await openHomeTab({ ...call, view: undefined }).catch((error: unknown) => call.edge.log.info({ error: errorLine(error) }, 'Home was not drawn anew'))
}
