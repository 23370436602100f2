import type { ModalView } from '@slack/types'
import type { CaseAction } from '../../../domain/cases/case-actions.js'
import type { VerbForm } from '../../../domain/cases/verb-form.js'
import type { FormField } from '../../../domain/form-problem.js'
import type { Reader } from '../../../locales/words.js'

/** How a verb's form is shown. */
export interface VerbLook {
  reader: Reader
  action: CaseAction
  /** `private_metadata`. */
  kept: string
  /** What stands in a field beforehand: what was typed behind the command, or kept of a form that was not sent. */
  before: (field: FormField) => string | undefined
  /** Some of it was kept from before. */
  fromBefore: boolean
}

/** Draws the form of a verb. */
export type DrawVerb = (form: VerbForm, look: VerbLook) => ModalView
