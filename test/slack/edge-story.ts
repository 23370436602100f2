/** The edge alone: a real Bolt app on a small world, against the stand-in. */
import { readFile } from 'node:fs/promises'
import { afterEach, expect } from 'vitest'
import { startWorkspace } from '../../src/sandbox/workspace.js'
import { createSlackApp } from '../../src/slack/app.js'
import type { OpenUpload } from '../../src/slack/edge.js'
import { playPerson, wordsOf } from '../support/person.js'
import { freshSqlite } from '../support/stores.js'
import { smallWorld } from '../support/world.js'

export type EdgeStory = Awaited<ReturnType<ReturnType<typeof edgeStories>>>

type Body = Record<string, unknown> & { type?: string }

/** To be called in a describe-block. */
export function edgeStories() {
  const fresh = freshSqlite()
  const ends: (() => Promise<unknown>)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0).toReversed()) await end()
  })

  return async ({ ackBudget = 2000, openUpload = () => Promise.resolve('gone'), others = [] }: { ackBudget?: number; openUpload?: OpenUpload; others?: readonly string[] } = {}) => {
    const small = await smallWorld(await fresh())
    const { userId } = small.aiko.slack
    const aikoIs = { id: userId, name: 'Aiko', email: 'aiko@hikari.example', locale: 'en-GB', timeZone: 'Europe/London', title: '' }
    // Agents of hikari.example beside Aiko, called as they are told.
    const colleagues = []
    for (const name of others) {
      const email = `${name.toLowerCase()}@hikari.example`
      const { slack: { userId: id } } = await small.world.account(email, small.hikari, { name })
      colleagues.push({ id, name, email, locale: 'en-GB', timeZone: 'Europe/London', title: '' })
    }
    const workspace = await startWorkspace({
      cast: {
        team: { id: 'T1', name: 'Hikari' },
        bot: { userId: 'U0BOT', botId: 'B0BOT', appId: 'A0BOT', name: 'onbehalf' },
        people: [aikoIs, ...colleagues],
        channels: [{ id: 'C1', name: 'team', kind: 'channel', isPrivate: false, topic: '', members: [userId, ...colleagues.map(({ id }) => id)], botIsMember: true }],
      },
      manifest: await readFile('manifest.yml', 'utf8'),
      tokens: { bot: 'xoxb-edge', app: 'xapp-edge' },
    })
    ends.push(() => workspace.stop())
    const logged: string[] = []
    const note = (facts: object, message: string): void => void logged.push(`${message} ${JSON.stringify(facts)}`)
    const gate = { open: Promise.resolve() }
    const { store } = small.deps
    const slack = createSlackApp({
      deps: {
        ...small.deps,
        now: () => new Date(),
        store: {
          ...store,
          transaction: async (work) => { await gate.open; return small.world.store.transaction(work) },
          read: async (work) => { await gate.open; return small.world.store.read(work) },
        },
      },
      config: { botToken: 'xoxb-edge', appToken: 'xapp-edge', port: 0, apiUrl: workspace.apiUrl },
      openUpload,
      log: { debug: () => undefined, info: note, warn: note, error: note },
      ackBudget,
    })
    const bodies: Body[] = []
    slack.app.use(async ({ body, next }) => {
      bodies.push(structuredClone(body) as unknown as Body)
      await next()
    })
    await slack.start()
    ends.push(() => slack.stop())
    await workspace.until(() => workspace.info().connection === 'socket', 'the bot to connect')
    const aiko = playPerson(workspace, userId)

    return {
      ...small, gate, workspace, slack, logged, aiko, actor: small.aiko,
      /** The others, in their order. */
      others: colleagues.map(({ id }) => playPerson(workspace, id)),

      /** Fills the form in until it could be submitted. */
      async fillsIn(what = 'It waits.'): Promise<void> {
        await aiko.types('#team', '/case new acme.example')
        await aiko.seesModal('"text":"Severity"')
        await aiko.fills('Title', 'Mail is late')
        await aiko.chooses('Category', 'Delayed messages', 'delayed')
        await aiko.seesModal('What happens?')
        await aiko.fills('What happens?', what)
        await aiko.chooses('Who is affected?', 'Everybody')
        await aiko.chooses('Product type', 'Google Workspace')
        await workspace.settled()
      },

      /** Keeps everybody waiting for the store; let them go on with what it answers. */
      holdStore(): () => void {
        let release = (): void => undefined
        gate.open = new Promise((resolve) => { release = resolve })
        return () => { release() }
      },

      /** Submits while the store keeps everybody waiting, until Slack shows that it takes longer. */
      async submitsLate(): Promise<void> {
        const release = this.holdStore()
        expect(await aiko.submits()).toEqual({ ok: true })
        await aiko.seesModal('Filing the case')
        release()
      },

      /** Everything said to Aiko. */
      said: (): string => workspace.stateOf(aiko.id).messages.map(wordsOf).join('\n'),

      /** The newest of what Slack sent of this type; a command has none. */
      lastSent(type?: string): Body {
        const body = bodies.findLast((each) => each.type === type)
        if (!body) throw new Error(`nothing of type ${type ?? 'command'} was sent`)
        return body
      },

      /** Delivers it once more, and waits until the bot is done with it. */
      async again(body: Body): Promise<void> {
        await slack.app.processEvent({ body: structuredClone(body), ack: () => Promise.resolve() })
        await workspace.settled()
      },
    }
  }
}
