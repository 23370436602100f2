/** What the searchable selects of the filing form offer. */
import type { PlainTextOption } from '@slack/types'
import { searchTimeZones } from '../../domain/time-zones.js'
import { searchCategories } from '../../usecases/filing/search-categories.js'
import { searchCustomers } from '../../usecases/filing/search-customers.js'
import { acting } from '../handle.js'
import type { SearchCall } from '../listeners.js'
import { option } from '../views/blocks.js'
import { categoryOption, customerOption } from '../views/filing/choices.js'
import { readFilingValues } from './read-filing-values.js'

export async function customers(call: SearchCall): Promise<PlainTextOption[]> {
  const { actor, reader } = await acting(call)
  const found = await searchCustomers(call.edge.deps, actor, { words: call.typed })
  return found.map((customer) => customerOption(customer, reader))
}

/** Of the product and customer that the form shows now. */
export async function categories(call: SearchCall): Promise<PlainTextOption[]> {
  const { actor, reader } = await acting(call)
  const { productId, customerId } = call.view ? readFilingValues(call.view) : {}
  const found = await searchCategories(call.edge.deps, actor, {
    words: call.typed,
    locale: reader.locale,
    ...(productId ? { productId } : {}),
    ...(customerId === undefined ? {} : { customerId }),
  })
  return found.map((category) => categoryOption(category, reader))
}

export function timeZones(call: SearchCall): Promise<PlainTextOption[]> {
  return Promise.resolve(searchTimeZones(call.typed, call.edge.deps.now()).map(({ id, label }) => option(id, label)))
}
