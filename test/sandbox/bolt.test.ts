import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/types'
import { describe, expect, it } from 'vitest'
import { AIKO, DANA, httpBot, socketBot, start, SVEN } from './start.js'

const plain = (text: string) => ({ type: 'plain_text' as const, text })

const FORM: ModalView = {
  type: 'modal',
  callback_id: 'form',
  title: plain('File a case'),
  submit: plain('Submit'),
  notify_on_close: true,
  blocks: [
    { type: 'input', block_id: 'title', label: plain('Title'), element: { type: 'plain_text_input', action_id: 'value', max_length: 20 } },
    {
      type: 'input',
      block_id: 'customer',
      label: plain('Customer'),
      dispatch_action: true,
      element: { type: 'external_select', action_id: 'customer', min_query_length: 0 },
    },
    { type: 'input', block_id: 'files', optional: true, label: plain('Attachments'), element: { type: 'file_input', action_id: 'files' } },
  ],
}

const seen: Record<string, unknown>[] = []

function listen(app: App): void {
  app.command('/case', async ({ command, ack, client, respond }) => {
    if (command.text === 'help') return ack('This is how')
    await ack()
    if (command.text === 'late') {
      await respond('first')
      return
    }
    await client.views.open({ trigger_id: command.trigger_id, view: FORM })
  })
  app.options<'block_suggestion'>({ action_id: 'customer' }, async ({ options, ack }) => {
    const option = { text: plain(`acme ${options.value}`), value: 'acme' }
    await ack({ options: [option] })
  })
  app.action('customer', async ({ ack, body, client }) => {
    await ack()
    if (body.type !== 'block_actions' || !body.view) return
    const note = { type: 'section' as const, block_id: 'note', text: plain('Access is on') }
    await client.views.update({ view_id: body.view.id, hash: body.view.hash, view: { ...FORM, blocks: [...FORM.blocks, note] } })
  })
  app.view('form', async ({ ack, view, client, body }) => {
    const title = view.state.values['title']?.['value']?.value
    if (title === 'bad') return ack({ response_action: 'errors', errors: { title: 'Not this one' } })
    await ack()
    seen.push(view.state.values)
    await client.chat.postMessage({ channel: 'case-updates', text: `Filed: ${title ?? ''}` })
    await client.chat.postMessage({ channel: body.user.id, text: 'Thank you' })
  })
  app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body }) => {
    await ack()
    seen.push({ closed: 'is_cleared' in body && body.is_cleared })
  })
  app.action('press', async ({ ack, respond }) => {
    await ack()
    await respond({ replace_original: true, text: 'Pressed' })
  })
  app.shortcut('file_case', async ({ ack, shortcut, client }) => {
    await ack()
    await client.views.open({ trigger_id: shortcut.trigger_id, view: FORM })
  })
  app.shortcut('file_from_message', async ({ ack, shortcut, respond }) => {
    await ack()
    if (shortcut.type === 'message_action') await respond(`You said ${shortcut.message.text ?? ''}`)
  })
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'header', text: plain('Portal') }] } })
  })
  app.message(/hello/, async ({ say }) => void (await say('Hello yourself')))
}

