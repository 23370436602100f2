import type { AuditRow } from '../../domain/audit.js'
import type { Tx } from '../open-store.js'

export interface AuditFilter {
  /** Inclusive. */
  since?: Date
  /** Exclusive. */
  until?: Date
  /** Of people who acted for this organization. */
  organizationId?: string
}

export interface ExportedRow extends AuditRow {
  /** The number of the seal that covers it; null: not sealed yet. */
  seal: number | null
  /** The primary domain of the organization that the actor acted for, as it is called now. */
  domain: string | null
}

const rowsOfPage = 500

/** The rows that pass, by their ids, a page at a time. */
export async function* auditPages(tx: Tx, { since, until, organizationId }: AuditFilter): AsyncGenerator<ExportedRow[]> {
  const at = { ...(since && { gte: since }), ...(until && { lt: until }) }
  const domains = new Map<string, string>()
  for (let after = 0; ;) {
    const rows = await tx.audit.findMany({
      where: { id: { gt: after }, at, ...(organizationId !== undefined && { organizationId }) }, orderBy: { id: 'asc' }, take: rowsOfPage,
    })
    await learnDomains(tx, domains, rows.flatMap((row) => row.organizationId ?? []))
    yield rows.map(({ sealId, ...row }) => ({ ...row, seal: sealId, domain: domains.get(row.organizationId ?? '') ?? null }))
    const last = rows.at(-1)
    if (!last || rows.length < rowsOfPage) return
    after = last.id
  }
}

async function learnDomains(tx: Tx, domains: Map<string, string>, ids: string[]): Promise<void> {
  const unknown = [...new Set(ids)].filter((id) => !domains.has(id))
  if (unknown.length === 0) return
  const organizations = await tx.organization.findMany({ where: { id: { in: unknown } }, select: { id: true, primaryDomain: true } })
  for (const { id, primaryDomain } of organizations) domains.set(id, primaryDomain)
}
