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

/** The locale in which numbers and dates stand among the catalog's words: the reader's own where the languages agree. */
export function formatLocaleOf(locale: string): string {
  const language = languageOf(locale)
  if (!locale.toLowerCase().startsWith(language)) return language
  try {
    return Intl.getCanonicalLocales(locale.replaceAll('_', '-'))[0] ?? language
  } catch {
    return language
  }
}

export function wordsFor(reader: Reader): Say {
  const language = languageOf(reader.locale)
  return (key, values) => {
    const id = `${reader.locale}|${key}`
    let message = compiled.get(id)
    if (!message) {
      message = new IntlMessageFormat(catalogs[language]![key], formatLocaleOf(reader.locale), undefined, { ignoreTag: true })
      compiled.set(id, message)
    }
    return String(message.format(values))
  }
}
