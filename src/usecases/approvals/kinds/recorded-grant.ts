import type { ApprovalAction } from '../approval-action.js'

export const recordedGrant: ApprovalAction = {
  apply: () => Promise.reject(new Error('not built yet')),
}
