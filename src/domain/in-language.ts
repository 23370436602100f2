import type { Localized } from './words.js'

/** The text in the first of the languages (BCP 47) it is written in, English failing all; `ja-JP` finds `ja`. */
export function inLanguage(text: Localized, ...languages: readonly string[]): string {
  for (const language of languages) {
    const found = text[language] ?? text[language.split('-')[0] ?? language]
    if (found !== undefined) return found
  }
  return text.en
}
