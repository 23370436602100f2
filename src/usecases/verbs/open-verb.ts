import type { AccountActor } from '../../domain/actor.js'
import type { CaseAction } from '../../domain/cases/case-actions.js'
import type { VerbForm } from '../../domain/cases/verb-form.js'
import type { Deps } from '../deps.js'

export interface OpenVerb {
  number: number
  action: CaseAction
}

/**
 * What the form of something done with a case needs. Throws `Refused` what the verb itself would throw now, so that nobody
 * types for nothing: `privileges_missing`, `case_not_found`, `case_locked`, and what `actionBlockedBy` answers.
 */
export function openVerb(deps: Deps, actor: AccountActor, { number, action }: OpenVerb): Promise<VerbForm> {
  throw new Error(`not built yet: ${typeof deps} ${actor.name} ${number} ${action}`)
}
