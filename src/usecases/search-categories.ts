import type { AccountActor } from '../domain/actor.js'
import type { CategoryChoice } from '../domain/filing-form.js'
import type { Deps } from './deps.js'

export interface SearchCategories {
  words: string
  /** Whose language the words are likely in, BCP 47. */
  locale: string
  productId?: string
  customerId?: number
}

export function searchCategories(_deps: Deps, _actor: AccountActor, _input: SearchCategories): Promise<CategoryChoice[]> {
  throw new Error('not built yet')
}
