// Takes a YAML or JSON file apart in a thread of its own and hands it over piece by piece, each when it is asked for, so
// that the bot's thread is never held up for long. Plain JavaScript, which a thread loads alike beside the TypeScript
// sources and from dist, where the build puts it too (allowJs). What it answers is typed in take-apart.ts.
import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { LineCounter, parseDocument } from 'yaml'

/** Characters of one piece, about. */
const pieceWeight = 256 * 1024
/** Characters of the whole file with its aliases written out; the largest JSON file that is taken has no more. */
const maxWeight = 64 * 1024 * 1024
/** Levels of lists and maps within each other: an entry of a directory has four. */
const maxDepth = 500

/** The most problems of YAML's syntax that are told. */
const maxProblems = 10

const answers = whole(workerData)
parentPort.on('message', () => parentPort.postMessage(answers.next().value ?? { is: 'end' }))

/** What is thrown here and is no fault of the file ends the thread, as an error of the caller. */
function* whole({ path, format }) {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  try {
    const { problems, value, lineOf } = format === 'yaml' ? parseYaml(text) : parseJson(text)
    if (problems) yield { is: 'problems', problems }
    else yield* pieces(value, lineOf)
  } catch (error) {
    // Too deep, or too large when written out.
    if (!(error instanceof RangeError)) throw error
    yield { is: 'too_much' }
  }
}

function parseJson(text) {
  try {
    return { value: JSON.parse(text), lineOf: () => undefined }
  } catch (error) {
    const position = /position (\d+)/.exec(error.message)?.[1]
    const line = (position === undefined ? text : text.slice(0, Number(position))).split('\n').length
    return { problems: [{ line, detail: error.message }] }
  }
}

function parseYaml(text) {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, merge: true })
  if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) throw new RangeError('too deep')
  if (document.errors.length > 0) {
    return {
      problems: document.errors.slice(0, maxProblems).map((error) => ({
        line: error.linePos?.[0].line ?? 1,
        detail: (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, ''),
      })),
    }
  }
  const lineOf = (path) => {
    const start = document.getIn(path, true)?.range?.[0]
    return start === undefined ? undefined : lineCounter.linePos(start).line
  }
  try {
    return { value: document.toJS({ maxAliasCount: 100 }), lineOf }
  } catch (error) {
    if (error instanceof RangeError) throw error
    return { problems: [{ detail: error.message }] }
  }
}

/** The root, then the values of its keys; a list comes in as many pieces as it needs. */
function* pieces(root, lineOf) {
  let total = 0
  const weigh = (value) => {
    const weight = weightOf(value, maxWeight - total, 0)
    total += weight
    return weight
  }
  const isMap = typeof root === 'object' && root !== null && !Array.isArray(root)
  if (!isMap) return yield* ofOne(null, root)
  yield { is: 'map' }
  for (const [key, value] of Object.entries(root)) yield* ofOne(key, value)

  function* ofOne(key, value) {
    const line = key === null ? undefined : lineOf([key])
    if (!Array.isArray(value)) {
      weigh(value)
      yield { is: 'value', key, line, value }
      return
    }
    const empty = () => ({ is: 'list', key, line, values: [], lines: [] })
    let piece = empty()
    let weight = 0
    for (const [index, each] of value.entries()) {
      weight += weigh(each)
      piece.values.push(each)
      piece.lines.push(key === null ? undefined : lineOf([key, index]))
      if (weight < pieceWeight) continue
      yield piece
      piece = empty()
      weight = 0
    }
    yield piece
  }
}

/** About the characters of a value when it is written out, aliases as often as they stand; throws RangeError above `most`. */
function weightOf(value, most, depth) {
  if (depth > maxDepth) throw new RangeError('too deep')
  let weight = 1
  if (typeof value === 'string') weight += value.length
  else if (typeof value === 'object' && value !== null) {
    for (const each of Symbol.iterator in value ? value : Object.entries(value)) weight += weightOf(each, most - weight, depth + 1)
  }
  if (weight > most) throw new RangeError('too large')
  return weight
}
