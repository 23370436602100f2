/** Whoever may not is told so by everything there is, and nothing is written (house rule 4, SCOPE-2, ACCOUNT-5). */
import { describe, expect, test } from 'vitest'
import type { Place } from '../../src/sandbox/protocol.js'
import { saveTyped } from '../../src/slack/modals/change-filing.js'
import { keepTyped } from '../../src/slack/modals/verbs/keep-typed.js'
import { actions, closings, commands, searches, shortcuts, submissions } from '../../src/slack/routes.js'
import { callbackIds } from '../../src/slack/views/ids.js'
import { playPerson, type PlayedPerson } from '../support/person.js'
import { expectNoRowsWritten } from '../support/row-counts.js'
import { stories, type Mode, type Story } from '../support/story.js'
import { everyCommand, everything, formOf, messagePlace, saidAfter, shows, type FormName } from './every-route.js'

interface Who {
  who: string
  mode: Mode
  channel: string
  comes(story: Story): PlayedPerson | Promise<PlayedPerson>
  /** What each answer says: which rule, and whom to ask. */
  words: RegExp
  /** What whoever has an account may do for themselves, and what is said then. */
  may?: Record<string, RegExp>
}

const lounge = '#support-lounge'

const newcomer = (id: string, more: object) => async ({ workspace }: Story): Promise<PlayedPerson> => {
  workspace.addPerson({ id, name: id, email: `${id.toLowerCase()}@hikari.example`, locale: 'en-US', timeZone: 'Europe/Paris', title: '', ...more })
  const channel = workspace.info().channels.find(({ name }) => name === 'support-lounge')!
  workspace.updateChannel(channel.id, { members: [...channel.members, id] })
  return Promise.resolve(playPerson(workspace, id))
}

const own = /Nothing waits for you|You asked for nothing/
const novas: Record<string, RegExp> = {
  '/approvals ': own, '/approvals waiting': own, '/approvals asked': own, 'the button approvals_page': own,
  '/portal ': /You are Nova Park/, '/portal alerts': /Alert address/, 'the button open_alerts': /Alert address/,
  Home: /nova@hikari\.example/,
}
const nobodys = /Omar Said|There is no such request for you|no active account on boreal\.example|This form is no longer open|This belongs to your account on (desk|boreal)\.example/

const everybody: Who[] = [
  { who: 'a Slack user without an account', mode: 'socket', channel: lounge, comes: newcomer('U0NEWCOMER', {}), words: /No account here has your Slack email, u0newcomer@hikari\.example/ },
  { who: 'a guest without an account', mode: 'http', channel: lounge, comes: newcomer('U0GUEST', { isGuest: true }), words: /You are a guest here/ },
  { who: 'somebody of another organization', mode: 'socket', channel: lounge, comes: newcomer('U0STRANGER', { isStranger: true }), words: /No account here has your Slack email\./ },
  {
    // The draft, the forms and the request are her own.
    who: 'Camille, suspended', mode: 'http', channel: '#team-hikari', words: /Your account on hikari\.example is suspended/,
    comes: async ({ person, bot }) => {
      await bot.store.db.account.updateMany({ where: { email: 'camille@hikari.example' }, data: { status: 'SUSPENDED' } })
      return person('camille')
    },
  },
  { who: 'Nova, without a role', mode: 'socket', channel: '#team-hikari', comes: ({ person }) => person('nova'), words: nobodys, may: novas },
]

test('every command is in the list of what is tried', () => {
  expect(Object.keys(everyCommand).sort()).toEqual(Object.keys(commands).sort())
})

