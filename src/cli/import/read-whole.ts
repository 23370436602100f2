import { basename } from 'node:path'
import { setImmediate as othersTurn } from 'node:timers/promises'
import type { ReadItem } from '../../domain/import/import-problem.js'
import { readDirectory, type LineOf } from './read-directory.js'
import { isGoogles, readGoogle } from './read-google.js'
import { takeApart, type WholeFormat } from './take-apart.js'

/** Entries that are read before others have their turn. */
const atOnce = 100

/** A YAML or JSON file, taken apart as a whole: a directory file, with the line of each entry of YAML, or what the Reseller API answered. */
export async function* readWhole(path: string, format: WholeFormat): AsyncGenerator<ReadItem> {
  const file = basename(path)
  const taken = await takeApart(path, format)
  if ('problems' in taken) {
    for (const { line, problem } of taken.problems) yield { where: { file, ...(line !== undefined && { line }) }, records: [], problems: [problem] }
    return
  }
  let count = 0
  for (const item of readValue(taken.value, file, taken.lineOf)) {
    yield item
    count += 1
    if (count % atOnce === 0) await othersTurn()
  }
}

/** What a file says that has been taken apart. */
export function* readValue(value: unknown, file: string, lineOf?: LineOf): Generator<ReadItem> {
  if (value === null || value === undefined) yield { where: { file }, records: [], problems: [{ code: 'empty' }] }
  else if (isGoogles(value)) yield* readGoogle(value, { file })
  else if (typeof value === 'object' && !Array.isArray(value)) yield* readDirectory(value as Record<string, unknown>, file, lineOf)
  else yield { where: { file }, records: [], problems: [{ code: 'unknown_format' }] }
}
