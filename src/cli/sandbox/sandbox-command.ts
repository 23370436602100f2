import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { readConfig } from '../../config.js'
import type { Workspace } from '../../sandbox/workspace.js'
import type { Say } from '../../locales/words.js'
import { stopOnSignals } from '../stop-on-signals.js'
import { sayFailure } from '../say-failure.js'
import { Told } from '../told.js'
import { openWorkspace, sandboxDir, sandboxTokens } from './open-workspace.js'
import { findRunning } from './running-file.js'
import { removeStore } from './start-sandbox.js'

interface Options {
  port?: number
  reset?: boolean
  clock?: string
}

/** `onbehalf sandbox`: the workspace alone, or a change to the one that runs or was left. */
export function addSandboxCommand(program: Command, say: Say): void {
  program
    .command('sandbox')
    .description(say('cli.sandbox_does'))
    .option('--port <port>', say('cli.sandbox_port'), readPort)
    .option('--reset', say('cli.sandbox_reset'))
    .option('--clock <by>', say('cli.sandbox_clock'))
    .action(async (options: Options) => {
      const config = readConfig()
      const running = await findRunning(sandboxDir(config.dataDir))
      if (options.clock === undefined && !options.reset) return serve(config.dataDir, options.port ?? config.sandboxPort, running, say)
      if (options.reset) {
        await (running ? askRunning(running, 'reset', {}) : resetSaved(config.dataDir))
        console.log(say('cli.sandbox_was_reset'))
      }
      if (options.clock !== undefined) {
        const at = running ? await askRunning(running, 'clock', { by: options.clock }) : await moveSaved(config.dataDir, options.clock)
        console.log(say('cli.sandbox_clock_is', { at: new Date(at).toISOString() }))
      }
    })
}

async function serve(dataDir: string, port: number, running: string | null, say: Say): Promise<void> {
  if (running) throw new Told(say('cli.sandbox_runs_already', { url: running }))
  const workspace = await openWorkspace({ dataDir, port, log: (line) => console.error(line) })
  console.log(say('cli.sandbox_page', { url: workspace.url }))
  console.log(say('cli.sandbox_bot_variables'))
  console.log(`SLACK_API_URL=${workspace.apiUrl} SLACK_BOT_TOKEN=${sandboxTokens.bot} SLACK_APP_TOKEN=${sandboxTokens.app}`)
  stopOnSignals(workspace.stop, (error) => console.error(sayFailure(error, say)))
}

/** Answers the workspace's clock, in milliseconds since the epoch; 0 where the answer tells none. */
async function askRunning(url: string, what: 'clock' | 'reset', body: object): Promise<number> {
  const answer = await fetch(`${url}/sandbox/api/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const said = (await answer.json()) as { now?: number; words?: string; error?: string }
  if (!answer.ok) throw new Told(said.words ?? said.error ?? `HTTP ${answer.status}`)
  return said.now ?? 0
}

async function resetSaved(dataDir: string): Promise<void> {
  const dir = sandboxDir(dataDir)
  await removeStore({ databaseUrl: `file:${join(dir, 'onbehalf.db')}`, dataDir: dir })
  await rm(dir, { recursive: true, force: true })
}

async function moveSaved(dataDir: string, by: string): Promise<number> {
  const workspace: Workspace = await openWorkspace({ dataDir, port: 0 })
  try {
    workspace.moveClock(by)
    return workspace.now().getTime()
  } finally {
    await workspace.stop()
  }
}

function readPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new TypeError(`--port ${text}`)
  return port
}
