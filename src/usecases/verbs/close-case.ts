import type { AccountActor } from '../../domain/actor.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import type { Confirmation } from '../confirm-findings.js'
import type { Deps } from '../deps.js'
import { changeCase } from './change-case.js'
import type { CaseVerb } from './change-case.js'
import { readTypedText } from './typed-text.js'

export interface CloseCase extends CaseVerb {
  reason: string
  confirmation?: Confirmation | undefined
}

/**
 * Closes the case, by team or desk, with the reason (CASE-4). From now on it can be reopened for a while (CASE-6). Throws
 * `Refused`: what `changeCase` throws, `form`, and `personal_data` until it is confirmed with a reason (CASE-2).
 */
export function closeCase(deps: Deps, actor: AccountActor, { reason, confirmation, ...verb }: CloseCase): Promise<CaseDone> {
  const byDesk = actor.organizationKind === 'VENDOR'
  return changeCase(deps, actor, 'close', verb, (_tx, held, now) => {
    const { text, kept } = readTypedText('reason', reason, confirmation)
    const state = { from: held.state, to: 'CLOSED' as const }
    return Promise.resolve({
      set: { state: state.to, closedAt: now, deskSince: null },
      clock: 'stop' as const,
      entries: [{ kind: 'CLOSED' as const, text, data: { state, ...kept } }] as const,
      audit: { action: 'case.closed', before: { state: state.from }, after: { state: state.to, ...kept } },
      // Closed by the desk, it is the team's to say whether it is done.
      news: byDesk ? { people: [held.ownerId], shares: true } : { desk: 'closed' as const, shares: true },
    })
  })
}
