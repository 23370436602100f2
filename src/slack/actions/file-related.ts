import type { ActionCall } from '../listeners.js'
import { openRelatedModal } from '../modals/open-related.js'
import { triggerOf } from '../open-view.js'
import { readCaseNumber } from '../payloads.js'

/** *File a related case*, from a case, its card or a message about it. */
export function fileRelated(call: ActionCall): Promise<void> {
  return openRelatedModal(call, triggerOf(call), readCaseNumber(call.value))
}
