import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { ImportProblem } from '../../domain/import/import-problem.js'
import type { LineOf } from './read-directory.js'

export type WholeFormat = 'yaml' | 'json'

export type TakenApart = { value: unknown; lineOf: LineOf } | { problems: { line?: number; problem: ImportProblem }[] }

type Piece =
  | { is: 'map' }
  | { is: 'value'; key: string | null; line?: number; value: unknown }
  | { is: 'list'; key: string | null; line?: number; values: unknown[]; lines: (number | undefined)[] }
type Answer = Piece | { is: 'end' } | { is: 'too_much' } | { is: 'problems'; problems: { line?: number; detail: string }[] }

export interface Bounds {
  /** Of the thread's heap. */
  megabytes: number
  seconds: number
}

/** 10 MB of YAML take about 650 MB and six seconds. */
const enough: Bounds = { megabytes: 1024, seconds: 120 }

let before: Promise<unknown> = Promise.resolve()

/**
 * The value of a whole YAML or JSON file, taken apart in another thread. What needs more than the bounds is a problem of
 * the file, `too_much`. One file at a time, for each may need as much memory as the bounds allow. Throws what the file
 * system throws.
 */
export function takeApart(path: string, format: WholeFormat, bounds = enough): Promise<TakenApart> {
  const taken = before.then(() => inThread(path, format, bounds))
  before = taken.catch(() => undefined)
  return taken
}

async function inThread(path: string, format: WholeFormat, { megabytes, seconds }: Bounds): Promise<TakenApart> {
  const name = format.toUpperCase()
  const tooMuch: TakenApart = { problems: [{ problem: { code: 'too_much', format: name, megabytes, seconds } }] }
  const worker = new Worker(new URL('./whole-file-worker.mjs', import.meta.url), {
    workerData: { path, format }, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  // Beside the one who waits: a thread that runs out of memory while it is ended must not end the process.
  worker.on('error', () => {})
  const signal = AbortSignal.timeout(seconds * 1000)
  const pieces: Piece[] = []
  try {
    for (;;) {
      worker.postMessage('next')
      const [answer] = (await once(worker, 'message', { signal })) as [Answer]
      if (answer.is === 'too_much') return tooMuch
      if (answer.is === 'problems') return { problems: answer.problems.map(({ line, detail }) => ({ ...(line !== undefined && { line }), problem: { code: 'unreadable', format: name, detail } })) }
      if (answer.is === 'end') return together(pieces)
      pieces.push(answer)
    }
  } catch (error) {
    if (signal.aborted || isOutOfMemory(error)) return tooMuch
    throw error
  } finally {
    await worker.terminate()
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** The value as it was before it was handed over in pieces, with the lines of its keys and of the entries of its lists. */
function together(pieces: readonly Piece[]): TakenApart {
  const values = new Map<string | null, unknown>()
  const lines = new Map<string, { line: number | undefined; entries: (number | undefined)[] }>()
  for (const piece of pieces) {
    if (piece.is === 'map') continue
    const { key } = piece
    const known = values.get(key)
    if (piece.is === 'value') values.set(key, piece.value)
    else if (Array.isArray(known)) for (const value of piece.values) known.push(value)
    else values.set(key, piece.values)
    if (key === null) continue
    const placed = lines.get(key) ?? { line: piece.line, entries: [] }
    if (piece.is === 'list') for (const line of piece.lines) placed.entries.push(line)
    lines.set(key, placed)
  }
  const lineOf: LineOf = ([key, index]) => {
    const placed = lines.get(String(key))
    return typeof index === 'number' ? placed?.entries[index] : placed?.line
  }
  return { value: pieces[0]?.is === 'map' ? Object.fromEntries(values) : values.get(null), lineOf }
}
