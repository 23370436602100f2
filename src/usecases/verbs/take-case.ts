import type { AccountActor } from '../../domain/actor.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import type { Deps } from '../deps.js'
import { changeCase } from './change-case.js'
import type { CaseVerb } from './change-case.js'
import { ownedBy } from './change-owner.js'

/** Makes the actor, one of the team, the owner of the case (CASE-4). Throws `Refused`: what `changeCase` throws. */
export function takeCase(deps: Deps, actor: AccountActor, verb: CaseVerb): Promise<CaseDone> {
  return changeCase(deps, actor, 'take', verb, (tx, held) => ownedBy(tx, held, { id: actor.accountId, name: actor.name }))
}
