/** The category catalogue as it is installed: every node, parents before their children. */
import type { Question } from '../filing-form.js'
import type { Localized } from '../words.js'

export interface CatalogueCategory {
  id: string
  productId: string
  /** Null: a root. */
  parentId: string | null
  names: Localized
  /** More words people search by, in any language. */
  keywords: readonly string[]
  /** Among its siblings. */
  position: number
  /** Empty on everything but leaves. */
  questions: readonly Question[]
}

export const catalogue: readonly CatalogueCategory[] = []
