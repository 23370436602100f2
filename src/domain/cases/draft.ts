import type { ApprovalClosure, ApprovalState } from '../approvals/approval.js'
import type { Severity } from '../words.js'

/** What is typed into the filing form so far; everything may be missing. */
export interface DraftValues {
  customerId?: number
  productId?: string
  title?: string
  categoryId?: string
  /** By question id; kept for every category that was chosen on the way. */
  answers?: Record<string, string>
  /** Files chosen in the form or kept from before. */
  files?: DraftFile[]
  severity?: Severity
  language?: string
  timeZone?: string
  /** As typed: addresses by line or comma. */
  shareWith?: string
  relatedCaseNumber?: number
  tellAuthor?: boolean
  /** The whole text of the message it was made from: begins the first long answer, the rest follows the answers. */
  messageText?: string
  /** Slack's time of the newest action whose form was kept: what comes late from before it is not kept any more. */
  typedAt?: string
  /** It was submitted, waited for approval, and came back; until it is submitted again. */
  returned?: DraftReturn
  /** Personal data that stays in it, and why, while it waits for approval. */
  confirmed?: { findings: { place: string; kind: string }[]; reason: string }
}

/** How a filing that waited for approval ended without being filed. */
export interface DraftReturn {
  how: Exclude<ApprovalState, 'PENDING' | 'APPROVED'>
  /** Null: it ended by itself. */
  by: string | null
  at: Date
  comment: string | null
  /** Why it could not be done any more, if it was that. */
  because?: ApprovalClosure | undefined
}

/** Whether an action of this time is newer than everything the draft holds. Slack's times are seconds with six decimals. */
export function isNewest(values: DraftValues, typedAt: string): boolean {
  return values.typedAt === undefined || Number(typedAt) > Number(values.typedAt)
}

/** Whether a draft is worth going on with: something was typed or chosen that would be missed. */
export function hasSomethingTyped({ title, answers, shareWith, files }: DraftValues): boolean {
  return [title, shareWith, ...Object.values(answers ?? {})].some((text) => text !== undefined && text.trim() !== '') || (files ?? []).some((file) => file.chosen)
}

export interface DraftFile {
  slackFileId: string
  name: string
  mimeType: string
  /** Bytes. */
  size: number
  sourceUrl: string
  /** Unticked files stay in the draft and are not attached. */
  chosen: boolean
}

/** Where a draft began, and how its author can be answered. */
export interface DraftOrigin {
  how: 'command' | 'shortcut' | 'message' | 'home' | 'button'
  channelId?: string
  /** Slack's one-time answer address, good for 30 minutes and five answers. */
  responseUrl?: string
  responseUrlUntil?: string
  /** The message it was made from. */
  message?: { channelId: string; ts: string; authorId?: string; mayTellAuthor: boolean }
}
