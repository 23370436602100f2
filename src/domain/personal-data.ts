/** Personal data does not belong in a case (CASE-2). */
import { findCards } from './personal-data/cards.js'
import { findEmails } from './personal-data/emails.js'
import { findGovernmentIds } from './personal-data/government-ids.js'
import type { Hit, PersonalDataKind } from './personal-data/hit.js'
import { findPhones } from './personal-data/phones.js'
import { plainText } from './personal-data/plain-text.js'

export type { PersonalDataKind }

export interface Finding {
  /** Where it stands: a `CaseField`. */
  place: string
  kind: PersonalDataKind
  /** What was found, masked: enough to find it, not enough to use it. */
  excerpt: string
  /** Offsets into the text as it was typed. */
  start: number
  end: number
}

/** Digits in the address of a page are its ids, nobody's. */
const url = /\bhttps?:\/\/\S+/giu

/**
 * What looks like personal data in a text, in the order it stands there. Full width digits and letters are read like
 * plain ones. Made to err on the side of silence for dates, versions, addresses of machines and other people's ids.
 */
export function findPersonalData(text: string, place: string): Finding[] {
  const { plain, starts, ends } = plainText(text)
  const numbers = plain.replace(url, (found) => ' '.repeat(found.length))
  // The surer kinds first: what one of them claims is not told a second time.
  const hits = [...findEmails(plain), ...findCards(numbers), ...findGovernmentIds(numbers), ...findPhones(numbers)]
  const claimed = new Uint8Array(plain.length)
  const kept = hits.filter((hit: Hit) => {
    if (claimed.subarray(hit.start, hit.end).some((unit) => unit === 1)) return false
    claimed.fill(1, hit.start, hit.end)
    return true
  })
  return kept
    .sort((a, b) => a.start - b.start)
    .map(({ kind, excerpt, start, end }) => ({ place, kind, excerpt, start: starts[start] ?? 0, end: ends[end - 1] ?? text.length }))
}
