import { isOtherNumber, luhn, masked } from './hit.js'
import type { Hit } from './hit.js'

/** One country's id: how it is written, and whether a match is really one. */
interface IdForm {
  pattern: RegExp
  /** Of the match without spaces and dashes; `spaced`: it was written in its usual groups; `named`: it was called what it is. */
  holds: (id: string, how: { spaced: boolean; named: boolean }) => boolean
  /** Words that name the id. */
  names: RegExp
}

const left = '(?<![\\p{Script=Latin}\\p{N}.,+#/@=-])'
const right = '(?![\\p{Script=Latin}\\p{N}@/]|[-.,:]\\p{N})'
const form = (pattern: string): RegExp => new RegExp(`${left}${pattern}${right}`, 'gu')

const forms: readonly IdForm[] = [
  {
    pattern: form('\\d{3}(?:([ -])\\d{2}\\1\\d{4}|\\d{6})'),
    names: /\bssn\b|social security/iu,
    holds: (id, how) => (how.spaced || how.named) && !/^(?:000|666|9)/.test(id) && id.slice(3, 5) !== '00' && id.slice(5) !== '0000',
  },
  {
    pattern: form('\\d{4}(?:([ -])\\d{4}\\1\\d{4}|\\d{8})'),
    names: /マイナンバー|個人番号|\bmy ?number\b/iu,
    holds: (id, how) => myNumberChecks(id) && (how.spaced || how.named || !isMoment(id)),
  },
  {
    pattern: form('[12378](?: ?\\d{2}){2} ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}'),
    names: /sécurité sociale|\bnir\b/iu,
    holds: nirChecks,
  },
  {
    pattern: form('(?:19|20)?\\d{6}[-+]?\\d{4}'),
    names: /person(?:al )?(?:nummer|number|nr)|samordningsnummer/iu,
    holds: personnummerChecks,
  },
  { pattern: form('[A-Z][1289]\\d{8}'), names: /身分證|身份證|\bnational id\b/iu, holds: taiwanChecks },
  {
    pattern: form('\\d{6}-?[1-8]\\d{6}'),
    names: /주민등록|주민번호|\brrn\b/iu,
    // Those issued since October 2020 carry no check digit: with its dash the shape says enough.
    holds: (id, how) => isDay(id.slice(2, 4), id.slice(4, 6)) && (how.spaced || how.named || rrnChecks(id)),
  },
  {
    pattern: form('(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]'),
    names: /national insurance|\bnino\b/iu,
    holds: () => true,
  },
]

/** Government ids of the United States, Japan, France, Sweden, Taiwan, Korea and the United Kingdom. */
export function findGovernmentIds(text: string): Hit[] {
  return forms.flatMap(({ pattern, holds, names }) =>
    [...text.matchAll(pattern)].flatMap((match): Hit[] => {
      const named = names.test(text.slice(Math.max(0, match.index - 32), match.index))
      const spaced = /[ +-]/.test(match[0])
      if (!named && !spaced && isOtherNumber(text, match.index)) return []
      if (!holds(match[0].replace(/[ -]/g, ''), { spaced, named })) return []
      return [{ kind: 'government_id', start: match.index, end: match.index + match[0].length, excerpt: masked(match[0], 1, 2) }]
    }),
  )
}

const digit = (id: string, index: number): number => Number(id[index])
const weighted = (id: string, weights: readonly number[]): number => weights.reduce((sum, weight, index) => sum + weight * digit(id, index), 0)

function isDay(month: string, day: string): boolean {
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
}

/** `202611201042`: a moment of this century, written without marks. */
function isMoment(digits: string): boolean {
  return /^20\d\d/.test(digits) && isDay(digits.slice(4, 6), digits.slice(6, 8)) && Number(digits.slice(8, 10)) < 24 && Number(digits.slice(10, 12)) < 60
}

function myNumberChecks(id: string): boolean {
  const rest = weighted(id, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
  return digit(id, 11) === (rest <= 1 ? 0 : 11 - rest)
}

function nirChecks(id: string): boolean {
  const month = Number(id.slice(3, 5))
  // Corsica's two departments count as numbers; months above 12 stand for births that are not fully known.
  const body = Number(id.slice(0, 13).replace('2A', '19').replace('2B', '18'))
  return month >= 1 && (month <= 12 || month >= 20) && Number(id.slice(13)) === 97 - (body % 97)
}

function personnummerChecks(id: string, how: { spaced: boolean; named: boolean }): boolean {
  const digits = id.replace('+', '')
  const ten = digits.slice(-10)
  const day = Number(ten.slice(4, 6))
  if (!isDay(ten.slice(2, 4), String(day > 60 ? day - 60 : day)) || !luhn(ten)) return false
  if (how.named) return true
  // Dates of these years followed by four digits are times and case numbers far more often than children's ids.
  return digits.length === 12 ? digits < '2013' : how.spaced
}

function taiwanChecks(id: string): boolean {
  const area = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(id[0] ?? '') + 10
  return (Math.floor(area / 10) + (area % 10) * 9 + weighted(id.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 === 0
}

function rrnChecks(id: string): boolean {
  return (11 - (weighted(id, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === digit(id, 12)
}
