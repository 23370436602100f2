import type { EscalationReason } from '../../domain/words.js'
import type { CaseChange } from './change-case.js'
import type { KeptFindings } from './typed-text.js'

export interface Escalation extends KeptFindings {
  reason: EscalationReason
  justification: string
}

/** What an escalation makes of a case (CASE-5). `approval`: by whom and by which request it was allowed. */
export function escalated({ reason, justification, confirmed }: Escalation, now: Date, approval?: { approvalId: string; approvedBy: string }): CaseChange {
  const kept = confirmed && { confirmed }
  return {
    set: { escalatedAt: now, escalationReason: reason },
    entries: [{ kind: 'ESCALATED', text: justification, data: { escalation: reason, ...kept } }],
    audit: { action: 'case.escalated', after: { reason, ...kept, ...approval } },
    news: { desk: 'escalated' },
  }
}
