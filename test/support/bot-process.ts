/** The bot as a process of its own, that can be killed. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'

export interface BotProcess {
  /** What it printed so far, both streams. */
  printed(): string
  /** Resolves once it printed something that matches; rejects when it ends without. */
  untilPrinted(pattern: RegExp): Promise<void>
  /** Sends the signal; resolves with the exit code, null when the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
  /** Only sends it. */
  signal(signal: NodeJS.Signals): void
  exited: Promise<number | null>
}

/** `onbehalf <words>` with nothing in the environment but what it is told. */
export function runOnbehalf(words: string[], env: Record<string, string>): BotProcess {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', 'src/cli/onbehalf.ts', ...words], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => { printed += chunk.toString('utf8') })
  const exited = once(child, 'exit').then(([code]) => code as number | null)
  const untilPrinted = async (pattern: RegExp) => {
    const left = exited.then(() => 'left' as const)
    while (!pattern.test(printed)) {
      const next = Promise.race([left, once(child.stdout!, 'data'), once(child.stderr!, 'data')])
      if ((await next) === 'left' && !pattern.test(printed)) throw new Error(`it ended and printed: ${printed}`)
    }
  }
  return {
    untilPrinted,
    printed: () => printed,
    exited,
    signal: (signal) => void child.kill(signal),
    end(signal) {
      child.kill(signal)
      return exited
    },
  }
}
