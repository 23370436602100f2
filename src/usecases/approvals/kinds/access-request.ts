import type { ApprovalAction } from '../approval-action.js'

export const accessRequest: ApprovalAction = {
  apply: () => Promise.reject(new Error('not built yet')),
}
