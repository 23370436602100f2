import type { Say } from '../../locales/words.js'
import { time } from '../import/fields.js'
import { Told } from '../told.js'

/** As they were typed. */
export interface ExportOptions {
  since?: string
  until?: string
  domain?: string
  format?: string
  output?: string
}

const formats = ['jsonl', 'csv'] as const
export type ExportFormat = (typeof formats)[number]

export interface AuditExport {
  since?: Date
  until?: Date
  /** Lower case. */
  domain?: string
  format: ExportFormat
  /** A file's path; standard output without one. */
  output?: string
}

/** Throws `Told` for the first option that is wrong. */
export function readExportOptions({ since, until, domain, format = 'jsonl', output }: ExportOptions, say: Say): AuditExport {
  const named = formats.find((each) => each === format.toLowerCase())
  if (!named) throw new Told(say('cli.audit_format_wrong', { found: format }))
  return {
    format: named,
    ...(since !== undefined && { since: readTime('--since', since, say) }),
    ...(until !== undefined && { until: readTime('--until', until, say) }),
    ...(domain !== undefined && { domain: domain.trim().toLowerCase() }),
    ...(output !== undefined && { output }),
  }
}

function readTime(option: string, found: string, say: Say): Date {
  const read = time.safeParse(found)
  if (!read.success) throw new Told(say('cli.audit_time_wrong', { option, found }))
  return read.data
}
