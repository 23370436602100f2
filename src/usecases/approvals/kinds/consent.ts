import type { ApprovalAction } from '../approval-action.js'

export const consent: ApprovalAction = {
  apply: () => Promise.reject(new Error('not built yet')),
}
