import { languageOf } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { cut } from '../cut.js'
import { escapeLine } from '../escape.js'

/** Names beyond this many are left out with a mark. */
const most = 6

/** Names as a sentence says them, plain: "Dana Reed and Noor Aziz". */
export function namesListed(names: readonly string[], { locale }: Reader): string {
  const shown = names.slice(0, most).map((name) => oneLine(name, 60))
  return new Intl.ListFormat(languageOf(locale), { type: 'conjunction' }).format(names.length > most ? [...shown, '…'] : shown)
}

/** The same, escaped for mrkdwn. */
export function peopleNamed(names: readonly string[], reader: Reader): string {
  return escapeLine(namesListed(names, reader), 1000)
}

/** People's text within a plain sentence. */
export function oneLine(text: string, max: number): string {
  return cut(text.replace(/\s+/gu, ' ').trim(), max)
}