describe.each(everybody)('$who', ({ mode, channel, comes, words, may }) => {
  const start = stories(mode)

  test('is told so by every command, button and form, and nothing is written', { timeout: 120_000 }, async () => {
    const story = await start()
    const all = await everything(story)
    expect(Object.keys(all.presses).sort()).toEqual(Object.keys(actions).sort())
    const person = await comes(story)
    // Who comes by for the first time is tied, which is written down (ACCOUNT-5).
    await person.asks(channel, '/approvals', /./)
    await story.bot.drain()
    await story.bot.chores()
    const { workspace, bot } = story
    const problems: string[] = []
    const tried = (what: string, work: () => Promise<unknown>, said = may?.[what] ?? words) =>
      expectNoRowsWritten(bot.store, () => saidAfter(story, person, said, what, work)).catch((error: unknown) => {
        problems.push(`${what}: ${error instanceof Error ? error.message : String(error)}`)
      })

    for (const [command, verbs] of Object.entries(everyCommand)) {
      for (const verb of verbs) {
        await person.closes()
        const usage = verb === 'help'
        await tried(`${command} ${verb}`, () => person.types(channel, `${command} ${verb}`), usage ? /\*\/\w+\*:/ : undefined)
      }
    }

    for (const [id, { value, in: name }] of Object.entries(all.presses)) {
      const place: Place = name ? await shows(story, person, formOf(all, name), channel) : await messagePlace(person, channel)
      const press = () => workspace.act(person.id, { do: 'action', place, blockId: 'forged', actionId: id, value, state: name ? formOf(all, name).state : {}, force: true })
      // What is typed is saved as it is typed, and nobody is told at every key.
      if (actions[id] === saveTyped || actions[id] === keepTyped) await expectNoRowsWritten(bot.store, async () => { await press(); await workspace.settled() })
      else await tried(`the button ${id}`, press)
    }

    for (const id of Object.keys(submissions)) {
      // Everybody with an account may set where the own alerts go.
      if (may && id === callbackIds.alertAddress) continue
      const name = Object.entries(callbackIds).find(([, each]) => each === id)![0] as FormName
      const form = formOf(all, name)
      const { viewId } = await shows(story, person, form, channel)
      await tried(`the form ${id}`, () => workspace.act(person.id, { do: 'submit', viewId, state: form.state, force: true }))
    }
    for (const id of Object.keys(closings)) {
      const form = formOf(all, Object.entries(callbackIds).find(([, each]) => each === id)![0] as FormName)
      const { viewId } = await shows(story, person, form, channel)
      await expectNoRowsWritten(bot.store, () => workspace.act(person.id, { do: 'close', viewId, state: form.state }))
    }

    for (const actionId of Object.keys(searches)) {
      const form = Object.values(all.forms).find(({ view }) => JSON.stringify(view.blocks).includes(`"action_id":"${actionId}"`))
      if (!form) throw new Error(`no form searches ${actionId}`)
      const searched = await shows(story, person, form, channel)
      const block = form.view.blocks.find((each) => JSON.stringify(each).includes(`"action_id":"${actionId}"`))!
      const found = await workspace.suggest(person.id, { place: searched, blockId: block.block_id!, actionId, value: 'e', state: {} })
      expect(JSON.stringify(found.options)).not.toMatch(/acme|wonka|Globex|Tanaka/i)
    }
    await person.closes()

    const said = await person.asks(channel, '/case help', 'support cases')
    for (const callbackId of Object.keys(shortcuts)) {
      const kind = workspace.info().shortcuts.find((each) => each.callbackId === callbackId)!.type
      await person.closes()
      await workspace.act(person.id, { do: 'say', channel: said.channel, text: 'Mail waits' })
      const message = workspace.stateOf(person.id).messages.findLast(({ text }) => text === 'Mail waits')!
      await tried(`the shortcut ${callbackId}`, () => workspace.act(person.id, kind === 'global' ? { do: 'global_shortcut', callbackId } : { do: 'message_shortcut', channel: message.channel, ts: message.ts, callbackId }))
    }
    await tried('Home', () => workspace.act(person.id, { do: 'open_home' }))
    expect(problems).toEqual([])
    expect(story.log.filter((line) => line.includes('something unexpected happened'))).toEqual([])
  })
})
