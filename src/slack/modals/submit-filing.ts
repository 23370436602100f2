import { Refused } from '../../domain/refused.js'
import type { CaseField } from '../../domain/refused.js'
import { fileCase } from '../../usecases/filing/file-case.js'
import type { FileCase } from '../../usecases/filing/file-case.js'
import { acting, wordsOf } from '../handle.js'
import type { SubmitCall } from '../listeners.js'
import { slackError } from '../places.js'
import { after } from '../running.js'
import { scopeOfBlock } from '../views/filing/filing-block-ids.js'
import { filingView } from '../views/reading-views.js'
import { typedText } from '../whole-text.js'
import { lastReader } from '../who-acts.js'
import { outcomeAfterwards, outcomeInTime, outcomeWords } from './filing-outcome.js'
import type { Outcome, Submitted } from './filing-outcome.js'
import { readFilingValues } from './read-filing-values.js'
import { z } from 'zod'

/** *Submit* of the filing form. */
export function submitFiling(call: SubmitCall): Promise<void> {
  return submit(call, 'customer', { draftId: call.view.private_metadata, values: readFilingValues(call.view) })
}

const typedReason = z.object({ values: z.record(z.string(), z.record(z.string(), z.object({ value: typedText.nullish() }))) })

/** *Submit* of the question about personal data: the same draft with a reason; its values were saved before. */
export function confirmFiling(call: SubmitCall): Promise<void> {
  const state = typedReason.safeParse(call.view.state)
  const [blockId, elements] = Object.entries(state.success ? state.data.values : {})[0] ?? ['', {}]
  const confirmation = { reason: Object.values(elements)[0]?.value ?? '', digest: scopeOfBlock(blockId) }
  return submit(call, 'reason', { draftId: call.view.private_metadata, values: {}, confirmation })
}

/** Decides inside the ack while there is time (house rule 8); beyond that the view says so and ends with the result. */
async function submit(call: SubmitCall, mainField: CaseField, filing: FileCase): Promise<void> {
  const { edge, view } = call
  const deciding = decide(call, filing)
  const timeLeft = edge.ackBudget - (performance.now() - call.receivedAt)
  const decided = await Promise.race([deciding, after(Math.max(0, timeLeft)).then(() => null)])
  const submitted = (): Submitted => ({ view, mainField, reader: lastReader(edge, call.caller) })
  if (decided) return call.answer(outcomeInTime(decided, submitted()))
  const externalId = `filing.${filing.draftId}.${edge.deps.newId()}`.slice(0, 255)
  await call.answer({ response_action: 'update', view: filingView(externalId, lastReader(edge, call.caller)) })
  const late = await deciding
  await tellLate(call, externalId, late, submitted())
}

/** Never throws: whatever happens is an outcome that the person is told. */
async function decide(call: SubmitCall, filing: FileCase): Promise<Outcome> {
  const { edge } = call
  try {
    return await edge.inOrder(filing.draftId, async () => {
      const { actor } = await acting(call)
      const { number } = await fileCase(edge.deps, actor, filing)
      return { kind: 'filed', number }
    })
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', refusal: error.refusal }
    return { kind: 'failed', words: wordsOf(edge, error, lastReader(edge, call.caller)) }
  }
}

/**
 * The view exists once Slack has worked off our ack, which may take a moment. Closed meanwhile: of a filed case the outbox
 * tells, and anything else is said where the person is.
 */
async function tellLate(call: SubmitCall, externalId: string, outcome: Outcome, submitted: Submitted): Promise<void> {
  for (let attempt = 1; attempt <= 4; attempt++) {
    try {
      await call.edge.steady.views.update({ external_id: externalId, view: outcomeAfterwards(outcome, submitted) })
      return
    } catch (error) {
      if (slackError(error) !== 'not_found') throw error
      if (attempt < 4) await after(attempt * 250)
    }
  }
  if (outcome.kind !== 'filed') await call.place.tell(outcomeWords(outcome, submitted), submitted.reader)
}
