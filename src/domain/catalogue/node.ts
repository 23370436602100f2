import type { Question } from '../cases/filing-form.js'

/** A description question as categories share it: its id is its category's with `key`. */
export type SharedQuestion = Omit<Question, 'id'> & { key: string }

/** A node of the tree `A > B > C` as it is written down here. */
export interface CatalogueNode {
  id: string
  en: string
  ja: string
  /** More words people search by, in any language, parted by commas. */
  words?: string
  /** On leaves: what is asked. */
  asks?: readonly SharedQuestion[]
  /** On everything else: what is below. */
  holds?: readonly CatalogueNode[]
}

export function leaf(id: string, en: string, ja: string, words: string, asks: readonly SharedQuestion[]): CatalogueNode {
  return { id, en, ja, words, asks }
}

export function branch(id: string, en: string, ja: string, holds: readonly CatalogueNode[], words = ''): CatalogueNode {
  return { id, en, ja, words, holds }
}
