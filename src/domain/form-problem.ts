import type { TargetField } from './clocks/response-targets.js'

/** Fields of the smaller forms: deciding, recording, administering. Errors are answered at the field. */
export type FormField =
  | 'decision' | 'comment' | 'subscription' | 'evidence' | 'handOnTo'
  | 'email' | 'name' | 'personEmail' | 'roles' | 'unit' | 'licence' | 'roleName' | 'privileges' | 'count' | 'reason' | 'alertEmail'
  | 'message' | 'severity' | 'owner' | 'attachments' | 'shareWith' | 'escalationReason' | 'justification' | 'state' | 'portalNumber'
  | 'updatesChannel' | 'approvalChannel' | 'remindAfterHours' | 'expireAfterHours' | 'reopenWindowDays' | 'file'
  | TargetField | 'workingDays' | 'worksFrom' | 'worksTo' | 'workZone'

export type FormProblem =
  | { field: FormField; problem: 'required' }
  | { field: FormField; problem: 'unknown' }
  | { field: FormField; problem: 'too_long'; max: number; length: number }
  | { field: FormField; problem: 'not_a_number'; min: number; max: number }
  | { field: FormField; problem: 'not_an_address' }
  | { field: FormField; problem: 'not_on_domains'; domains: string[] }
  | { field: FormField; problem: 'taken' }
  /** It is that already. */
  | { field: FormField; problem: 'unchanged' }
  /** CASE-2; `excerpts` are masked. A reason can always be given without, so that this is not to be confirmed. */
  | { field: FormField; problem: 'personal_data'; excerpts: string[] }
  | { field: FormField; problem: 'bad_addresses'; addresses: string[] }
  | { field: FormField; problem: 'too_many'; max: number }
  /** The channel belongs to another domain (SCOPE-1), which is not named. */
  | { field: FormField; problem: 'channel_taken' }
  /** A reminder comes before the request expires. */
  | { field: FormField; problem: 'reminder_after_expiry' }
  | { field: FormField; problem: 'too_large'; maxBytes: number }
  /** No time that an answer may take. */
  | { field: FormField; problem: 'not_a_duration' }
  | { field: FormField; problem: 'not_a_time' }
  /** A working day is an hour at least. */
  | { field: FormField; problem: 'day_too_short' }
  /** Letters, digits and dashes are. */
  | { field: FormField; problem: 'not_a_portal_number' }
