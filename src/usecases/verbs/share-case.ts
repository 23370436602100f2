import type { AccountActor } from '../../domain/actor.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import { mostShares } from '../../domain/cases/case-rules.js'
import { parseShareAddresses } from '../../domain/cases/share-addresses.js'
import type { FormProblem } from '../../domain/form-problem.js'
import { Refused } from '../../domain/refused.js'
import { addCaseShares } from '../../store/cases/cases.js'
import { findShareAddresses } from '../../store/cases/shares.js'
import { enqueue } from '../../store/outbox/outbox.js'
import type { Deps } from '../deps.js'
import { changeCase } from './change-case.js'
import type { CaseVerb } from './change-case.js'

export interface ShareCase extends CaseVerb {
  /** As they were typed: one on a line, or between commas. */
  addresses: string
}

/**
 * Lets people follow the case by email (CASE-3). Addresses it is shared with already are left as they are. Throws `Refused`:
 * what `changeCase` throws, and `form` at `shareWith`: `required`, `bad_addresses`, `unchanged` when it is shared with all
 * of them, `too_many` above `mostShares` of one case.
 */
export function shareCase(deps: Deps, actor: AccountActor, { addresses: typed, ...verb }: ShareCase): Promise<CaseDone> {
  return changeCase(deps, actor, 'share', verb, async (tx, held, now) => {
    const known = await findShareAddresses(tx, held.number)
    const { added, problem } = addressesToAdd(typed, known)
    if (problem) throw new Refused({ code: 'form', problems: [problem] })
    await addCaseShares(tx, actor, held.number, added, now)
    for (const email of deps.settings.email ? added : []) {
      // With the version: an address that was taken away may be added again, and is told again.
      const dedupeKey = `share:${held.number}:${email}:v${held.version + 1}`
      await enqueue(tx, { message: { kind: 'share_email', caseNumber: held.number, email }, dedupeKey, now, uid: deps.newId() })
    }
    return {
      entries: [{ kind: 'SHARE', data: { emails: added, removed: false } }],
      audit: { action: 'case.shared', before: { shares: known.length }, after: { shares: known.length + added.length } },
      news: {},
    }
  })
}

function addressesToAdd(typed: string, known: readonly string[]): { added: string[]; problem: FormProblem | null } {
  const field = 'shareWith'
  const { addresses, bad } = parseShareAddresses(typed)
  const added = addresses.filter((email) => !known.includes(email))
  const problem = (): FormProblem | null => {
    if (bad.length > 0) return { field, problem: 'bad_addresses', addresses: bad }
    if (addresses.length === 0) return { field, problem: 'required' }
    if (added.length === 0) return { field, problem: 'unchanged' }
    return known.length + added.length > mostShares ? { field, problem: 'too_many', max: mostShares } : null
  }
  return { added, problem: problem() }
}