for (const [mode, bot] of [['Socket Mode', socketBot], ['HTTP', httpBot]] as const) {
  describe(`a Bolt app in ${mode}`, () => {
    it('answers a command to the person who typed it, and nobody else', async () => {
      const workspace = await start()
      await bot(workspace, listen)
      expect(await workspace.act(AIKO, { do: 'command', channel: 'C0RANDOM', text: '/case help' })).toEqual({ ok: true })
      expect(workspace.stateOf(AIKO).messages).toMatchObject([{ text: 'This is how', ephemeralTo: AIKO, fromBot: true }])
      expect(workspace.stateOf(SVEN).messages).toEqual([])
      await workspace.act(AIKO, { do: 'command', channel: 'C0RANDOM', text: '/case late' })
      await workspace.until(() => workspace.stateOf(AIKO).messages.some((message) => message.text === 'first'))
    })

    it('opens a form, searches, updates, keeps what was typed, takes a file, refuses, and files', async () => {
      const workspace = await start()
      await bot(workspace, listen)
      seen.length = 0
      await workspace.act(AIKO, { do: 'command', channel: 'C0UPDATES', text: '/case new' })
      const modal = await workspace.until(() => workspace.stateOf(AIKO).modals[0], 'the form')
      const viewId = modal.id
      const empty = await workspace.act(AIKO, { do: 'submit', viewId, state: {} })
      expect(empty).toEqual({
        ok: true,
        errors: { title: 'Please complete this required field.', customer: 'Please complete this required field.' },
      })

      const found = await workspace.suggest(AIKO, { place: { viewId }, blockId: 'customer', actionId: 'customer', value: 'ac', state: {} })
      expect(found.options[0]?.text.text).toBe('acme ac')
      const typed = { title: { value: { type: 'plain_text_input', value: 'Mail is down' } } }
      const chosen = { type: 'external_select', selected_option: found.options[0] }
      await workspace.act(AIKO, { do: 'action', place: { viewId }, blockId: 'customer', actionId: 'customer', value: chosen, state: typed })
      const updated = await workspace.until(() => workspace.stateOf(AIKO).modals.find((view) => view.view.blocks.length === 4), 'the update')
      expect(updated.id).toBe(viewId)
      expect(updated.hash).not.toBe(modal.hash)

      const file = workspace.upload(AIKO, 'trace.log', 'text/plain', Buffer.from('boom'))
      const state = { files: { files: { type: 'file_input', files: [{ id: file.id }] } } }
      const bad = { ...state, title: { value: { type: 'plain_text_input', value: 'bad' } } }
      expect(await workspace.act(AIKO, { do: 'submit', viewId, state: bad })).toEqual({ ok: true, errors: { title: 'Not this one' } })
      expect(await workspace.act(AIKO, { do: 'submit', viewId, state: { ...state, ...typed } })).toEqual({ ok: true })
      expect(workspace.stateOf(AIKO).modals).toEqual([])
      await workspace.until(() => workspace.stateOf(AIKO).messages.some((message) => message.text === 'Thank you'))
      expect(workspace.stateOf(DANA).messages.map((message) => message.text)).toEqual(['Filed: Mail is down'])
      expect(seen[0]).toMatchObject({
        title: { value: { type: 'plain_text_input', value: 'Mail is down' } },
        customer: { customer: { type: 'external_select', selected_option: { value: 'acme' } } },
        files: { files: { type: 'file_input', files: [{ id: file.id, name: 'trace.log', size: 4, user: AIKO }] } },
      })
    })

    it('is told when a form is closed', async () => {
      const workspace = await start()
      await bot(workspace, listen)
      seen.length = 0
      await workspace.act(AIKO, { do: 'global_shortcut', callbackId: 'file_case' })
      const modal = await workspace.until(() => workspace.stateOf(AIKO).modals[0], 'the form')
      await workspace.act(AIKO, { do: 'close', viewId: modal.id, state: {}, all: true })
      expect(seen).toEqual([{ closed: true }])
      expect(workspace.stateOf(AIKO).modals).toEqual([])
    })

    it('reacts to buttons, messages, message shortcuts and its home', async () => {
      const workspace = await start()
      const app = await bot(workspace, listen)
      const button = { type: 'button' as const, action_id: 'press', text: plain('Press'), value: 'v' }
      const { ts = '' } = await app.client.chat.postMessage({
        channel: 'C0UPDATES',
        text: 'a card',
        blocks: [{ type: 'actions', block_id: 'row', elements: [button] }],
      })
      const place = { channel: 'C0UPDATES', ts }
      await workspace.act(DANA, { do: 'action', place, blockId: 'row', actionId: 'press', value: {}, state: {} })
      await workspace.until(() => workspace.stateOf(AIKO).messages.some((message) => message.text === 'Pressed' && message.edited))

      await workspace.act(AIKO, { do: 'say', channel: workspace.directMessage(AIKO), text: 'hello' })
      await workspace.until(() => workspace.stateOf(AIKO).messages.some((message) => message.text === 'Hello yourself'))
      expect(workspace.stateOf(DANA).messages.map((message) => message.text)).toEqual(['Pressed'])

      await workspace.act(DANA, { do: 'say', channel: 'C0RANDOM', text: 'a & b <c> <@U0AIKO>' })
      const said = workspace.stateOf(DANA).messages.find((message) => message.channel === 'C0RANDOM')
      await workspace.act(AIKO, { do: 'message_shortcut', channel: 'C0RANDOM', ts: said?.ts ?? '', callbackId: 'file_from_message' })
      await workspace.until(() => workspace.stateOf(AIKO).messages.some((m) => m.text === 'You said a &amp; b &lt;c&gt; <@U0AIKO>' && m.ephemeralTo === AIKO))

      await workspace.act(AIKO, { do: 'open_home' })
      await workspace.until(() => workspace.stateOf(AIKO).home)
      expect(workspace.stateOf(DANA).home).toBeUndefined()
    })
  })
}
