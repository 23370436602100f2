/** How long an answer within Slack's deadline takes, of the whole bot and of a bare Bolt app, in turns. */
import { App, LogLevel } from '@slack/bolt'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { parseConfig } from '../../src/config.js'
import { startBot } from '../../src/main.js'
import type { Workspace } from '../../src/sandbox/workspace.js'
import { freePort, openDemoWorkspace, storyEnv, tokens } from '../support/story.js'

const camille = 'U0DEMOCAMILLE'
const channel = 'C0DEMOHIKARI'

interface Input {
  block_id: string
  element?: { type: string; action_id: string }
}

interface Side {
  workspace: Workspace
  stop(): Promise<unknown>
}

export interface AckFigure {
  what: string
  /** Milliseconds, sorted. */
  bot: number[]
  bare: number[]
}

export async function ackBench(times: number): Promise<AckFigure[]> {
  const bot = await wholeBot()
  try {
    const bare = await bareBolt()
    try {
      const sides = { bot, bare }
      const search = { bot: await opensSearch(bot), bare: await opensSearch(bare) }
      return [
        await inTurns('/case help', sides, times, (name) => types(sides[name], '/case help', 'bot' === name)),
        await inTurns('/case list', sides, times, (name) => types(sides[name], '/case list', 'bot' === name)),
        await inTurns('search of a customer', sides, times, (name) => search[name]()),
      ]
    } finally {
      await bare.stop()
    }
  } finally {
    await bot.stop()
  }
}

/** A first twentieth is not counted: it warms both up. */
async function inTurns(what: string, sides: Record<'bot' | 'bare', Side>, times: number, ask: (name: 'bot' | 'bare') => Promise<number>): Promise<AckFigure> {
  const took = { bot: [] as number[], bare: [] as number[] }
  const names = Object.keys(sides) as ('bot' | 'bare')[]
  const warmUp = Math.ceil(times / 20)
  for (let run = -warmUp; run < times; run += 1) {
    for (const name of names) {
      const milliseconds = await ask(name)
      if (run >= 0) took[name].push(milliseconds)
    }
  }
  return { what, bot: took.bot.toSorted((a, b) => a - b), bare: took.bare.toSorted((a, b) => a - b) }
}

/** Milliseconds until the command was acknowledged. What the bot does after that has ended before anything else is timed. */
async function types({ workspace }: Side, text: string, answers: boolean): Promise<number> {
  const answered = answers ? workspace.waitFor((event) => event.type === 'message' && event.message.fromBot) : null
  const begun = performance.now()
  const result = await workspace.act(camille, { do: 'command', channel, text })
  const milliseconds = performance.now() - begun
  if (!result.ok) throw new Error(`${text}: ${result.error}`)
  await answered
  return milliseconds
}

/** Opens the filing form; gives a search in it, which answers in milliseconds. */
async function opensSearch({ workspace }: Side): Promise<() => Promise<number>> {
  await workspace.act(camille, { do: 'command', channel, text: '/case new' })
  const select = await workspace.until(() => {
    const [view] = workspace.stateOf(camille).modals
    const input = (view?.view.blocks as Input[] | undefined)?.find((block) => block.element?.type === 'external_select')
    return view && input?.element && { place: { viewId: view.id }, blockId: input.block_id, actionId: input.element.action_id }
  }, 'a form with a searched select')
  return async () => {
    const begun = performance.now()
    const result = await workspace.suggest(camille, { ...select, value: 'acme', state: {} })
    const milliseconds = performance.now() - begun
    if (result.options.length === 0) throw new Error('nothing was found')
    return milliseconds
  }
}

async function wholeBot(): Promise<Side> {
  const folder = await mkdtemp(join(tmpdir(), 'onbehalf-bench-'))
  const workspace = await openDemoWorkspace()
  const config = parseConfig(storyEnv('http', workspace, folder, await freePort()))
  if (config.slack.mode === 'sandbox') throw new Error('the bench has tokens')
  const bot = await startBot({ config: { ...config, slack: config.slack }, log: pino({ level: 'warn' }) })
  await workspace.setRequestUrl(`http://127.0.0.1:${config.port}/slack/events`)
  return {
    workspace,
    async stop() {
      await bot.stop()
      await workspace.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Bolt as its own documentation starts it, answering from nothing. */
async function bareBolt(): Promise<Side> {
  const workspace = await openDemoWorkspace()
  const port = await freePort()
  const app = new App({ token: tokens.bot, signingSecret: tokens.signingSecret, logLevel: LogLevel.ERROR, clientOptions: { slackApiUrl: workspace.apiUrl } })
  const text = (words: string) => ({ type: 'plain_text' as const, text: words })
  app.command('/case', async ({ ack, command, client }) => {
    await ack()
    if (command.text !== 'new') return
    const element = { type: 'external_select' as const, action_id: 'customer' }
    await client.views.open({ trigger_id: command.trigger_id, view: { type: 'modal', title: text('File'), submit: text('Submit'), blocks: [{ type: 'input', block_id: 'customer', label: text('Customer'), element }] } })
  })
  app.options('customer', async ({ ack }) => ack({ options: [{ text: text('Acme'), value: 'acme' }] }))
  await app.start(port)
  await workspace.setRequestUrl(`http://127.0.0.1:${port}/slack/events`)
  return {
    workspace,
    async stop() {
      await app.stop()
      await workspace.stop()
    },
  }
}
