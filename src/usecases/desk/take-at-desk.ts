import type { AccountActor } from '../../domain/actor.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import type { NewCaseEntry } from '../../store/cases/case-entries.js'
import { findAccountsByIds } from '../../store/people/accounts.js'
import type { Deps } from '../deps.js'
import { changeCase } from '../verbs/change-case.js'
import type { CaseVerb } from '../verbs/change-case.js'

/**
 * Makes the actor, one of the desk, who works on the case there; a new one is in progress with that. Who had it before is
 * told. Throws `Refused`: what `changeCase` throws.
 */
export function takeAtDesk(deps: Deps, actor: AccountActor, verb: CaseVerb): Promise<CaseDone> {
  return changeCase(deps, actor, 'deskTake', verb, async (tx, held) => {
    const [before] = held.deskOwnerId === null ? [] : await findAccountsByIds(tx, [held.deskOwnerId])
    const state = { from: held.state, to: held.state === 'NEW' ? 'IN_PROGRESS' as const : held.state }
    const begun: NewCaseEntry[] = state.from === state.to ? [] : [{ kind: 'STATE', data: { state } }]
    return {
      set: { deskOwnerId: actor.accountId, state: state.to },
      entries: [{ kind: 'OWNER', data: { owner: { from: before?.name ?? null, to: actor.name, atDesk: true } } }, ...begun],
      audit: {
        action: 'case.taken_at_desk',
        before: { deskOwnerId: held.deskOwnerId, state: state.from }, after: { deskOwnerId: actor.accountId, state: state.to },
      },
      news: { people: [held.deskOwnerId] },
    }
  })
}
