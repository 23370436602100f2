import { listHistory } from '../../usecases/cases/list-history.js'
import { acting } from '../handle.js'
import type { Call } from '../handle.js'
import type { ActionCall } from '../listeners.js'
import { updateForm } from '../modals/change-filing.js'
import { viewOf } from '../modals/portal/redraw.js'
import { openLight, triggerOf } from '../open-view.js'
import type { Trigger } from '../open-view.js'
import { readCaseHistoryPage, readCaseNumber } from '../payloads.js'
import { historyView } from '../views/cases/case-history.js'

/** `/case history 1042` and *Full history*. */
export function openHistory(call: Call, trigger: Trigger, number: number): Promise<void> {
  return openLight(call, trigger, 'cases.history_full', async () => {
    const { actor, reader } = await acting(call)
    return historyView(await listHistory(call.edge.deps, actor, { number }), reader)
  })
}

/** *Full history*, in front of the case's view if it stands there. */
export function pressHistory(call: ActionCall): Promise<void> {
  return openHistory(call, triggerOf(call), readCaseNumber(call.value))
}

/** *Older* and *Newest*, in the page's place. */
export async function turnCaseHistory(call: ActionCall): Promise<void> {
  const { number, after } = readCaseHistoryPage(call.value)
  const view = viewOf(call)
  const { actor, reader } = await acting(call)
  await updateForm(call, view, historyView(await listHistory(call.edge.deps, actor, { number, after }), reader, after), () => false)
}
