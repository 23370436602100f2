import { isOtherNumber, masked } from './hit.js'
import type { Hit } from './hit.js'

/** How a number may be told to be one: by its form, or by the word before it. */
interface PhoneForm {
  pattern: RegExp
  digits: readonly [least: number, most: number]
  /** Written in one run it could be anything: a word before that says so takes it away. */
  bare: boolean
}

const left = '(?<![\\p{Script=Latin}\\p{N}#/+@=-]|\\p{N}[.,:])'
const right = '(?![\\p{Script=Latin}\\p{N}@/]|[-.,:]\\p{N}|_\\p{N}|:\\p{N})'
const form = (pattern: string, digits: readonly [number, number], bare = false): PhoneForm => ({
  pattern: new RegExp(`${left}${pattern}${right}`, 'gu'), digits, bare,
})

const forms: readonly PhoneForm[] = [
  // +81 3-1234-5678, +44 (0)20 7946 0958, +46701234567; 0046 70 123 45 67
  form('\\+[1-9](?:[ .()/-]{0,2}\\d){6,15}', [8, 15]),
  form('(?:00|011[ -])[1-9]\\d{0,2}[ -](?:[ .()-]{0,2}\\d){6,12}', [9, 17]),
  // 03-1234-5678, (02) 2345-6789, 020 7946 0958, 010-1234-5678, 02-345-6789
  form('(?:\\(0[1-9]\\d{0,3}\\) ?|0[1-9]\\d{0,3}[- ])\\d{1,4}[- ]\\d{4}', [9, 11]),
  // 0120-123-456, 0912-345-678, 07700 900 123, 07700 900123
  form('0\\d{3}([- ])\\d{3}\\1\\d{3}', [10, 10]),
  form('0[127]\\d{3} \\d{3} ?\\d{3}', [11, 11]),
  // 06 12 34 56 78
  form('0[1-9](?:([ .-])\\d{2})(?:\\1\\d{2}){3}', [10, 10]),
  // 070-123 45 67, 08-123 456 78, 08-12 34 56, 070-1234567
  form('0[1-9]\\d{0,2}[-/] ?\\d{2,3}(?: \\d{2,3}){1,2}', [8, 10]),
  form('07\\d-\\d{7}', [10, 10]),
  // (415) 555-2671, 1-415-555-2671, 415.555.2671
  form('(?:1[-. ])?\\([2-9]\\d{2}\\)[- ]?[2-9]\\d{2}[-. ]\\d{4}', [10, 11]),
  form('(?:1([-. ]))?[2-9]\\d{2}([-. ])[2-9]\\d{2}\\2\\d{4}', [10, 11]),
  // Mobile numbers in one run: 09012345678, 01012345678, 07700900123; 0612345678, 0912345678
  form('(?:0[57-9]0\\d{8}|010\\d{8}|07\\d{9}|0[679]\\d{8})', [10, 11], true),
]

/** Anything that is called a telephone number: the word, then at least seven digits however they are grouped. */
const named = /(?:\b(?:tel|t[eé]l[eé]phone|telefon|phone|mobile?|mobil|cell|fax|call|portable|whatsapp|sms)(?:nummer)?\b(?: (?:number|no|nr|me at|at|is))?|電話(?:番号|號碼)?|携帯(?:電話|番号)*|手機(?:號碼)?|行動電話|전화(?:번호)?|휴대폰|핸드폰)[\s.:=(_-]{0,3}(?:は|：)? ?(\+?\(?\d(?:[ .()/-]{0,2}\d){6,14})(?![\p{Script=Latin}\p{N}@:]|[.:]\p{N})/giu

const dateFirst = /^(?:\d{1,2}([-./ ])\d{1,2}\1(?:19|20)\d{2}|(?:19|20)\d{2}([-./ ])\d{1,2}\2\d{1,2})(?!\d)/

/** Telephone numbers: international, and as Japan, France, Sweden, Taiwan, Korea, North America and the United Kingdom write them. */
export function findPhones(text: string): Hit[] {
  const shaped = forms.flatMap(({ pattern, digits: [least, most], bare }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const digits = match[0].replace(/\D/g, '').length
      if (digits < least || digits > most) return []
      return bare && isOtherNumber(text, match.index) ? [] : [hit(match[0], match.index)]
    }),
  )
  const called = [...text.matchAll(named)].flatMap((match) => {
    const number = match[1] ?? ''
    return dateFirst.test(number) ? [] : [hit(number, match.index + match[0].length - number.length)]
  })
  return [...shaped, ...called]
}

function hit(number: string, index: number): Hit {
  const opened = number.lastIndexOf('(') > number.lastIndexOf(')') ? number.length : number.trimEnd().length
  return { kind: 'phone', start: index, end: index + opened, excerpt: masked(number.trim(), number.startsWith('+') ? 3 : 2, 2) }
}
