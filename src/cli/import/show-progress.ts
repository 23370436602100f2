import { Presets, SingleBar } from 'cli-progress'
import type { ImportInput } from '../../usecases/import/import-directory.js'
import type { Say } from '../../locales/words.js'

export interface Progress {
  onProgress: NonNullable<ImportInput['onProgress']>
  /** Clears the bar away, so that lines can be written. */
  end: () => void
}

/** Shorter imports are over before a bar could be read. */
const worthShowing = 1000
const rowsPerLine = 20_000

/** A bar where a person looks on, now and then a line where a log is kept. `share` is how much of the file was read. */
export function showProgress(out: NodeJS.WriteStream, say: Say, file: string, share: () => number): Progress {
  return out.isTTY ? bar(out, say, file, share) : lines(out, say)
}

function bar(out: NodeJS.WriteStream, say: Say, file: string, share: () => number): Progress {
  let drawn: SingleBar | undefined
  let step: string | undefined
  const end = (): void => {
    drawn?.stop()
    drawn = undefined
  }
  return {
    end,
    onProgress: (now, done, total) => {
      if ((total ?? done) < worthShowing) return
      if (step !== now) {
        end()
        step = now
        const words = now === 'check' ? say('imports.checking', { file }) : say('imports.writing')
        drawn = new SingleBar({ format: `${words} {bar} {percentage} %  {rows}`, stream: out, hideCursor: true, clearOnComplete: true, etaBuffer: 20 }, Presets.shades_classic)
        drawn.start(1000, 0, { rows: '' })
      }
      const part = total === null ? share() : done / total
      drawn?.update(Math.floor(part * 1000), { rows: total === null ? String(done) : `${done} / ${total}` })
      if (total !== null && done >= total) end()
    },
  }
}

function lines(out: NodeJS.WriteStream, say: Say): Progress {
  let next = rowsPerLine
  let step: string | undefined
  return {
    end: () => undefined,
    onProgress: (now, done, total) => {
      if (step !== now) next = rowsPerLine
      step = now
      if (done < next) return
      next = done - (done % rowsPerLine) + rowsPerLine
      out.write(`${total === null ? say('imports.checked_so_far', { done }) : say('imports.written_so_far', { done, total })}\n`)
    },
  }
}
