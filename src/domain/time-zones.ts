/** Time zones people choose from. */
import { tzOffset } from '@date-fns/tz'
import { foldText, matchesWords } from './search-tokens.js'
import { timeZoneWords } from './time-zone-words.js'

export interface TimeZoneChoice {
  /** IANA. */
  id: string
  /** `Asia/Tokyo (UTC+09:00)`, with the offset of the moment. */
  label: string
}

/** Names this runtime still lists under a spelling their people gave up. */
const renamed: Record<string, string> = {
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** Offered first, east to west, before anything is typed. */
const common = Object.keys(timeZoneWords)
const most = 100

let all: string[] | undefined

/** Every zone this runtime knows, by name, with UTC. */
export function timeZones(): string[] {
  all ??= [...new Set([...Intl.supportedValuesOf('timeZone').map((zone) => renamed[zone] ?? zone), 'UTC'])].filter(isTimeZone).sort()
  return all
}

/** Whether it is an IANA zone, old spellings among them; bare offsets are none. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

export function timeZoneLabel(zone: string, now: Date): string {
  return zone === 'UTC' ? 'UTC (UTC+00:00)' : `${zone} (UTC${offsetOf(zone, now)})`
}

function offsetOf(zone: string, now: Date): string {
  const minutes = Math.round(tzOffset(zone, now))
  const digits = (value: number): string => String(Math.trunc(value)).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${digits(Math.abs(minutes) / 60)}:${digits(Math.abs(minutes) % 60)}`
}

/** At most 100 zones for what is typed: cities (`new york`, `東京`), countries, regions, or offsets (`utc+9`, `+05:30`). */
export function searchTimeZones(words: string, now: Date): TimeZoneChoice[] {
  const choice = (id: string): TimeZoneChoice => ({ id, label: timeZoneLabel(id, now) })
  const sought = foldText(words).trim()
  if (sought === '') return [...common, ...timeZones().filter((zone) => !common.includes(zone))].slice(0, most).map(choice)

  const offset = soughtOffset(sought)
  if (offset !== null) return byFame(timeZones().filter((zone) => offsetOf(zone, now) === offset)).slice(0, most).map(choice)

  // A label that was pasted whole carries its offset.
  const asked = sought.replace(/\s*\(utc.*$/, '').replaceAll(/[/_]/g, ' ')
  const rank = (zone: string): number => {
    const name = zone.replaceAll(/[/_]/g, ' ')
    if (!matchesWords(`${name} ${timeZoneWords[zone] ?? ''}`, asked) || !/[\p{L}\p{N}]/u.test(asked)) return 2
    return foldText(zone.split('/').at(-1) ?? '').replaceAll('_', ' ').startsWith(asked) ? 0 : 1
  }
  const ranked = byFame(timeZones()).map((zone) => ({ zone, rank: rank(zone) })).filter((each) => each.rank < 2)
  return ranked.sort((a, b) => a.rank - b.rank).slice(0, most).map((each) => choice(each.zone))
}

/** `utc+9`, `gmt-3:30`, `+0900` as `+09:00`; null for anything else. */
function soughtOffset(sought: string): string | null {
  const match = /^(?:utc|gmt)?\s*([+\u2212-])\s*(\d{1,2})(?::?(\d{2}))?$/.exec(sought)
  if (!match) return null
  return `${match[1] === '+' ? '+' : '-'}${(match[2] ?? '').padStart(2, '0')}:${match[3] ?? '00'}`
}

function byFame(zones: string[]): string[] {
  const known = new Set(zones)
  const first = common.filter((zone) => known.has(zone))
  return [...first, ...zones.filter((zone) => !first.includes(zone))]
}
