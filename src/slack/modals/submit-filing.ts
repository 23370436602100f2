import { Refused } from '../../domain/refused.js'
import type { CaseField } from '../../domain/refused.js'
import { fileCase } from '../../usecases/filing/file-case.js'
import type { FileCase } from '../../usecases/filing/file-case.js'
import { acting, wordsOf } from '../handle.js'
import type { SubmitCall } from '../listeners.js'
import { scopeOfBlock } from '../views/filing/filing-block-ids.js'
import { filingView } from '../views/reading-views.js'
import { typedText } from '../whole-text.js'
import { lastReader } from '../who-acts.js'
import { outcomeAfterwards, outcomeInTime, outcomeWords } from './filing-outcome.js'
import type { Outcome, Submitted } from './filing-outcome.js'
import { readFilingValues } from './read-filing-values.js'
import { submitInTime } from './submit-in-time.js'
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

/** Decides inside the ack while there is time. Closed meanwhile: of a filed case the outbox tells, anything else is said where the person is. */
function submit(call: SubmitCall, mainField: CaseField, filing: FileCase): Promise<void> {
  const { edge, view } = call
  const submitted = (): Submitted => ({ view, mainField, reader: lastReader(edge, call.caller) })
  return submitInTime(call, {
    name: `filing.${filing.draftId}`,
    decide: () => decide(call, filing),
    inTime: (outcome) => outcomeInTime(outcome, submitted()),
    waiting: () => filingView(lastReader(edge, call.caller)),
    afterwards: (outcome) => outcomeAfterwards(outcome, submitted()),
    closed: async (outcome) => {
      if (outcome.kind !== 'filed') await call.place.tell(outcomeWords(outcome, submitted()), submitted().reader)
    },
  })
}

/** Never throws: whatever happens is an outcome that the person is told. */
async function decide(call: SubmitCall, filing: FileCase): Promise<Outcome> {
  const { edge } = call
  try {
    return await edge.inOrder(filing.draftId, async () => {
      const { actor } = await acting(call)
      const { number, waitsFor } = await fileCase(edge.deps, actor, filing)
      return { kind: 'filed', number, waitsFor }
    })
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', refusal: error.refusal }
    return { kind: 'failed', words: wordsOf(edge, error, lastReader(edge, call.caller)) }
  }
}
