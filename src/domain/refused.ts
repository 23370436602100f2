import type { AccessBlock } from './access/access.js'
import type { AccessRefusal } from './access/access-refusal.js'
import type { AccountRefusal } from './accounts/account-refusal.js'
import type { ApprovalRefusal } from './approvals/approval-refusal.js'
import type { MeanwhileEntry, SeenCase } from './cases/case-change.js'
import type { Finding } from './personal-data.js'
import type { AttachmentState, SupportTier } from './words.js'

/** Fields of the filing form, the names under which errors are answered at the field. */
export type CaseField =
  | 'customer' | 'productType' | 'title' | 'category' | 'attachments' | 'severity' | 'language' | 'timeZone' | 'shareWith' | 'reason'
  | `question:${string}`

/** What is wrong with one field of a form. */
export type FieldProblem =
  | { field: CaseField; problem: 'required' }
  | { field: CaseField; problem: 'too_long'; max: number; length: number }
  | { field: CaseField; problem: 'unknown' }
  | { field: CaseField; problem: 'gone' }
  | { field: CaseField; problem: 'not_of_product'; product: string }
  | { field: CaseField; problem: 'elsewhere'; product: string }
  | { field: CaseField; problem: 'bad_addresses'; addresses: string[] }
  | { field: CaseField; problem: 'too_many'; max: number }
  | { field: CaseField; problem: 'too_large'; name: string; maxBytes: number }

/** Every expected no, with what its words need. One switch in slack/refusals/refusal-words.ts words them all. */
export type Refusal = AccountRefusal | AccessRefusal | ApprovalRefusal | CaseRefusal

export type CaseRefusal =
  /** The desk files none. */
  | { code: 'filing_for_resellers_only' }
  /** `words` are those it was looked for with; none when it was chosen. */
  | { code: 'customer_not_found'; words?: string }
  /** More of them have the words than are taken together. */
  | { code: 'customers_too_many'; words: string; max: number }
  | { code: 'case_not_found'; words: string }
  | { code: 'case_locked'; number: number; customer: string; block: AccessBlock }
  | { code: 'fields'; problems: FieldProblem[] }
  /** `digest` names exactly these findings: who confirms them brings it along. */
  | { code: 'personal_data'; findings: Finding[]; digest: string }
  | { code: 'draft_gone' }
  /** It is not filed yet: a manager decides first. */
  | { code: 'case_waits'; number: number }
  /** `reopenUntil` is null when it cannot be reopened any more. */
  | { code: 'case_closed'; number: number; reopenUntil: Date | null }
  | { code: 'not_closed'; number: number }
  | { code: 'reopen_window_passed'; number: number; deadline: Date }
  | { code: 'escalation_for_premium'; number: number; tier: SupportTier }
  | { code: 'already_escalated'; number: number; at: Date }
  | { code: 'no_solution_yet'; number: number }
  | { code: 'already_yours'; number: number }
  | { code: 'desk_only'; number: number }
  | { code: 'team_only'; number: number }
  | { code: 'desk_in_portal'; number: number }
  | { code: 'portal_desk_for_resellers'; number: number }
  | { code: 'not_portal_desk'; number: number }
  /** Nothing waits to be carried to the web portal, or its number is to be recorded first. */
  | { code: 'nothing_to_carry'; number: number }
  | { code: 'queue_for_desk' }
  /** The desk that could take the file away is asked in its portal. */
  | { code: 'removal_in_portal'; number: number }
  /** CASE-8: somebody changed it since the form was opened; `seen` is how it is now. */
  | { code: 'case_changed'; number: number; seen: SeenCase; entries: MeanwhileEntry[] }
  /** The file's author decides about what was found in it. */
  | { code: 'not_your_file'; name: string; author: string | null }
  /** It waits for its author no more, or not yet. */
  | { code: 'file_not_held'; name: string; state: AttachmentState }
  | { code: 'file_gone' }
  /** It may not be handed out: held back, withdrawn, not fetched. */
  | { code: 'file_not_here'; name: string; state: AttachmentState }
  /** Slack takes no file without a byte in it, so it cannot be sent. */
  | { code: 'file_empty'; name: string }
  | { code: 'changed_meanwhile'; what: string }
  | { code: 'bad_command'; tried: string; hint: string }

export type RefusalCode = Refusal['code']
export type RefusalOf<C extends RefusalCode> = Extract<Refusal, { code: C }>

/** An expected no. Thrown, so that the transaction around it rolls back; anything else thrown is a bug. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.name = 'Refused'
    this.refusal = refusal
  }
}
