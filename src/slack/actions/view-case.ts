import { showCase } from '../../usecases/cases/show-case.js'
import { acting } from '../handle.js'
import type { ActionCall } from '../listeners.js'
import { openLight, triggerOf } from '../open-view.js'
import { readCaseNumber } from '../payloads.js'
import { caseModal } from '../views/cases/case-view.js'

/** *View case*: opens for whoever may see it, whatever the card's channel. */
export function viewCase(call: ActionCall): Promise<void> {
  const number = readCaseNumber(call.value)
  return openLight(call, triggerOf(call), 'cases.view_case', async () => {
    const { actor, reader } = await acting(call)
    return caseModal(await showCase(call.edge.deps, actor, { number }), reader, call.edge.deps.now())
  })
}
