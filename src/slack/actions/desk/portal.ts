import type { ActionCall } from '../../listeners.js'
import { openPortalCopy } from '../../modals/desk/portal-copy.js'
import { triggerOf } from '../../open-view.js'
import { readCaseNumber } from '../../payloads.js'
import { openedByButton } from '../verbs/opened-from.js'

/** *Copy for the portal* (CASE-9). */
export function pressPortalCopy(call: ActionCall): Promise<void> {
  return openPortalCopy(call, triggerOf(call), { number: readCaseNumber(call.value), ...openedByButton(call) })
}
