import type { ViewResponseAction } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import type { FormField } from '../../domain/form-problem.js'
import { Refused } from '../../domain/refused.js'
import type { Refusal } from '../../domain/refused.js'
import { wordsFor } from '../../locales/words.js'
import type { Reader } from '../../locales/words.js'
import { acting, logBug, wordsOf } from '../handle.js'
import type { Acting } from '../handle.js'
import type { SubmitCall } from '../listeners.js'
import { refusalText } from '../refusals/refusal-words.js'
import { section } from '../views/blocks.js'
import { escapeCut } from '../views/escape.js'
import { noticeView, readingView } from '../views/reading-views.js'
import { lastReader } from '../who-acts.js'
import { errorAt, formErrors } from './form-errors.js'
import { formAgain, hasInputs } from './form-again.js'
import { submitInTime } from './submit-in-time.js'

export interface FormSubmission<T> {
  /** Decides and commits; throws `Refused`. */
  decide: (who: Acting) => Promise<T>
  /** The field that takes what belongs to no other. */
  main: FormField
  /** Which field a refusal is about, where it is not the main one. */
  fieldOf?: (refusal: Refusal) => FormField | null
  /** What was done, in plain text; said when Slack could not be answered in time. */
  said: (result: T, reader: Reader) => string
  /** The ack of what was done in time; the view closes without one. */
  done?: (result: T, reader: Reader) => ViewResponseAction | undefined
  /** Another answer to a refusal than errors at the fields, while there is time; null for those. */
  ask?: (refusal: Refusal, reader: Reader) => ViewResponseAction | null
  /** What takes the place of `ask` when the ack was out already; null for the form with the refusal above. */
  askLate?: (refusal: Refusal, reader: Reader) => ModalView | null
  /** The form as it goes on after a refusal, in time or not; null for errors at the fields. */
  again?: (refusal: Refusal, who: Acting) => Promise<ModalView | null>
  /** When it was done and said: lists underneath are drawn anew. */
  followUp?: (result: T, who: Acting) => Promise<void>
}

type Outcome<T> = { done: T; who: Acting } | { refusal: Refusal; again: ModalView | null } | { words: string }

/** *Submit* of one of the smaller forms: errors at its fields, and its list drawn anew when it was done. */
export async function submitForm<T>(call: SubmitCall, form: FormSubmission<T>): Promise<void> {
  const reader = (): Reader => lastReader(call.edge, call.caller)
  const deciding = decide(call, form)
  await submitInTime<Outcome<T>>(call, {
    name: 'saving',
    decide: () => deciding,
    inTime: (outcome) => answerInTime(call, form, outcome, reader()),
    waiting: () => readingView(wordsFor(reader())('portal.saving_title'), [section(`⏳ ${wordsFor(reader())('portal.saving_text')}`)], reader()),
    afterwards: (outcome) => lateView(call, form, outcome, reader()),
    closed: (outcome) => call.place.tell(outcomeWords(form, outcome, reader()), reader()),
  })
  const outcome = await deciding
  // It is done, and the person was told: what goes wrong from here on is ours to find.
  if ('done' in outcome) await form.followUp?.(outcome.done, outcome.who).catch((error: unknown) => void logBug(call.edge, error))
}

async function decide<T>(call: SubmitCall, form: FormSubmission<T>): Promise<Outcome<T>> {
  try {
    const who = await acting(call)
    return await decideAs(who, form)
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal, again: null }
    return { words: wordsOf(call.edge, error, lastReader(call.edge, call.caller)) }
  }
}

async function decideAs<T>(who: Acting, { decide: work, again }: FormSubmission<T>): Promise<Outcome<T>> {
  try {
    return { done: await work(who), who }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { refusal: error.refusal, again: await again?.(error.refusal, who) ?? null }
  }
}

function answerInTime<T>({ view }: SubmitCall, { main, fieldOf, done, ask }: FormSubmission<T>, outcome: Outcome<T>, reader: Reader): ViewResponseAction | undefined {
  if ('done' in outcome) return done?.(outcome.done, reader)
  if ('words' in outcome) return errorsOr(errorAt(view, main, outcome.words), outcome.words, reader)
  const { refusal, again } = outcome
  if (again) return { response_action: 'update', view: again }
  return ask?.(refusal, reader) ?? errorsOr(formErrors(view, refusal, fieldOf?.(refusal) ?? main, reader), refusalText(refusal, reader), reader)
}

/** What was not done late is said above the form as it was, so that nothing typed is lost. */
function lateView<T>({ view }: SubmitCall, form: FormSubmission<T>, outcome: Outcome<T>, reader: Reader): ModalView {
  const asked = 'refusal' in outcome ? outcome.again ?? form.askLate?.(outcome.refusal, reader) : null
  if (asked) return asked
  const words = outcomeWords(form, outcome, reader)
  if (!('done' in outcome) && hasInputs(view)) return formAgain(view, words)
  return readingView(wordsFor(reader)('portal.title'), [section(escapeCut(words, 2800))], reader)
}

/** Words take the view's place when it has no field for them. */
function errorsOr(errors: Record<string, string>, words: string, reader: Reader): ViewResponseAction {
  if (Object.keys(errors).length > 0) return { response_action: 'errors', errors }
  return { response_action: 'update', view: noticeView(words, reader) }
}

function outcomeWords<T>({ said }: FormSubmission<T>, outcome: Outcome<T>, reader: Reader): string {
  if ('done' in outcome) return `✅ ${said(outcome.done, reader)}`
  return `⚠️ ${'refusal' in outcome ? refusalText(outcome.refusal, reader) : outcome.words}`
}
