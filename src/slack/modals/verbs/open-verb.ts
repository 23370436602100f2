import type { CaseAction } from '../../../domain/cases/case-actions.js'
import type { FormField } from '../../../domain/form-problem.js'
import type { Call } from '../../handle.js'
import type { Trigger } from '../../open-view.js'
import type { OpenedFrom } from './verb-kept.js'

export interface VerbToOpen {
  number: number
  action: CaseAction
  /** Text for the form's longest field; it is shown, never sent unseen. */
  typed?: string | undefined
  /** What else stands in the form beforehand. */
  before?: Partial<Record<FormField, string>> | undefined
  from?: OpenedFrom | undefined
  /** The case view it is opened from. */
  under?: string | undefined
}

/** Opens a verb's form: the light view at once, the form once the use-case says that it can be done now. */
export function openVerbModal(_call: Call, _trigger: Trigger, _what: VerbToOpen): Promise<void> {
  throw new Error('not built yet')
}
