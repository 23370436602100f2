import type { KnownBlock } from '@slack/types'
import type { FilingForm } from '../../../domain/cases/filing-form.js'
import type { Reader, Say } from '../../../locales/words.js'

/** What the form is drawn with beside its value. */
export interface FilingLook {
  reader: Reader
  now: Date
  /** The signed-in domain. */
  domain: string
  attachments: { maxCount: number; maxBytes: number }
  /** Ids of the files that stand in the form's own file input now; the others of the draft are offered as checkboxes. */
  uploaded?: readonly string[]
  /** Said above the form, plain text: what came of a button. */
  notice?: string
}

/** Every part of the form is drawn from these. */
export interface FilingPart {
  form: FilingForm
  look: FilingLook
  say: Say
}

export type Blocks = KnownBlock[]
