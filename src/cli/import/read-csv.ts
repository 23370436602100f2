import { parse, CsvError } from 'csv-parse'
import { pipeline, Readable } from 'node:stream'
import type { ImportProblem, ReadItem } from '../../domain/import/import-problem.js'
import { csvColumns, parseCsvRow } from './csv-columns.js'
import { problemsOf } from './problems-of.js'

interface CsvRow {
  record: string[]
  info: { lines: number }
}

/** Longer rows are a quote that was never closed. Characters. */
const longestRow = 1024 * 1024
const format = 'CSV'

/**
 * The rows of a CSV file with a header, one at a time. Commas, semicolons or tabs part the cells, as the header has it;
 * quotes, line breaks in quotes, a byte order mark and CRLF are as RFC 4180 and spreadsheets write them.
 */
export async function* readCsv(source: AsyncIterable<string | Buffer>, file: string): AsyncGenerator<ReadItem> {
  const { delimiter, whole } = await sniff(source)
  const skipped: ReadItem[] = []
  const parser = parse({
    bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true, max_record_size: longestRow,
    skip_records_with_error: true,
    on_skip: (error) => { skipped.push(unreadable(file, error)) },
  })
  pipeline(Readable.from(whole), parser, () => { /* The loop below is told as well. */ })

  let columns: string[] | null = null
  try {
    for await (const { record, info } of parser as AsyncIterable<CsvRow>) {
      // The parser counts the line it ended on; a cell may hold line breaks.
      const line = info.lines - record.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0)
      // The parser is ahead of this loop: what it skipped further down has to wait.
      while ((skipped[0]?.where.line ?? Infinity) < line) yield skipped.shift()!
      if (columns) {
        if (record.some((cell) => cell !== '')) yield readRow(record, columns, { file, line })
        continue
      }
      columns = record.map((name) => name.trim().toLowerCase().replace(/[\s-]+/g, '_'))
      const problems = headerProblems(columns)
      if (problems.length === 0) continue
      yield { where: { file, line }, records: [], problems }
      return
    }
    yield* skipped
    if (!columns && skipped.length === 0) yield { where: { file }, records: [], problems: [{ code: 'empty' }] }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    yield* skipped
    yield unreadable(file, error)
  }
}

function headerProblems(columns: string[]): ImportProblem[] {
  const problems: ImportProblem[] = []
  for (const [index, column] of columns.entries()) {
    if (!csvColumns.includes(column)) problems.push({ code: 'unknown_column', column, known: csvColumns })
    else if (columns.indexOf(column) < index) problems.push({ code: 'double_column', column })
  }
  if (!columns.includes('domain')) problems.push({ code: 'missing_column', column: 'domain', known: csvColumns })
  return problems
}

function readRow(cells: string[], columns: string[], where: ReadItem['where']): ReadItem {
  if (cells.length !== columns.length) return { where, records: [], problems: [{ code: 'cells', expected: columns.length, found: cells.length }] }
  if (cells.some((cell) => cell.includes('\uFFFD'))) return { where, records: [], problems: [{ code: 'unreadable', format, detail: 'not UTF-8' }] }
  const told = Object.fromEntries(columns.flatMap((column, index) => (cells[index] ? [[column, cells[index]] as const] : [])))
  const parsed = parseCsvRow(told)
  return parsed.success ? { where, records: parsed.data, problems: [] } : { where, records: [], problems: problemsOf(parsed.error, told, csvColumns) }
}

function unreadable(file: string, error: CsvError | undefined): ReadItem {
  const line: unknown = error?.['lines']
  const detail = error?.message ?? ''
  return { where: { file, ...(typeof line === 'number' && { line }) }, records: [], problems: [{ code: 'unreadable', format, detail }] }
}

/** What parts the cells, told by the header, and the stream from its beginning. */
async function sniff(source: AsyncIterable<string | Buffer>): Promise<{ delimiter: string; whole: AsyncGenerator<string> }> {
  const chunks = withPlainBreaks(source)
  let start = ''
  let done = false
  while (!done && !/\S[^\n]*\n/.test(start) && start.length < longestRow) {
    const next = await chunks.next()
    done = next.done === true
    start += next.value ?? ''
  }
  const header = start.trimStart().split('\n')[0] ?? ''
  const count = (mark: string): number => header.split(mark).length
  const delimiter = [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0]!
  async function* whole(): AsyncGenerator<string> {
    yield start
    yield* chunks
  }
  return { delimiter, whole: whole() }
}

/** The text with `\n` for every line break: the parser counts a CRLF inside quotes twice. */
async function* withPlainBreaks(source: AsyncIterable<string | Buffer>): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder('utf-8')
  let held = ''
  for await (const chunk of source) {
    const text = held + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))
    // A carriage return at the end may be the first half of a line break.
    held = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n')
  }
  const rest = held + decoder.decode()
  if (rest !== '') yield rest.replace(/\r\n?/g, '\n')
}
