import type { AccountActor } from '../../domain/actor.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import { Refused } from '../../domain/refused.js'
import { severities } from '../../domain/words.js'
import type { Severity } from '../../domain/words.js'
import type { HeldCase } from '../../store/cases/held-case.js'
import type { Confirmation } from '../confirm-findings.js'
import type { Deps } from '../deps.js'
import { changeCase } from './change-case.js'
import type { CaseVerb } from './change-case.js'
import { readTypedText } from './typed-text.js'

export interface ChangeSeverity extends CaseVerb {
  severity: Severity
  /** Why; asked of the team and of a desk that reclassifies alike. */
  reason: string
  confirmation?: Confirmation | undefined
}

/**
 * Changes the severity, by team or desk, who say why (CASE-4). The response clock counts by the new target from then on.
 * Throws `Refused`: what `changeCase` throws, `form` (`unchanged` at the severity it has), and `personal_data` until it is
 * confirmed with a reason (CASE-2).
 */
export function changeSeverity(deps: Deps, actor: AccountActor, { severity, reason, confirmation, ...verb }: ChangeSeverity): Promise<CaseDone> {
  return changeCase(deps, actor, 'severity', verb, (_tx, held) => {
    if (!severities.includes(severity)) throw new Refused({ code: 'form', problems: [{ field: 'severity', problem: 'unknown' }] })
    if (severity === held.severity) throw new Refused({ code: 'form', problems: [{ field: 'severity', problem: 'unchanged' }] })
    const { text, kept } = readTypedText('reason', reason, confirmation)
    const changed = { from: held.severity, to: severity }
    return Promise.resolve({
      set: { severity },
      clock: 'rescale' as const,
      entries: [{ kind: 'SEVERITY' as const, text, data: { severity: changed, ...kept } }] as const,
      audit: { action: 'case.severity_changed', before: { severity: changed.from }, after: { severity, ...kept } },
      news: desksToKnow(actor, held, severity) ? { desk: 'severity' as const } : {},
    })
  })
}

/** The desk is told what became more urgent; a web portal that is carried by hand has to be told everything (CASE-9). */
function desksToKnow(actor: AccountActor, held: HeldCase, severity: Severity): boolean {
  if (actor.organizationKind === 'VENDOR') return false
  return held.desk === 'PORTAL' || severities.indexOf(severity) < severities.indexOf(held.severity)
}
