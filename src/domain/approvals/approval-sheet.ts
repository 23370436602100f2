import type { Refusal } from '../refused.js'
import type { ApprovalValue } from './approval.js'

/** An approval with what the reader may do about it. */
export interface ApprovalSheet {
  approval: ApprovalValue
  mayDecide: boolean
  /** Why the reader may not decide it. */
  why: Refusal | null
  mayWithdraw: boolean
  /** Empty: the reader cannot hand it on. */
  handOnTo: { accountId: string; name: string }[]
}
