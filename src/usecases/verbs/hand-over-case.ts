import type { AccountActor } from '../../domain/actor.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import { Refused } from '../../domain/refused.js'
import type { FormProblem } from '../../domain/form-problem.js'
import type { Tx } from '../../store/open-store.js'
import { findCaseColleagues } from '../../store/people/case-colleagues.js'
import type { Deps } from '../deps.js'
import { changeCase } from './change-case.js'
import type { CaseVerb } from './change-case.js'
import { ownedBy } from './change-owner.js'

export interface HandOverCase extends CaseVerb {
  /** The new owner's account. */
  accountId: string
}

/**
 * Makes a colleague the owner of the case, who is told (CASE-4): an active account of the actor's own organization that
 * may see cases. Throws `Refused`: what `changeCase` throws, and `form` at the owner: `required`, `unknown` for who is no
 * such colleague, whoever it is, `unchanged` for who owns it already.
 */
export async function handOverCase(deps: Deps, actor: AccountActor, { accountId, ...verb }: HandOverCase): Promise<CaseDone> {
  const done = await changeCase(deps, actor, 'handOver', verb, async (tx, held) => {
    if (accountId === '') throw refusedOwner('required')
    const owner = await findColleague(tx, actor, accountId)
    if (!owner) throw refusedOwner('unknown')
    if (accountId === held.ownerId) throw refusedOwner('unchanged')
    return ownedBy(tx, held, owner)
  })
  const owner = await deps.store.read((tx) => findColleague(tx, actor, accountId))
  return { ...done, ...(owner && { newOwner: owner.name }) }
}

async function findColleague(tx: Tx, actor: AccountActor, accountId: string): Promise<{ id: string; name: string } | undefined> {
  return (await findCaseColleagues(tx, actor)).find(({ id }) => id === accountId)
}

function refusedOwner(problem: 'required' | 'unknown' | 'unchanged'): Refused {
  return new Refused({ code: 'form', problems: [{ field: 'owner', problem } satisfies FormProblem] })
}
