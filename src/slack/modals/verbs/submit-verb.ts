import type { ViewResponseAction } from '@slack/bolt'
import type { CaseAction } from '../../../domain/cases/case-actions.js'
import type { CaseDone, SeenCase } from '../../../domain/cases/case-change.js'
import type { FormField } from '../../../domain/form-problem.js'
import { Refused } from '../../../domain/refused.js'
import type { Reader } from '../../../locales/words.js'
import type { Confirmation } from '../../../usecases/confirm-findings.js'
import { keepForm } from '../../../usecases/verbs/keep-form.js'
import type { Acting } from '../../handle.js'
import type { SubmitCall } from '../../listeners.js'
import { doneView } from '../../views/verbs/verb-done.js'
import type { ReadForm } from '../read-form.js'
import { submitForm } from '../submit-form.js'
import { afterVerb, endForm } from './after-verb.js'
import { askInForm, askInTime, isConfirm, submitted } from './confirm-verb.js'
import { formValues, keptForm } from './form-values.js'
import { overtakenVerb } from './overtaken-verb.js'
import { readVerbKept } from './verb-kept.js'
import type { VerbKept } from './verb-kept.js'

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
  /** What was typed. Called with the kept values when personal data was confirmed. */
  read: (form: ReadForm) => T
  decide: (who: Acting, input: T, verb: VerbOf) => Promise<CaseDone>
  /** What was done, in plain text. */
  said: (done: CaseDone, reader: Reader) => string
}

/**
 * *Submit* of a verb's form, or of the view in front of it that asks why personal data stays (CASE-2). What is refused
 * stays in the form and is kept; a case that somebody else changed is shown with what came since (CASE-8).
 */
export function submitVerb<T>(call: SubmitCall, form: VerbSubmission<T>): Promise<void> {
  const { view } = call
  const kept = readVerbKept(view)
  const asking = isConfirm(view)
  const formId = asking ? kept.asks?.formId ?? view.id : view.id
  return submitForm<CaseDone>(call, {
    main: asking ? 'reason' : form.main,
    // What was typed last may still be on its way to be kept.
    decide: (who) => call.edge.inOrder(formId, async () => {
      requireSameDomain(kept, who)
      const verb = { number: kept.number, seen: kept.seen, deliveryKey: `view:${formId}` }
      const typed = await submitted(call, who, kept)
      if ('lost' in typed) return doneBefore(form, who, verb, typed.lost)
      return form.decide(who, form.read(typed.form), { ...verb, ...(typed.confirmation && { confirmation: typed.confirmation }) })
    }),
    said: form.said,
    done: (done, reader) => closing(call, kept, done, `✅ ${form.said(done, reader)}`, reader),
    ask: (refusal, reader) => (refusal.code === 'personal_data' ? askInTime(view, kept, refusal, reader) : null),
    askLate: (refusal, reader) => (refusal.code === 'personal_data' && !asking ? askInForm(view, kept, refusal, reader) : null),
    again: async (refusal, who) => {
      if (!asking) await keepForm(call.edge.deps, who.actor, { number: kept.number, form: form.action, values: formValues(view) })
      return refusal.code === 'case_changed' ? overtakenVerb(view, kept, refusal, who.reader) : null
    },
    followUp: async (done, who) => {
      const words = `✅ ${form.said(done, who.reader)}`
      // Also where everything was to close: an answer that came late has closed nothing.
      if (asking) await endForm(call, who, formId, words)
      await afterVerb(call, who, { kept, done, words })
    },
  })
}

/** What was typed is forgotten once it went through: a second delivery is answered like the first, and nothing is done without it. */
async function doneBefore<T>({ read, decide }: VerbSubmission<T>, who: Acting, verb: VerbOf, lost: Refused): Promise<CaseDone> {
  try {
    return await decide(who, read(keptForm({})), verb)
  } catch (error) {
    throw error instanceof Refused ? lost : error
  }
}

/** What was opened for one domain is not done for another that the person switched to meanwhile. */
export function requireSameDomain({ domain }: Pick<VerbKept, 'domain'>, { actor }: Acting): void {
  if (domain !== actor.domain) throw new Refused({ code: 'other_account', domain, signedIn: actor.domain })
}

/** The form closes; one that waits for somebody, or that is told nowhere else, says so before. */
function closing(call: SubmitCall, { under, from }: VerbKept, done: CaseDone, words: string, reader: Reader): ViewResponseAction | undefined {
  if (done.waitsFor.length > 0 || (under === undefined && from === undefined)) return { response_action: 'update', view: doneView(words, reader) }
  return isConfirm(call.view) && isAlone(call) ? { response_action: 'clear' } : undefined
}

/** Whether the form stands on no other view. */
function isAlone({ view }: SubmitCall): boolean {
  const form = isConfirm(view) ? view.previous_view_id : view.id
  return form === view.root_view_id
}
