import { describe, expect, it } from 'vitest'
import { AIKO, call, command, modal, rawBot, start, text } from './start.js'

const option = (value: string) => ({ text: text(value), value })
const stored = (value: string) => ({ text: { ...text(value), emoji: true }, value })
const options = [option('a'), option('b')]

/** Element, what it says untouched, a preset, what it says then. */
const EMPTY: [type: string, more: object, untouched: object, preset: object, then: object][] = [
  ['plain_text_input', {}, { value: null }, { initial_value: 'x' }, { value: 'x' }],
  ['email_text_input', {}, { value: null }, { initial_value: 'a@b.example' }, { value: 'a@b.example' }],
  ['static_select', { options }, { selected_option: null }, { initial_option: option('b') }, { selected_option: stored('b') }],
  ['external_select', {}, { selected_option: null }, { initial_option: option('z') }, { selected_option: stored('z') }],
  ['radio_buttons', { options }, { selected_option: null }, { initial_option: option('a') }, { selected_option: stored('a') }],
  ['checkboxes', { options }, { selected_options: [] }, { initial_options: [option('a')] }, { selected_options: [stored('a')] }],
  ['multi_static_select', { options }, { selected_options: [] }, { initial_options: options }, { selected_options: [stored('a'), stored('b')] }],
  ['users_select', {}, { selected_user: null }, { initial_user: AIKO }, { selected_user: AIKO }],
  ['conversations_select', {}, { selected_conversation: null }, { initial_conversation: 'C0UPDATES' }, { selected_conversation: 'C0UPDATES' }],
  ['channels_select', {}, { selected_channel: null }, { initial_channel: 'C0UPDATES' }, { selected_channel: 'C0UPDATES' }],
  ['datepicker', {}, { selected_date: null }, { initial_date: '2026-11-20' }, { selected_date: '2026-11-20' }],
  ['file_input', {}, { files: [] }, {}, { files: [] }],
]

async function opened() {
  const workspace = await start()
  await rawBot(workspace, () => ({}))
  const open = async (view: object) => {
    const { trigger_id } = await command(workspace)
    return (await call(workspace, 'views.open', { trigger_id, view })) as { ok: boolean; error?: string; view: { state: { values: object } } }
  }
  return { workspace, open }
}

describe('state.values', () => {
  it.each(EMPTY)('%s, untouched and preset', async (type, more, untouched, preset, then) => {
    const { open } = await opened()
    const block = (extra: object) => ({ type: 'input', block_id: 'b', label: text('L'), element: { type, action_id: 'a', ...more, ...extra } })
    expect((await open(modal({ blocks: [block({})] }))).view.state.values).toEqual({ b: { a: { type, ...untouched } } })
    expect((await open(modal({ blocks: [block(preset)] }))).view.state.values).toEqual({ b: { a: { type, ...then } } })
  })

  it('drops what was typed when the block or action id changes, keeps it when both stay', async () => {
    const { workspace, open } = await opened()
    await open(modal())
    const form = () => workspace.stateOf(AIKO).modals[0]
    const press = { type: 'actions', block_id: 'row', elements: [{ type: 'button', action_id: 'go', text: text('Go') }] }
    const field = (blockId: string) => ({ type: 'input', block_id: blockId, label: text('L'), element: { type: 'plain_text_input', action_id: 'value', initial_value: 'preset' } })
    const update = (blockId: string) => call(workspace, 'views.update', { view_id: form()?.id, view: modal({ blocks: [field(blockId), press] }) })
    await update('field')
    const state = { field: { value: { type: 'plain_text_input', value: 'typed' } } }
    await workspace.act(AIKO, { do: 'action', place: { viewId: form()?.id ?? '' }, blockId: 'row', actionId: 'go', value: {}, state })
    expect(await update('field')).toMatchObject({ view: { state: { values: state } } })
    expect(await update('other')).toMatchObject({ view: { state: { values: { other: { value: { value: 'preset' } } } } } })
  })
})

describe('payloads', () => {
  it('carry everything that Slack’s do', async () => {
    const { workspace, open } = await opened()
    await open(modal({ private_metadata: 'draft-1', external_id: 'ext' }))
    const [view] = workspace.stateOf(AIKO).modals
    const state = { field: { value: { type: 'plain_text_input', value: 'x' } } }
    await workspace.act(AIKO, { do: 'submit', viewId: view?.id ?? '', state })
    expect(workspace.traffic().at(-1)).toMatchObject({
      kind: 'view_submission',
      name: 'form',
      request: {
        type: 'view_submission',
        team: { id: 'T0TEAM', domain: 'hikari-support' },
        user: { id: AIKO, username: 'aiko', name: 'aiko', team_id: 'T0TEAM' },
        api_app_id: 'A0APP',
        token: expect.any(String) as string,
        trigger_id: expect.any(String) as string,
        response_urls: [],
        view: {
          id: view?.id, team_id: 'T0TEAM', type: 'modal', callback_id: 'form', private_metadata: 'draft-1', external_id: 'ext', hash: view?.hash,
          root_view_id: view?.id, previous_view_id: null, app_id: 'A0APP', bot_id: 'B0BOT', notify_on_close: false, clear_on_close: false,
          close: null, submit: { text: 'Send' }, state: { values: state },
        },
      },
    })
    await workspace.act(AIKO, { do: 'say', channel: 'C0UPDATES', text: 'look' })
    const ts = workspace.stateOf(AIKO).messages[0]?.ts ?? ''
    await workspace.act(AIKO, { do: 'message_shortcut', channel: 'C0UPDATES', ts, callbackId: 'file_from_message' })
    expect(workspace.traffic().at(-1)?.request).toMatchObject({
      type: 'message_action', callback_id: 'file_from_message', message_ts: ts, channel: { id: 'C0UPDATES', name: 'case-updates' },
      message: { type: 'message', user: AIKO, text: 'look', ts }, response_url: expect.stringContaining('/hooks/') as string,
    })
  })

  it('answer views.open with Slack’s words when the view is refused', async () => {
    const { open } = await opened()
    expect(await open(modal({ title: text('x'.repeat(25)) }))).toEqual({
      ok: false,
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'] },
    })
    const long = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3000) } }
    expect(await open(modal({ blocks: Array.from({ length: 90 }, () => long) }))).toEqual({ ok: false, error: 'view_too_large' })
  })
})
