import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Say } from '../../locales/words.js'
import { auditPages, type ExportedRow } from '../../store/audit/audit-pages.js'
import type { Store } from '../../store/open-store.js'
import { findOrganizationByDomain } from '../../store/people/organizations.js'
import { Told } from '../told.js'
import { csvHeader, csvLine } from './csv-line.js'
import type { AuditExport } from './export-options.js'

/**
 * Writes the rows that pass to the file, which its owner alone may read, or to `out`. Answers how many. It holds one page
 * at a time, however slowly the other end reads. Throws `Told` when no organization has the domain.
 */
export async function writeExport(store: Store, { domain, format, output, since, until }: AuditExport, say: Say, out: NodeJS.WritableStream): Promise<number> {
  const owner = domain === undefined ? null : await findOrganizationByDomain(store.db, domain)
  if (domain !== undefined && !owner) throw new Told(say('cli.audit_domain_unknown', { domain }))
  const pages = auditPages(store.db, { ...(since && { since }), ...(until && { until }), ...(owner && { organizationId: owner.id }) })
  let count = 0
  async function* text(): AsyncGenerator<string> {
    if (format === 'csv') yield csvHeader
    for await (const rows of pages) {
      count += rows.length
      if (rows.length > 0) yield rows.map(format === 'csv' ? csvLine : jsonLine).join('')
    }
  }
  if (output !== undefined) await pipeline(Readable.from(text()), createWriteStream(output, { mode: 0o600 }))
  else await pipeline(Readable.from(text()), out, { end: false }).catch(ignoreClosedPipe)
  return count
}

function jsonLine(row: ExportedRow): string {
  return `${JSON.stringify(row)}\n`
}

/** Whoever reads the first lines alone (`| head`) has enough. */
function ignoreClosedPipe(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
}
