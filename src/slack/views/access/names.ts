import { languageOf } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { escapeLine } from '../escape.js'

/** Names beyond this many are left out with a mark. */
const most = 8

/** Names as a sentence says them, escaped for mrkdwn: "Dana Reed and Noor Aziz". */
export function peopleNamed(names: readonly string[], { locale }: Reader): string {
  const shown = names.slice(0, most).map((name) => escapeLine(name, 100))
  return new Intl.ListFormat(languageOf(locale), { type: 'conjunction' }).format(names.length > most ? [...shown, '…'] : shown)
}
