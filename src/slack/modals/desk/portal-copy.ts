import type { ModalView } from '@slack/types'
import type { CaseDone } from '../../../domain/cases/case-change.js'
import type { Refusal } from '../../../domain/refused.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { carriedOver } from '../../../usecases/desk/carried-over.js'
import { portalCopy } from '../../../usecases/desk/portal-copy.js'
import { recordPortalNumber } from '../../../usecases/desk/record-portal-number.js'
import { acting } from '../../handle.js'
import type { Acting, Call } from '../../handle.js'
import type { SubmitCall } from '../../listeners.js'
import { openLight } from '../../open-view.js'
import type { Trigger } from '../../open-view.js'
import { refusalText } from '../../refusals/refusal-words.js'
import { portalCopyView } from '../../views/desk/portal-copy.js'
import type { PortalCopyLook } from '../../views/desk/portal-copy.js'
import { formBlock } from '../../views/form-blocks.js'
import { doneView } from '../../views/verbs/verb-done.js'
import { readForm } from '../read-form.js'
import { submitForm } from '../submit-form.js'
import { afterVerb } from '../verbs/after-verb.js'
import type { VerbToOpen } from '../verbs/open-verb.js'
import { requireSameDomain } from '../verbs/submit-verb.js'
import { readVerbKept, verbKeptText } from '../verbs/verb-kept.js'

type CopyToOpen = Pick<VerbToOpen, 'number' | 'from' | 'under'>

/** Opens *Copy for the portal*: the light view at once, then what is to be carried over now. */
export function openPortalCopy(call: Call, trigger: Trigger, what: CopyToOpen): Promise<void> {
  return openLight(call, trigger, 'cases.do_copyForPortal', async () => drawCopy(call, await acting(call), what))
}

/** As it is now, and as it is taken for carried over when that is said. */
async function drawCopy({ edge }: Call, { actor, reader }: Acting, { number, from, under }: CopyToOpen, more: Pick<PortalCopyLook, 'typed' | 'said'> = {}): Promise<ModalView> {
  const copy = await portalCopy(edge.deps, actor, { number })
  const kept = verbKeptText({
    number, action: 'copyForPortal', domain: actor.domain, seen: copy.seen, ...(under !== undefined && { under }), ...(from && { from }),
  })
  return portalCopyView(copy, { reader, kept, ...more })
}

/** *Record portal number* under everything that was copied, or *Carried over* under the rest. What came meanwhile is shown with it. */
export function submitPortalCopy(call: SubmitCall): Promise<void> {
  const { edge, view } = call
  const kept = readVerbKept(view)
  const form = readForm(view)
  const block = formBlock('portalNumber')
  const first = form.has(block)
  const typed = form.text(block)
  const said = ({ number }: CaseDone, reader: Reader): string =>
    wordsFor(reader)(first ? 'desk.done_number' : 'desk.done_carried', { number: String(number), portalNumber: typed })
  return submitForm<CaseDone>(call, {
    main: 'portalNumber',
    decide: (who) => {
      requireSameDomain(kept, who)
      const verb = { number: kept.number, seen: kept.seen, deliveryKey: `view:${view.id}` }
      return first ? recordPortalNumber(edge.deps, who.actor, { ...verb, portalNumber: typed }) : carriedOver(edge.deps, who.actor, verb)
    },
    said,
    done: (done, reader) =>
      (kept.under === undefined && kept.from === undefined ? { response_action: 'update', view: doneView(`✅ ${said(done, reader)}`, reader) } : undefined),
    again: (refusal, who) => copiedAgain(call, who, refusal, { ...kept, typed }),
    followUp: (done, who) => afterVerb(call, who, { kept, done, words: `✅ ${said(done, who.reader)}` }),
  })
}

/** Somebody changed the case first (CASE-8): it is copied once more, with what came; the number that was typed stays. */
async function copiedAgain(call: Call, who: Acting, refusal: Refusal, { typed, ...what }: CopyToOpen & { typed: string }): Promise<ModalView | null> {
  if (refusal.code !== 'case_changed') return null
  return drawCopy(call, who, what, { typed, said: `⚠️ ${refusalText(refusal, who.reader)}` })
}
