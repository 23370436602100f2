import type { ReadItem } from '../../domain/import/import-problem.js'
import { foundText, problemsOf } from './problems-of.js'
import { sections } from './directory-schema.js'

/** The line on which what stands at a path begins, for formats that know. */
export type LineOf = (path: readonly (string | number)[]) => number | undefined

/** The entries of a directory file that has been taken apart, section by section. */
export function* readDirectory(value: Record<string, unknown>, file: string, lineOf: LineOf = () => undefined): Generator<ReadItem> {
  const place = (path: readonly (string | number)[], text: string): ReadItem['where'] => {
    const line = lineOf(path)
    return { file, ...(line !== undefined && { line }), path: text }
  }
  for (const name of Object.keys(value)) {
    if (name in sections) continue
    yield { where: place([name], ''), records: [], problems: [{ code: 'unknown_field', field: name, known: Object.keys(sections) }] }
  }
  for (const [name, section] of Object.entries(sections)) {
    const list = value[name]
    if (list === undefined || list === null) continue
    if (!Array.isArray(list)) {
      yield { where: place([name], ''), records: [], problems: [{ code: 'expected', field: name, expected: { a: 'list' }, found: foundText(list) }] }
      continue
    }
    for (const [index, entry] of list.entries() as Iterable<[number, unknown]>) {
      const parsed = section.parse(entry)
      yield {
        where: place([name, index], `${name}[${index}]`),
        records: parsed.success ? [parsed.data] : [],
        problems: parsed.success ? [] : problemsOf(parsed.error, entry, section.fields),
      }
    }
  }
}
