import type { ApprovalRefusal } from '../../domain/approvals/approval-refusal.js'
import type { RefusalWords, Wording } from './words-for-refusal.js'

export function approvalRefusalWords(refusal: ApprovalRefusal, _wording: Wording): RefusalWords {
  return { rule: refusal.code, next: '' }
}
