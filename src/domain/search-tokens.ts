/**
 * Keyword search in six languages: a small tokeniser feeds the index of either store.
 * Writing without spaces between words (Han, kana, Hangul) becomes single characters and pairs; everything else becomes
 * words, matched by prefix. Tokens hold letters and digits only, so no index syntax can be smuggled in.
 */

/** A token of a search. With `prefix` it stands for every token that begins with it. */
export interface QueryToken {
  token: string
  prefix: boolean
}

/** Longer words are cut, in the index and in the search alike. */
const longestToken = 64

// The prolonged sound mark (U+30FC) belongs to no script, yet is a letter of katakana words; radicals are no letters.
const cjk = '(?=[\\p{L}\\p{N}])[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}\\u30fc]'
const runs = new RegExp(`((?:${cjk})+)|((?:(?!${cjk})[\\p{L}\\p{N}])+)`, 'gu')

/** Letters with a stroke or joined letters, which Unicode does not take apart. */
const folds: Record<string, string> = {
  ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ',
}
const foldable = new RegExp(`[${Object.keys(folds).join('')}]`, 'g')
const accented = new RegExp(`(?:(?!${cjk})\\p{L})\\p{M}*|\\p{M}+`, 'gu')

/** One spelling for what people type in several: full width, case, accents. Voiced kana stay what they are. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(accented, (letter) => letter.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(foldable, (letter) => folds[letter] ?? letter)
}

interface Run {
  text: string
  spaced: boolean
}

function runsOf(text: string): Run[] {
  return [...foldText(text).matchAll(runs)].map((match) =>
    match[1] === undefined ? { text: cut(match[2] ?? ''), spaced: true } : { text: match[1], spaced: false },
  )
}

function cut(word: string): string {
  return word.length <= longestToken ? word : [...word].slice(0, longestToken).join('')
}

function pairs(characters: string[]): string[] {
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
}

/** The tokens to index for a text, each once, in the order they first occur. */
export function indexTokens(text: string): string[] {
  const tokens = runsOf(text).flatMap((run) => {
    if (run.spaced) return [run.text]
    const characters = [...run.text]
    return characters.concat(pairs(characters))
  })
  return [...new Set(tokens)]
}

/** The tokens a text must all have to be found; none when the words hold neither letter nor digit. */
export function queryTokens(words: string): QueryToken[] {
  const tokens = runsOf(words).flatMap((run): QueryToken[] => {
    if (run.spaced) return [{ token: run.text, prefix: true }]
    const characters = [...run.text]
    return (characters.length === 1 ? characters : pairs(characters)).map((token) => ({ token, prefix: false }))
  })
  return [...new Map(tokens.map((token) => [`${token.prefix ? 'p' : 'w'}${token.token}`, token])).values()]
}

/** Whether a text really holds the words: pairs from an index may lie apart, here a run must stand as it was typed. */
export function matchesWords(text: string, words: string): boolean {
  const held = runsOf(text)
  return runsOf(words).every((wanted) =>
    held.some((run) => run.spaced === wanted.spaced && (wanted.spaced ? run.text.startsWith(wanted.text) : run.text.includes(wanted.text))),
  )
}
