import type { AccountActor } from '../../domain/actor.js'
import type { CaseFilters } from '../../domain/cases/case-filters.js'
import type { FilterCustomer, FilterForm } from '../../domain/cases/filter-form.js'
import { Refused } from '../../domain/refused.js'
import { permitCases } from '../acting/permit.js'
import type { Deps } from '../deps.js'
import { customersMatching, customersNamed } from '../filing/find-customers.js'

/** What fits into one select of Slack's. */
const most = 100

/** The *Filters* form with the present filters in it. Throws `Refused`: `privileges_missing`. */
export async function openFilters(deps: Deps, actor: AccountActor, filters: CaseFilters): Promise<FilterForm> {
  return deps.store.read(async (tx) => {
    await permitCases(tx, actor)
    const named = filters.customer === undefined || filters.customer === '' ? [] : await customersNamed(tx, actor, filters.customer).catch(noneOfThem)
    // A customer's account has but one, and the select takes but one.
    const [only] = named
    const customer = only && named.length === 1 ? { id: only.id, name: only.name, domain: only.domain } : null
    return { filters, customer, choosesCustomer: actor.organizationKind !== 'CUSTOMER' }
  })
}

/** Words that mean none any more leave the field empty. */
function noneOfThem(error: unknown): [] {
  if (error instanceof Refused) return []
  throw error
}

/** Customers to narrow a list by: those the actor may see, by name; at most 100. Throws `Refused`: `privileges_missing`. */
export async function searchCaseCustomers(deps: Deps, actor: AccountActor, { words }: { words: string }): Promise<FilterCustomer[]> {
  return deps.store.read(async (tx) => {
    await permitCases(tx, actor)
    return (await customersMatching(tx, actor, words, most)).map(({ id, name, domain }) => ({ id, name, domain }))
  })
}
