import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { ReadItem } from '../../domain/import/import-problem.js'
import { readGoogle } from './read-google.js'

/** A JSON value on each line: resources of the Reseller API, or whole pages of them. */
export async function* readJsonLines(source: AsyncIterable<string | Buffer>, file: string): AsyncGenerator<ReadItem> {
  let line = 0
  for await (const text of createInterface({ input: Readable.from(source), crlfDelay: Infinity })) {
    line += 1
    const json = line === 1 ? text.replace(/^\uFEFF/, '') : text
    if (json.trim() === '') continue
    const where = { file, line }
    let value: unknown
    try {
      value = JSON.parse(json)
    } catch (error) {
      yield { where, records: [], problems: [{ code: 'unreadable', format: 'JSON', detail: error instanceof Error ? error.message : String(error) }] }
      continue
    }
    yield* readGoogle(value, where)
  }
  if (line === 0) yield { where: { file }, records: [], problems: [{ code: 'empty' }] }
}
