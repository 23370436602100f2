import { createReadStream, type ReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { ImportProblem, ReadItem } from '../../domain/import/import-problem.js'
import { readCsv } from './read-csv.js'
import { readJsonLines } from './read-json-lines.js'
import { readWhole } from './read-whole.js'

export type ImportFormat = 'csv' | 'yaml' | 'json' | 'json_lines'

export interface OpenImport {
  format: ImportFormat | null
  file: string
  /** From the beginning, as often as it is called. */
  read: () => AsyncIterable<ReadItem>
  /** How much of the file has been read, 0 to 1. */
  share: () => number
}

/** What is read as a whole has a limit: bytes. */
const limits = { yaml: 10 * 1024 * 1024, json: 64 * 1024 * 1024 } as const
const extensions: Record<string, ImportFormat> = {
  '.csv': 'csv', '.tsv': 'csv', '.yaml': 'yaml', '.yml': 'yaml', '.json': 'json', '.jsonl': 'json_lines', '.ndjson': 'json_lines',
}

/** Tells the format of a file by its name and its first line. Throws what the file system throws when it cannot be read. */
export async function openImport(path: string): Promise<OpenImport> {
  const file = basename(path)
  const { size } = await stat(path)
  const named = extensions[extname(path).toLowerCase()]
  const format = named === 'json' && (await holdsLines(path, size)) ? 'json_lines' : named ?? null
  let stream: ReadStream | undefined
  const streamed = (): ReadStream => (stream = createReadStream(path))

  const read = (): AsyncIterable<ReadItem> => {
    if (format === null) return only(file, { code: 'unknown_format' })
    if (size === 0) return only(file, { code: 'empty' })
    if (format === 'csv') return readCsv(streamed(), file)
    if (format === 'json_lines') return readJsonLines(streamed(), file)
    if (size > limits[format]) return only(file, { code: 'too_big', bytes: size, maxBytes: limits[format], format: format.toUpperCase() })
    return readWhole(path, format)
  }
  return { format, file, read, share: () => (stream && size > 0 ? Math.min(1, stream.bytesRead / size) : 1) }
}

async function* only(file: string, problem: ImportProblem): AsyncGenerator<ReadItem> {
  yield { where: { file }, records: [], problems: [problem] }
}

/** Whether the first line is a JSON value by itself, with more behind it. */
async function holdsLines(path: string, size: number): Promise<boolean> {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1024 * 1024), 0, 1024 * 1024, 0)
    const start = buffer.subarray(0, bytesRead).toString('utf8').replace(/^\uFEFF/, '')
    const end = start.indexOf('\n')
    if (end < 0 || (bytesRead === size && start.slice(end).trim() === '')) return false
    return typeof JSON.parse(start.slice(0, end)) === 'object'
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  } finally {
    await handle.close()
  }
}
