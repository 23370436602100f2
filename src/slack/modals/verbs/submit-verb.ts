import type { CaseAction } from '../../../domain/cases/case-actions.js'
import type { CaseDone, SeenCase } from '../../../domain/cases/case-change.js'
import type { FormField } from '../../../domain/form-problem.js'
import type { Reader } from '../../../locales/words.js'
import type { Confirmation } from '../../../usecases/confirm-findings.js'
import type { Acting } from '../../handle.js'
import type { SubmitCall } from '../../listeners.js'
import type { ReadForm } from '../read-form.js'

/** What every verb takes beside its own input. */
export interface VerbOf {
  number: number
  seen?: SeenCase | undefined
  confirmation?: Confirmation | undefined
  deliveryKey: string
}

export interface VerbSubmission<T> {
  /** Under which the form is kept. */
  action: CaseAction
  /** The field that takes what belongs to no other. */
  main: FormField
  /** What was typed. Called again with the kept values when personal data was confirmed. */
  read: (form: ReadForm) => T
  decide: (who: Acting, input: T, verb: VerbOf) => Promise<CaseDone>
  /** What was done, in plain text. */
  said: (done: CaseDone, reader: Reader) => string
}

/** *Submit* of a verb's form. */
export function submitVerb<T>(_call: SubmitCall, _form: VerbSubmission<T>): Promise<void> {
  throw new Error('not built yet')
}
