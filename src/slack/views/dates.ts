import { formatLocaleOf } from '../../locales/words.js'
import type { Reader } from '../../locales/words.js'

/** A moment in mrkdwn: each reader's client shows its own wall clock; the fallback is in `reader`'s. */
export function slackDate(at: Date, reader: Reader): string {
  return `<!date^${Math.floor(at.getTime() / 1000)}^{date_short_pretty} {time}|${clockDate(at, reader)}>`
}

/** The same with the date in full: for what is read long after it was written, and must never call the past "until yesterday". */
export function slackFullDate(at: Date, reader: Reader): string {
  return `<!date^${Math.floor(at.getTime() / 1000)}^{date_short} {time}|${clockDate(at, reader)}>`
}

/** A moment in words, for plain text. */
export function clockDate(at: Date, reader: Reader): string {
  return new Intl.DateTimeFormat(formatLocaleOf(reader.locale), {
    year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: reader.timeZone, timeZoneName: 'short',
  }).format(at)
}

const units = [['day', 86_400], ['hour', 3600], ['minute', 60]] as const

/** "5 minutes ago", "昨日"; in the language of the words around it. */
export function ago(at: Date, now: Date, language: string): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000)
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit)
  }
  return format.format(0, 'second')
}
