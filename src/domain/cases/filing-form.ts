/** The filing form as a value: what the modal is drawn from. */
import type { AccessBlock } from '../access/access.js'
import type { DraftReturn, DraftValues } from './draft.js'
import type { Localized, QuestionKind } from '../words.js'

export interface Question {
  id: string
  kind: QuestionKind
  label: Localized
  hint: Localized | null
  choices: { id: string; label: Localized }[]
  required: boolean
  /** Characters, at most 3000. */
  maxLength: number
}

export interface ProductChoice {
  id: string
  name: string
  /** Google Cloud and its like: chosen, it is answered with where to go. */
  elsewhere: boolean
  /** Null: open. Without a customer every product is open. */
  block: AccessBlock | null
}

export interface CustomerChoice {
  id: number
  name: string
  domain: string
  /** `open`: at least one product; `locked`: none, because of `block`. */
  access: 'open' | 'locked'
  block: AccessBlock | null
}

export interface CategoryChoice {
  id: string
  productId: string
  /** The leaf's name. */
  name: Localized
  /** Names from the root to the leaf's parent. */
  path: Localized[]
}

export interface UnfinishedDraft {
  draftId: string
  title: string | null
  customerName: string | null
  updatedAt: Date
  /** It was submitted and not approved. */
  returned?: DraftReturn
}

export interface FilingForm {
  draftId: string
  values: DraftValues
  customer: CustomerChoice | null
  /** The customer is the reader's own organization: there is nothing to choose (SCOPE-4). */
  own?: boolean
  /** The case it is filed for. */
  related?: { number: number; title: string }
  products: ProductChoice[]
  category: (CategoryChoice & { questions: Question[] }) | null
  /** The customer is locked, and those who can open it were asked already: its admins, or the managers who agree first. */
  accessRequested?: { at: Date; admins: string[] }
  /** Who of the reader's own domain has to agree before the customer can grant anything. */
  managers?: string[]
  /** A support partner that no customer has assigned yet: there is nobody to choose. */
  noCustomers?: boolean
  /** Other drafts of the same account with something typed in them, returned ones first, then the newest, at most three; none beside a message. */
  unfinished: UnfinishedDraft[]
  /** Words behind `/case new` that mean no customer, or several: how many of the actor's they match. */
  customerWords?: { words: string; matches: number }
  /** Offered when the form was made from a message. */
  mayTellAuthor: boolean
}
