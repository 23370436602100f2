import type { ApprovalKind } from '../../domain/approvals/approval.js'
import type { ApprovalAction } from './approval-action.js'
import { accessRequest } from './kinds/access-request.js'
import { attachmentRemoval } from './kinds/attachment-removal.js'
import { consent } from './kinds/consent.js'
import { escalation } from './kinds/escalation.js'
import { extraLicences } from './kinds/extra-licences.js'
import { p1Filing } from './kinds/p1-filing.js'
import { recordedGrant } from './kinds/recorded-grant.js'

/** What approving each kind does. A new kind is one entry here. */
export const kinds: Record<ApprovalKind, ApprovalAction> = {
  ACCESS_REQUEST: accessRequest,
  CONSENT: consent,
  RECORDED_GRANT: recordedGrant,
  P1_FILING: p1Filing,
  ESCALATION: escalation,
  EXTRA_LICENCES: extraLicences,
  ATTACHMENT_REMOVAL: attachmentRemoval,
}
