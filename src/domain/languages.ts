/** Languages a case can be answered in. */
export interface SupportLanguage {
  /** BCP 47. */
  id: string
  /** What its speakers call it. */
  name: string
}

/** English first, then by their own names. */
export const supportLanguages: readonly SupportLanguage[] = [
  { id: 'en', name: 'English' },
  { id: 'id', name: 'Bahasa Indonesia' },
  { id: 'da', name: 'Dansk' },
  { id: 'de', name: 'Deutsch' },
  { id: 'es', name: 'Español' },
  { id: 'fr', name: 'Français' },
  { id: 'it', name: 'Italiano' },
  { id: 'nl', name: 'Nederlands' },
  { id: 'no', name: 'Norsk' },
  { id: 'pl', name: 'Polski' },
  { id: 'pt', name: 'Português' },
  { id: 'fi', name: 'Suomi' },
  { id: 'sv', name: 'Svenska' },
  { id: 'vi', name: 'Tiếng Việt' },
  { id: 'tr', name: 'Türkçe' },
  { id: 'cs', name: 'Čeština' },
  { id: 'ru', name: 'Русский' },
  { id: 'uk', name: 'Українська' },
  { id: 'he', name: 'עברית' },
  { id: 'ar', name: 'العربية' },
  { id: 'th', name: 'ไทย' },
  { id: 'ko', name: '한국어' },
  { id: 'ja', name: '日本語' },
  { id: 'zh-CN', name: '简体中文' },
  { id: 'zh-TW', name: '繁體中文' },
]

const known = new Set(supportLanguages.map((language) => language.id))
/** Codes that mean a language of the list: Norwegian's two forms, and the old codes Java programs still send. */
const others: Record<string, string> = { nb: 'no', nn: 'no', iw: 'he', in: 'id' }

/** The support language of a locale (`ja-JP`, `zh_Hant`, `fr-CA`); English when there is none. */
export function languageFor(locale: string): string {
  const parts = locale.replaceAll('_', '-').toLowerCase().split('-')
  const language = parts[0] ?? ''
  if (language === 'zh') return parts.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) && !parts.includes('hans') ? 'zh-TW' : 'zh-CN'
  const code = others[language] ?? language
  return known.has(code) ? code : 'en'
}
