import type { ModalView } from '@slack/types'
import type { CaseAction } from '../../../domain/cases/case-actions.js'
import type { VerbForm } from '../../../domain/cases/verb-form.js'
import type { FormField } from '../../../domain/form-problem.js'
import { Refused } from '../../../domain/refused.js'
import type { RefusalOf } from '../../../domain/refused.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { openVerb } from '../../../usecases/verbs/open-verb.js'
import { acting } from '../../handle.js'
import type { Acting, Call } from '../../handle.js'
import { openLight } from '../../open-view.js'
import type { Trigger } from '../../open-view.js'
import { refusalText } from '../../refusals/refusal-words.js'
import { caseButtons } from '../../views/cases/case-buttons.js'
import { limits } from '../../views/limits.js'
import { noticeView } from '../../views/reading-views.js'
import { verbKeptText } from './verb-kept.js'
import type { OpenedFrom } from './verb-kept.js'
import { verbViews } from './verb-views.js'
import type { VerbView } from './verb-views.js'

export interface VerbToOpen {
  number: number
  action: CaseAction
  /** Text for the form's longest field; it is shown, never sent unseen. */
  typed?: string | undefined
  /** What else stands in the form beforehand. */
  before?: Partial<Record<FormField, string>> | undefined
  from?: OpenedFrom | undefined
  /** The case view that it is opened from. */
  under?: string | undefined
}

/** Opens a verb's form: the light view at once, the form once the use-case says that it can be done now. */
export function openVerbModal(call: Call, trigger: Trigger, what: VerbToOpen): Promise<void> {
  return openLight(call, trigger, viewOf(what.action).title, async () => drawVerb(call, await acting(call), what))
}

/** The form as it is now; throws `Refused` what the verb would. */
export async function drawVerb({ edge }: Call, who: Acting, what: VerbToOpen): Promise<ModalView> {
  try {
    return formView(await openVerb(edge.deps, who.actor, what), who, what)
  } catch (error) {
    // Too late to reopen it: the way on is one press away (CASE-6).
    if (error instanceof Refused && error.refusal.code === 'reopen_window_passed') return tooLateView(error.refusal, who.reader)
    // Of a closed case nobody new is told, but whoever is can be taken out.
    if (what.action !== 'share' || !(error instanceof Refused) || error.refusal.code !== 'case_closed') throw error
    const unshare = { ...what, action: 'unshare' as const }
    const form = await openVerb(edge.deps, who.actor, unshare)
    if (form.shares.length === 0) throw error
    return formView(form, who, unshare)
  }
}

function tooLateView(refusal: RefusalOf<'reopen_window_passed'>, reader: Reader): ModalView {
  const view = noticeView(refusalText(refusal, reader), reader)
  return { ...view, blocks: [...view.blocks, ...caseButtons(refusal.number, ['related'], reader, 'CLOSED')] }
}

function formView(form: VerbForm, { actor, reader }: Acting, what: VerbToOpen): ModalView {
  const { number, action, from, under } = what
  const { draw, main } = viewOf(action)
  const values = { ...form.kept, ...what.before }
  const typed = what.typed ?? ''
  const longest = together(typed, form.kept[main])
  const proposed = action === 'close' && form.state === 'SOLUTION_PROVIDED' && longest === '' ? wordsFor(reader)('verbs.close_worked') : ''
  const kept = verbKeptText({
    number, action, domain: actor.domain,
    // Nobody's form is overtaken by a note, and a note overtakes nobody's.
    ...(action !== 'note' && { seen: form.seen }),
    ...(under !== undefined && { under }), ...(from && { from }), ...(proposed !== '' && { given: true }),
  })
  return draw(form, {
    reader, action, kept,
    before: (field) => {
      if (action === 'handOver' && field === 'owner' && typed !== '') return colleagueNamed(form, typed)
      return field === main && action !== 'handOver' ? longest || proposed || values[field] : values[field]
    },
    fromBefore: Object.values(form.kept).some((text) => text !== ''),
  })
}

/** What was typed now, above what was kept; as much as a field takes. */
function together(typed: string, kept = ''): string {
  if (typed === '' || kept === '' || kept.startsWith(typed)) return kept === '' ? typed : kept
  const both = `${typed}\n\n${kept}`
  return both.length <= limits.textInput ? both : typed
}

/** The only colleague whose name has the words. */
function colleagueNamed({ colleagues }: VerbForm, words: string): string | undefined {
  const wanted = words.normalize('NFKC').toLowerCase()
  const found = colleagues.filter(({ name }) => name.normalize('NFKC').toLowerCase().includes(wanted))
  return found.length === 1 ? found[0]?.accountId : undefined
}

function viewOf(action: CaseAction): VerbView {
  const view = verbViews[action]
  if (!view) throw new Error(`${action} has no form`)
  return view
}
