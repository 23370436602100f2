import { dayKey, type DateReader } from './slack-date.js'

/** The page itself speaks English; only what the bot writes follows the reader's locale. */
const pageLocale = 'en-US'

export function timeOfDay(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)
}

export function fullTime(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat(pageLocale, {
    timeZone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}

export function shortDay(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat(pageLocale, { timeZone, weekday: 'short', month: 'short', day: 'numeric' }).format(at)
}

/** "Today", "Yesterday", "Friday, November 20", with the year only when it is another one. */
export function dayName(at: number, { timeZone, now }: Omit<DateReader, 'locale'>): string {
  const day = dayKey(at, timeZone)
  if (day === dayKey(now, timeZone)) return 'Today'
  if (day === dayKey(now - 86_400_000, timeZone)) return 'Yesterday'
  const year = day.slice(0, 4) === dayKey(now, timeZone).slice(0, 4) ? undefined : ('numeric' as const)
  return new Intl.DateTimeFormat(pageLocale, { timeZone, weekday: 'long', month: 'long', day: 'numeric', year }).format(at)
}

/** `UTC+9`, for people who choose whom to be. */
export function zoneOffset(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat(pageLocale, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at)
  return (parts.find((part) => part.type === 'timeZoneName')?.value ?? '').replace('GMT', 'UTC')
}

export function tsToMilliseconds(ts: string): number {
  return Math.round(Number(ts) * 1000)
}
