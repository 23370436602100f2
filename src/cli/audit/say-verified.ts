import type { AuditFinding } from '../../domain/audit.js'
import type { Say } from '../../locales/words.js'
import type { Store } from '../../store/open-store.js'
import { verifyAudit } from '../../usecases/audit/verify-audit.js'

/** Findings that are told each; the rest is counted. */
const told = 100

/** What a look at the whole trail found, line by line. */
export async function sayVerified(store: Store, say: Say, head?: string): Promise<{ lines: string[]; good: boolean }> {
  const lines: string[] = []
  let count = 0
  const verified = await verifyAudit({ store }, {
    ...(head !== undefined && { head }),
    onFinding: (finding) => {
      count += 1
      if (count <= told) lines.push(sayFinding(finding, say))
    },
  })
  const { seals, rows, unsealed } = verified
  const waiting = unsealed > 0 ? [say('cli.audit_unsealed', { count: unsealed })] : []
  if (count > 0) {
    const more = count > told ? [say('cli.audit_found_more', { count: count - told })] : []
    return { lines: [...lines, ...more, say('cli.audit_found', { count }), say('cli.audit_found_next'), ...waiting], good: false }
  }
  const whole = verified.head === null ? [say('cli.audit_nothing_sealed')] : [say('cli.audit_verified', { rows, seals }), say('cli.audit_head', { head: verified.head })]
  return { lines: [...whole, ...waiting], good: true }
}

function sayFinding(finding: AuditFinding, say: Say): string {
  switch (finding.code) {
    case 'row_changed':
    case 'row_missing':
    case 'row_not_covered':
      return say(`cli.audit_${finding.code}`, { row: String(finding.row), seal: String(finding.seal) })
    case 'row_moved': {
      const [row, seal] = [String(finding.row), String(finding.seal)]
      return finding.names === null ? say('cli.audit_row_unnamed', { row, seal }) : say('cli.audit_row_moved', { row, seal, names: String(finding.names) })
    }
    case 'seal_missing': {
      const { seal, rows, first, last } = finding
      return say('cli.audit_seal_missing', { seal: String(seal), rows, first: String(first), last: String(last) })
    }
    case 'seal_changed': return say('cli.audit_seal_changed', { seal: String(finding.seal) })
    case 'link_broken': {
      const seal = String(finding.seal)
      return finding.after === null ? say('cli.audit_link_broken_first', { seal }) : say('cli.audit_link_broken', { seal, after: String(finding.after) })
    }
    case 'head_missing': return say('cli.audit_head_missing', { head: finding.head })
  }
}
