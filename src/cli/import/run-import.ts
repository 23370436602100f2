import { recordTypes } from '../../domain/import/directory-record.js'
import type { ImportResult } from '../../domain/import/import-result.js'
import type { SupportTier } from '../../domain/words.js'
import type { Say } from '../../locales/words.js'
import type { Deps } from '../../usecases/deps.js'
import { importDirectory } from '../../usecases/import/import-directory.js'
import type { OpenImport } from './open-import.js'
import { sayProblem } from '../../slack/views/portal/import-problem-words.js'
import { showProgress } from './show-progress.js'

export interface RunOptions {
  say: Say
  /** BCP 47. */
  locale: string
  out: NodeJS.WriteStream
  err: NodeJS.WriteStream
  skipBad: boolean
  dryRun: boolean
  /** The store as people know it: a file's path, or host and database. */
  store: string
  reseller?: string
  tier?: SupportTier
}

/** Problems listed before the rest is only counted; with `skipBad` every one is listed. */
const listed = 50

/** Imports a file and says what came of it. Answers whether it went as asked. */
export async function runImport(deps: Pick<Deps, 'store' | 'now' | 'newId'>, source: OpenImport, options: RunOptions): Promise<boolean> {
  const { say, locale, out, err, skipBad, dryRun, reseller, tier } = options
  const progress = showProgress(err, say, source.file, source.share)
  let found = 0
  let noted = 0
  try {
    const result = await importDirectory(deps, { kind: 'system', name: 'import' }, {
      read: source.read, file: source.file, skipBad, dryRun, onProgress: progress.onProgress,
      ...(reseller !== undefined && { reseller }), ...(tier !== undefined && { tier }),
      onProblem: (problem) => {
        found += 1
        if (!skipBad && found > listed) return
        progress.end()
        err.write(`${sayProblem(problem, say, locale)}\n`)
      },
      onNote: (note) => {
        noted += 1
        if (noted > listed) return
        progress.end()
        err.write(`${sayProblem(note, say, locale)}\n`)
      },
    })
    progress.end()
    if (noted > listed) err.write(`${say('imports.more_kept', { count: noted - listed })}\n`)
    if (!skipBad && found > listed) err.write(`${say('imports.more_problems', { count: found - listed })}\n`)
    return sayResult(result, source.file, options, out, err)
  } finally {
    progress.end()
  }
}

function sayResult(result: ImportResult, file: string, { say, dryRun, skipBad, store }: RunOptions, out: NodeJS.WriteStream, err: NodeJS.WriteStream): boolean {
  const { items, bad, written, counts } = result
  if (dryRun) {
    out.write(`${bad > 0 ? say('imports.dry_run_bad', { items, bad }) : say('imports.dry_run_good', { items })}\n`)
    return bad === 0
  }
  if (!written) {
    err.write(`${bad < items && !skipBad ? say('imports.nothing_written', { items, bad }) : say('imports.nothing_good')}\n`)
    return false
  }
  if (bad > 0) err.write(`${say('imports.skipped', { bad })}\n`)
  const sum = (of: 'created' | 'updated' | 'unchanged'): number => recordTypes.reduce((total, type) => total + counts[type][of], 0)
  out.write(`${say('imports.done', { file, created: sum('created'), updated: sum('updated'), unchanged: sum('unchanged') })}\n`)
  for (const type of recordTypes) {
    const { created, updated, unchanged } = counts[type]
    if (created + updated + unchanged > 0) out.write(`${say('imports.done_of', { what: say(`imports.type_${type}`), created, updated, unchanged })}\n`)
  }
  out.write(`${say('imports.written_to', { store })}\n`)
  return true
}
