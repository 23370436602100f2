import type { AccountActor } from '../../domain/actor.js'
import type { PlannedRevoke } from '../../domain/access/access-answers.js'
import type { Deps } from '../deps.js'

export interface PlanRevoke {
  customer: string | number
  subscription?: string
}

export async function planRevoke(_deps: Deps, _actor: AccountActor, _input: PlanRevoke): Promise<PlannedRevoke> {
  throw new Error('not built yet')
}
