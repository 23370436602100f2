import { describe, expect, it } from 'vitest'
import { languageFor, supportLanguages } from '../../src/domain/languages.js'

describe('support languages', () => {
  it('are each a language of BCP 47, each once, English first', () => {
    const codes = supportLanguages.map((language) => language.id)
    expect(Intl.getCanonicalLocales(codes)).toEqual(codes)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes[0]).toBe('en')
    expect(codes).toEqual(expect.arrayContaining(['ja', 'fr', 'sv', 'zh-TW', 'ko', 'de', 'es', 'pt', 'it']))
  })

  it.each([
    ['ja-JP', 'ja'], ['en-GB', 'en'], ['fr-CA', 'fr'], ['sv-SE', 'sv'], ['zh-TW', 'zh-TW'], ['zh_TW', 'zh-TW'], ['zh-Hant-HK', 'zh-TW'], ['zh-HK', 'zh-TW'], ['zh-CN', 'zh-CN'],
    ['zh', 'zh-CN'], ['zh-Hans-TW', 'zh-CN'], ['ko-KR', 'ko'], ['pt-BR', 'pt'], ['nb-NO', 'no'], ['iw', 'he'], ['xx-YY', 'en'], ['', 'en'],
  ])('%s is answered in %s', (locale, language) => {
    expect(languageFor(locale)).toBe(language)
  })
})
