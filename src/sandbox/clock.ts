/** The workspace's clock: the machine's, moved by an offset. */

const UNITS: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/** `+31d`, `-2h`, `+90m`, `+1d12h` as milliseconds; undefined when it is none of these. */
export function parseShift(by: string): number | undefined {
  const match = /^([+-])((?:\d+[smhdw])+)$/.exec(by.trim())
  if (!match) return undefined
  const [, sign, parts = ''] = match
  let sum = 0
  for (const [, count, unit = ''] of parts.matchAll(/(\d+)([smhdw])/g)) sum += Number(count) * (UNITS[unit] ?? 0)
  return sign === '-' ? -sum : sum
}

/** The offset after a move; `real` goes back to the machine's clock. Throws a sentence for anything unreadable. */
export function movedOffset(offset: number, by: string): number {
  if (by === 'real') return 0
  const shift = parseShift(by)
  if (shift === undefined) throw new Error(`"${by}" is no way to move a clock: write +31d, -2h, +90m or real.`)
  return offset + shift
}

/** Slack's id of a message: seconds with six decimals, from microseconds. */
export function tsFromMicros(micros: number): string {
  const seconds = Math.floor(micros / 1e6)
  return `${seconds}.${String(micros - seconds * 1e6).padStart(6, '0')}`
}
