import { LineCounter, parseDocument } from 'yaml'
import type { ReadItem } from '../../domain/import/import-problem.js'
import { readDirectory, type LineOf } from './read-directory.js'
import { isGoogles, readGoogle } from './read-google.js'

/** A JSON file, taken apart as a whole: a directory file, or what the Reseller API answered. */
export function* readJson(text: string, file: string): Generator<ReadItem> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    const position = /position (\d+)/.exec(detail)?.[1]
    const line = position === undefined ? text.split('\n').length : text.slice(0, Number(position)).split('\n').length
    yield { where: { file, line }, records: [], problems: [{ code: 'unreadable', format: 'JSON', detail }] }
    return
  }
  yield* readValue(value, file)
}

/** A YAML file, with the line of each entry. */
export function* readYaml(text: string, file: string): Generator<ReadItem> {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, merge: true })
  if (document.errors.length > 0) {
    for (const error of document.errors.slice(0, 10)) {
      const detail = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')
      yield { where: { file, line: error.linePos?.[0].line ?? 1 }, records: [], problems: [{ code: 'unreadable', format: 'YAML', detail }] }
    }
    return
  }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    yield { where: { file }, records: [], problems: [{ code: 'unreadable', format: 'YAML', detail: error instanceof Error ? error.message : String(error) }] }
    return
  }
  yield* readValue(value, file, (path) => {
    const node: unknown = document.getIn(path, true)
    const start = typeof node === 'object' && node !== null && 'range' in node ? (node.range as [number] | null)?.[0] : undefined
    return start === undefined ? undefined : lineCounter.linePos(start).line
  })
}

function* readValue(value: unknown, file: string, lineOf?: LineOf): Generator<ReadItem> {
  if (value === null || value === undefined) yield { where: { file }, records: [], problems: [{ code: 'empty' }] }
  else if (isGoogles(value)) yield* readGoogle(value, { file })
  else if (typeof value === 'object' && !Array.isArray(value)) yield* readDirectory(value as Record<string, unknown>, file, lineOf)
  else yield { where: { file }, records: [], problems: [{ code: 'unknown_format' }] }
}
