import { IntlMessageFormat } from 'intl-messageformat'
import { en } from './en/catalog.js'
import { ja } from './ja/catalog.js'
import type { Catalog, MessageKey } from './message-key.js'

/** Whose language and wall clock an answer is in. `locale` is BCP 47 (`ja-JP`), `timeZone` IANA. */
export interface Reader {
  locale: string
  timeZone: string
}

/** Says a message of the catalog in one reader's language. Values are put in as they are: escape people's text first. */
export type Say = (key: MessageKey, values?: Record<string, string | number | Date>) => string

const catalogs: Record<string, Catalog> = { en, ja }
const compiled = new Map<string, IntlMessageFormat>()

/** The catalog's language for a locale: its own if there is one, else English. */
export function languageOf(locale: string): string {
  const language = locale.toLowerCase().split(/[-_]/)[0] ?? 'en'
  return language in catalogs ? language : 'en'
}

export function wordsFor(reader: Reader): Say {
  const language = languageOf(reader.locale)
  return (key, values) => {
    const id = `${language}|${reader.timeZone}|${key}`
    let message = compiled.get(id)
    if (!message) {
      message = new IntlMessageFormat(catalogs[language]![key], language === 'en' ? reader.locale.startsWith('en') ? reader.locale : 'en' : language, undefined, { ignoreTag: true })
      compiled.set(id, message)
    }
    return String(message.format(values))
  }
}
