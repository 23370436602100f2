import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexTokens, matchesWords, queryTokens } from '../../src/domain/search-tokens.js'

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(fc.constantFrom('Gmail', '返金', 'の', '配信', '환불', 'délai', 'Åsa', '＃1042', 'acme.example', 'ー', 'が', '郵', ' ', '、', '𠮟る'), { maxLength: 12 }).map((parts) => parts.join('')),
)

/** What an index answers: every token of the search is there, a prefix token by its beginning. */
function found(held: string, words: string): boolean {
  const tokens = indexTokens(held)
  return queryTokens(words).every(({ token, prefix }) => tokens.some((each) => (prefix ? each.startsWith(token) : each === token)))
}

describe('search tokens', () => {
  it.each([
    ['Gmail Delivery', ['gmail', 'delivery']],
    ['返金', ['返', '金', '返金']],
    ['Gmailの返金', ['gmail', 'の', '返', '金', 'の返', '返金']],
    ['ｶﾞ ガ', ['ガ']],
    ['メール', ['メ', 'ー', 'ル', 'メー', 'ール']],
    ['환불', ['환', '불', '환불']],
    ['l’accès Été', ['l', 'acces', 'ete']],
    ['Åsa Öberg', ['asa', 'oberg']],
    ['Œuvre Straße Ørsted', ['oeuvre', 'strasse', 'orsted']],
    ['ＡＣＭＥ１２', ['acme12']],
    ['#1042 & "x" OR (y*)', ['1042', 'x', 'or', 'y']],
    ['ΟΔΟΣ', ['οδοσ']],
    ['', []],
    ['--- !!! ', []],
  ])('%j is indexed as %j', (given, tokens) => {
    expect(indexTokens(given)).toEqual(tokens)
  })

  it.each([
    ['gma', [{ token: 'gma', prefix: true }]],
    ['返', [{ token: '返', prefix: false }]],
    ['返金額', [{ token: '返金', prefix: false }, { token: '金額', prefix: false }]],
    ['*', []],
  ])('%j is searched as %j', (words, tokens) => {
    expect(queryTokens(words)).toEqual(tokens)
  })

  it.each([
    ['Mail delivery delayed', 'deliv mail', true],
    ['Mail delivery delayed', 'livery', false],
    ['全額返金のお願い', '返金', true],
    ['返す金', '返金', false],
    ['配信遅延', '配信 遅延', true],
    ['Café crème', 'cafe CREME', true],
    ['ｇｍａｉｌ', 'Gmail', true],
    ['カキ', 'ガギ', false],
    ['anything', '', true],
  ])('%j holds %j: %s', (held, words, expected) => {
    expect(matchesWords(held, words)).toBe(expected)
  })

  it('hold letters and digits only, so that no index syntax gets in', () => {
    fc.assert(fc.property(text, (given) => {
      for (const token of [...indexTokens(given), ...queryTokens(given).map((each) => each.token)]) expect(token).toMatch(/^[\p{L}\p{N}ー]+$/u)
    }))
  })

  it('are each given once', () => {
    fc.assert(fc.property(text, (given) => {
      expect(new Set(indexTokens(given)).size).toBe(indexTokens(given).length)
      expect(new Set(queryTokens(given).map((each) => each.token + String(each.prefix))).size).toBe(queryTokens(given).length)
    }))
  })

  it('find a text by itself and by any piece that begins where a word begins', () => {
    fc.assert(fc.property(text, text, (before, wanted) => {
      const held = `${before} ${wanted}`
      expect(found(held, wanted)).toBe(true)
      expect(matchesWords(held, wanted)).toBe(true)
    }))
  })

  it('never miss what really matches: the recheck only takes hits away', () => {
    fc.assert(fc.property(text, text, (held, words) => {
      expect(matchesWords(held, words) && !found(held, words)).toBe(false)
    }))
  })

  it('of already folded text are the same', () => {
    fc.assert(fc.property(text, (given) => {
      expect(indexTokens(indexTokens(given).join(' ')).sort()).toEqual(indexTokens(given).sort())
    }))
  })

  it('of a very long word are cut alike in index and search', () => {
    const word = 'x'.repeat(5000)
    expect(indexTokens(word)).toEqual(['x'.repeat(64)])
    expect(matchesWords(word, word)).toBe(true)
  })
})
