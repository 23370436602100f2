import { luhn, masked } from './hit.js'
import type { Hit } from './hit.js'

/** 13 to 19 digits in one run, or in the groups cards are printed in. */
const candidate = /(?<![\w.,+#/-])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{4,5}|\d{4}([ -])\d{4}\3\d{4}\3\d)(?![\w+#/-]|[.,]\d)/g

/** What the issuers' numbers begin with, and how long they are. */
const issuers: readonly [begin: RegExp, lengths: readonly number[]][] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|[689])/, [14, 16, 17, 18, 19]],
  [/^(?:6011|64[4-9]|65|62|60|81|82|508)/, [16, 17, 18, 19]],
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^(?:50|5[6-9]|6[0-9])/, [13, 14, 15, 16, 17, 18, 19]],
]

/** Payment card numbers: an issuer's beginning and length, and the check digit of Luhn. */
export function findCards(text: string): Hit[] {
  return [...text.matchAll(candidate)].flatMap((match): Hit[] => {
    const digits = match[0].replace(/\D/g, '')
    if (!issuers.some(([begin, lengths]) => begin.test(digits) && lengths.includes(digits.length)) || !luhn(digits)) return []
    return [{ kind: 'card', start: match.index, end: match.index + match[0].length, excerpt: masked(digits, 0, 4) }]
  })
}
