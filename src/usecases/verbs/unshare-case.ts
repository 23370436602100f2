import type { AccountActor } from '../../domain/actor.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import { Refused } from '../../domain/refused.js'
import { removeCaseShare } from '../../store/cases/shares.js'
import type { Deps } from '../deps.js'
import { changeCase } from './change-case.js'
import type { CaseVerb } from './change-case.js'

export interface UnshareCase extends CaseVerb {
  email: string
}

/**
 * Takes an address away from those who follow the case by email (CASE-3), of a closed case too. It is not told; what waits
 * to be sent to it is dropped when it is sent. Throws `Refused`: what `changeCase` throws, and `form` with `unknown` at
 * `shareWith` for an address it is not shared with.
 */
export function unshareCase(deps: Deps, actor: AccountActor, { email: typed, ...verb }: UnshareCase): Promise<CaseDone> {
  const email = typed.trim().toLowerCase()
  return changeCase(deps, actor, 'unshare', verb, async (tx, held) => {
    if (!(await removeCaseShare(tx, held.number, email))) throw new Refused({ code: 'form', problems: [{ field: 'shareWith', problem: 'unknown' }] })
    return {
      entries: [{ kind: 'SHARE', data: { emails: [email], removed: true } }],
      audit: { action: 'case.unshared', after: { removed: 1 } },
      news: {},
    }
  })
}
