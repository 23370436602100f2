import type { Localized } from '../../domain/words.js'

/** A text in the reader's language: by the whole locale (`zh-TW`), by its language, else in English. */
export function localized(text: Localized, locale: string): string {
  return text[locale] ?? text[locale.split('-')[0] ?? 'en'] ?? text.en
}
