import type { AccountActor } from '../../domain/actor.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import type { EscalationReason } from '../../domain/words.js'
import type { Confirmation } from '../confirm-findings.js'
import type { Deps } from '../deps.js'
import type { CaseVerb } from './change-case.js'

export interface EscalateCase extends CaseVerb {
  reason: EscalationReason
  justification: string
  confirmation?: Confirmation | undefined
}

/** Escalates a case of a PREMIUM customer (CASE-5), at once or when a manager has approved it. */
export function escalateCase(_deps: Deps, _actor: AccountActor, _input: EscalateCase): Promise<CaseDone> {
  throw new Error('not built yet')
}
