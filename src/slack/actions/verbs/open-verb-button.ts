/** The buttons that open the form of something done with a case. Each only names the case; what is allowed is asked at the press. */
import type { CaseAction } from '../../../domain/cases/case-actions.js'
import type { OnAction } from '../../listeners.js'
import { openVerbModal } from '../../modals/verbs/open-verb.js'
import { triggerOf } from '../../open-view.js'
import { readCaseNumber } from '../../payloads.js'
import { openedByButton } from './opened-from.js'

const opens = (action: CaseAction): OnAction => (call) =>
  openVerbModal(call, triggerOf(call), { number: readCaseNumber(call.value), action, ...openedByButton(call) })

export const pressReply = opens('reply')
export const pressNotSolved = opens('notSolved')
export const pressNote = opens('note')
export const pressSeverity = opens('severity')
export const pressHandOver = opens('handOver')
export const pressShare = opens('share')
export const pressEscalate = opens('escalate')
export const pressClose = opens('close')
export const pressReopen = opens('reopen')
export const pressPortalNumber = opens('portalNumber')
export const pressRecordReply = opens('recordReply')
