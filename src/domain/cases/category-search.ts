/** Keyword search over the catalogue `A > B > C`. */
import type { CategoryChoice } from './filing-form.js'
import { foldText, matchesWords, queryTokens } from '../search-tokens.js'
import type { Localized } from '../words.js'

export interface SearchableCategory extends CategoryChoice {
  /** More words people search by, in any language. */
  keywords: readonly string[]
}

/**
 * The categories that hold all the words, best first: named so, then starting so, then by leaf, path and keywords.
 * Every language is searched, so that an agent in Tokyo finds `Gmail > Spam` by either name; `language` breaks ties.
 * Without words, the order they came in.
 */
export function searchCategories<C extends SearchableCategory>(categories: readonly C[], words: string, language: string): C[] {
  if (queryTokens(words).length === 0) return [...categories]
  return categories
    .map((category, position) => ({ category, position, rank: rankOf(category, words, language) }))
    .filter((each) => each.rank < notFound)
    .sort((a, b) => a.rank - b.rank || a.position - b.position)
    .map((each) => each.category)
}

const notFound = 99

function rankOf(category: SearchableCategory, words: string, language: string): number {
  const names = namesOf(category.name)
  const path = category.path.flatMap(namesOf)
  if (!matchesWords([...names, ...path, ...category.keywords].join('\n'), words)) return notFound

  const own = nameIn(category.name, language)
  const sought = foldText(words).trim()
  const tests: (() => boolean)[] = [
    () => foldText(own) === sought,
    () => foldText(own).startsWith(sought),
    () => matchesWords(own, words),
    () => names.some((name) => matchesWords(name, words)),
    () => category.path.some((name) => foldText(nameIn(name, language)) === sought),
    () => matchesWords([...names, ...path].join('\n'), words),
    () => category.keywords.some((keyword) => foldText(keyword) === sought),
  ]
  const rank = tests.findIndex((test) => test())
  return rank === -1 ? tests.length : rank
}

const namesOf = (name: Localized): string[] => Object.values(name).filter((each) => each !== undefined)
const nameIn = (name: Localized, language: string): string => name[language] ?? name[language.split('-')[0] ?? 'en'] ?? name.en
