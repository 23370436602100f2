import type { ExportedRow } from '../../store/audit/audit-pages.js'

const columns = [
  'id', 'at', 'actorId', 'actorName', 'organizationId', 'domain', 'action', 'subjectType', 'subjectId', 'before', 'after', 'origin', 'seal',
] as const satisfies readonly (keyof ExportedRow)[]

export const csvHeader = `${columns.join(',')}\r\n`

/** A row as RFC 4180 has it. */
export function csvLine(row: ExportedRow): string {
  return `${columns.map((column) => cell(row[column])).join(',')}\r\n`
}

/** Text that a spreadsheet would take for a formula gets an apostrophe in front. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  const text = value instanceof Date ? value.toISOString() : typeof value === 'object' ? JSON.stringify(value) : String(value)
  const safe = typeof value !== 'number' && /^[\s]*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
