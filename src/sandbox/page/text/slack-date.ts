const dayMilliseconds = 86_400_000

export interface DateReader {
  locale: string
  timeZone: string
  /** Milliseconds since the epoch. */
  now: number
}

/** `2026-11-20`, the calendar day somewhere. */
export function dayKey(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)
}

/** Whole calendar days from the reader's today to `at`: -1 is yesterday. */
function daysFromToday(at: number, { timeZone, now }: DateReader): number {
  return Math.round((Date.parse(dayKey(at, timeZone)) - Date.parse(dayKey(now, timeZone))) / dayMilliseconds)
}

function pretty(at: number, reader: DateReader, otherwise: string): string {
  const days = daysFromToday(at, reader)
  if (Math.abs(days) > 1) return otherwise
  return new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(days, 'day')
}

function ago(at: number, { locale, now }: DateReader): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const seconds = Math.round((at - now) / 1000)
  const units = [['day', 86_400], ['hour', 3600], ['minute', 60]] as const
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size) return format.format(Math.round(seconds / size), unit)
  }
  return format.format(seconds, 'second')
}

/** Fills the `{tokens}` of Slack's `<!date^…>` for one reader. An unknown token stays as written. */
export function formatSlackDate(seconds: number, format: string, reader: DateReader): string {
  const at = seconds * 1000
  const { timeZone, locale } = reader
  const say = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(at)
  const date = () => say({ dateStyle: 'long' })
  const short = () => say({ dateStyle: 'medium' })
  const long = () => say({ dateStyle: 'full' })
  const tokens: Record<string, () => string> = {
    date_num: () => dayKey(at, timeZone),
    date_slash: () => dayKey(at, timeZone).replaceAll('-', '/'),
    date,
    date_short: short,
    date_long: long,
    date_long_full: long,
    date_pretty: () => pretty(at, reader, date()),
    date_short_pretty: () => pretty(at, reader, short()),
    date_long_pretty: () => pretty(at, reader, long()),
    day_divider_pretty: () => pretty(at, reader, say({ weekday: 'long', month: 'long', day: 'numeric' })),
    time: () => say({ hour: 'numeric', minute: '2-digit' }),
    time_secs: () => say({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    ago: () => ago(at, reader),
  }
  return format.replace(/\{(\w+)\}/g, (written, name: string) => tokens[name]?.() ?? written)
}
