import type { Choice } from './option.js'

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The choices in which every word of the query occurs; those whose text begins with it come first. */
export function filterChoices(choices: readonly Choice[], query: string): Choice[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...choices]
  const found = choices.filter((choice) => {
    const text = folded(`${choice.text} ${choice.description ?? ''} ${choice.group ?? ''}`)
    return words.every((word) => text.includes(word))
  })
  // Groups keep their order, or their labels would be repeated.
  if (choices.some((choice) => choice.group)) return found
  const starts = (choice: Choice) => (folded(choice.text).startsWith(words.join(' ')) ? 0 : 1)
  return found.toSorted((a, b) => starts(a) - starts(b))
}
