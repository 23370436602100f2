import { languageOf, wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { escapeCut } from '../escape.js'

/** What waits for approval can be said with or without the names of those who decide: all of them may be gone. */
type WaitsKey = 'cases.waits' | 'cases.waits_view' | 'filing.waits_text'

/** "#1043 waits for Dana Reed or Noor Aziz to approve", in mrkdwn. */
export function waitsWords(key: WaitsKey, number: number, waitsFor: readonly string[], reader: Reader): string {
  const say = wordsFor(reader)
  if (waitsFor.length === 0) return say(`${key}_nobody`, { number: String(number) })
  const people = new Intl.ListFormat(languageOf(reader.locale), { type: 'disjunction' }).format(waitsFor)
  return say(key, { number: String(number), people: escapeCut(people, 800) })
}
