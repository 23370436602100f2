/** The *Filters* form: opened from a list or from Home, which it shows anew. */
import { z } from 'zod'
import type { CaseFilters } from '../../domain/cases/case-filters.js'
import { caseStates, severities } from '../../domain/words.js'
import { openFilters, searchCaseCustomers } from '../../usecases/cases/open-filters.js'
import { acting } from '../handle.js'
import type { Call } from '../handle.js'
import { showHome } from '../home/open-home-tab.js'
import { listPage } from '../list-page.js'
import type { ActionCall, OnSearch, SubmitCall } from '../listeners.js'
import { readForm } from '../modals/read-form.js'
import { viewOf, replaceView } from '../modals/portal/redraw.js'
import { openLight, triggerOf } from '../open-view.js'
import { BrokenPayload, storedId } from '../payloads.js'
import { privatePlace, sayPrivately } from '../places.js'
import { respondAt } from '../respond-at.js'
import { after } from '../running.js'
import { filterBlock, filterCustomerOption, filterForm } from '../views/lists/filter-form.js'
import { readListPage } from './list-state.js'

/** Where the list stands that is shown anew: on Home, or in a message with an answer address. */
const placeSchema = z.object({ round: z.int().min(0), home: z.boolean(), responseUrl: z.url().max(2000).optional() })
type FilterPlace = z.infer<typeof placeSchema>

/** *Filters*, with the present ones in it. */
export function openFilterForm(call: ActionCall): Promise<void> {
  const { filters } = readListPage(call.value)
  const home = call.view?.type === 'home'
  const { responseUrl } = call.answerAddress
  return openLight(call, triggerOf(call), 'lists.filters', () =>
    drawFilters(call, filters, { round: 0, home, ...(!home && responseUrl && { responseUrl }) }))
}

/** *Clear*: the form with nothing in it. */
export async function clearFilters(call: ActionCall): Promise<void> {
  const view = viewOf(call)
  const place = readPlace(view.private_metadata)
  await replaceView(call, view.id, await drawFilters(call, {}, { ...place, round: place.round + 1 }))
}

async function drawFilters(call: Call, filters: CaseFilters, place: FilterPlace): Promise<ReturnType<typeof filterForm>> {
  const { actor, reader } = await acting(call)
  const form = await openFilters(call.edge.deps, actor, filters)
  return filterForm(form, { reader, round: place.round, metadata: JSON.stringify(place) })
}

/** *Show*: the list comes in the place of the one that stands there. What is refused is said in the form's place. */
export async function submitFilters(call: SubmitCall): Promise<void> {
  const place = readPlace(call.view.private_metadata)
  const filters = readFilters(call, place.round)
  if (place.home) {
    await acting(call)
    await call.answer()
    return showHome(call, { filters })
  }
  const listing = listPage(call, { filters })
  await Promise.race([listing, after(call.edge.ackBudget)])
  await call.answer()
  const respond = place.responseUrl === undefined ? undefined : respondAt(place.responseUrl)
  call.place = privatePlace(call.edge, call.caller.userId, respond)
  await sayPrivately(call.edge, call.caller.userId, respond, await listing, true)
}

function readFilters({ view }: SubmitCall, round: number): CaseFilters {
  const form = readForm(view)
  const chosen = (field: Parameters<typeof filterBlock>[0]): string[] => form.chosen(filterBlock(field, round))
  const words = form.text(filterBlock('words', round))
  const customer = storedId.safeParse(chosen('customer')[0])
  const [states, ranks] = [chosen('states'), chosen('severities')]
  return {
    ...(words !== '' && { words }),
    ...(customer.success && { customer: customer.data }),
    ...(states.length > 0 && { states: caseStates.filter((state) => states.includes(state)) }),
    ...(ranks.length > 0 && { severities: severities.filter((severity) => ranks.includes(severity)) }),
    ...(chosen('mine').length > 0 && { mine: true }),
  }
}

function readPlace(metadata: string): FilterPlace {
  try {
    return placeSchema.parse(JSON.parse(metadata))
  } catch (error) {
    throw new BrokenPayload(error)
  }
}

/** The customers whose cases one may look for, in the form and on Home. */
export const caseCustomers: OnSearch = async (call) => {
  const { actor } = await acting(call)
  return (await searchCaseCustomers(call.edge.deps, actor, { words: call.typed })).map(filterCustomerOption)
}
