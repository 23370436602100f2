/** What is typed into the filing form, as it grows. */
import type { DraftFile, DraftValues } from '../../domain/cases/draft.js'

/**
 * What is held, with what was given since. What was not given stays; what was given empty is emptied. Answers are kept
 * for every category visited. `files`, when given, names all that are chosen: what it leaves out is kept, unticked.
 */
export function mergeDraftValues(held: DraftValues, given: DraftValues): DraftValues {
  const { answers, files, ...rest } = given
  const merged: DraftValues = { ...held, ...(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as DraftValues) }
  if (answers) merged.answers = { ...held.answers, ...answers }
  if (files) merged.files = mergeFiles(held.files ?? [], files)
  if (merged.productId === '') delete merged.productId
  if (merged.categoryId === '') delete merged.categoryId
  return merged
}

function mergeFiles(held: readonly DraftFile[], given: readonly DraftFile[]): DraftFile[] {
  const chosen = new Map(given.map((file) => [file.slackFileId, file]))
  const known = new Set(held.map((file) => file.slackFileId))
  return [
    ...held.map((file) => ({ ...file, chosen: chosen.get(file.slackFileId)?.chosen ?? false })),
    ...[...chosen.values()].filter((file) => !known.has(file.slackFileId)),
  ]
}

/** The first `length` units of the text at most; no character is cut in two. */
export function beginningOf(text: string, length: number): string {
  return text.slice(0, endOf(text, length))
}

/** The text after its beginning, in pieces of at most 3000. */
export function restInPieces(text: string, length: number): string[] {
  const pieces: string[] = []
  for (let rest = text.slice(endOf(text, length)); rest !== ''; rest = rest.slice(endOf(rest, longestPiece))) {
    pieces.push(beginningOf(rest, longestPiece))
  }
  return pieces.filter((piece) => piece.trim() !== '')
}

const longestPiece = 3000

/** Not between the two halves of a character outside the basic plane. */
function endOf(text: string, length: number): number {
  return length > 0 && /[\uD800-\uDBFF]/.test(text.charAt(length - 1)) && length < text.length ? length - 1 : length
}
