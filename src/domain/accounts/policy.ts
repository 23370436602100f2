import type { Desk } from '../words.js'

/** What a reseller domain decides for itself. Channels are Slack ids, or names until the first post tells the id. */
export interface PolicyValue {
  domain: string
  desk: Desk
  updatesChannel: string | null
  approvalChannel: string | null
  p1NeedsApproval: boolean
  escalationNeedsApproval: boolean
  /** 1 to 168, and less than `expireAfterHours`. */
  remindAfterHours: number
  /** 2 to 720. */
  expireAfterHours: number
  /** 1 to 365. */
  reopenWindowDays: number
}
