import { describe, expect, it } from 'vitest'
import { AIKO, call, command, DANA, modal, rawBot, SILENCE, start, text } from './start.js'
import type { Envelope } from './start.js'

const typed = (value: string) => ({ field: { value: { type: 'plain_text_input', value } } })

describe('triggers', () => {
  it('open one view, once, and for three seconds', async () => {
    const workspace = await start()
    await rawBot(workspace, () => ({}))
    const { trigger_id } = await command(workspace)
    expect(await call(workspace, 'views.open', { view: modal() })).toMatchObject({ error: 'invalid_arguments' })
    expect(await call(workspace, 'views.open', { trigger_id: '1.2.3', view: modal() })).toEqual({ ok: false, error: 'invalid_trigger_id' })
    expect(await call(workspace, 'views.open', { trigger_id, view: modal() })).toMatchObject({ ok: true, view: { callback_id: 'form' } })
    expect(await call(workspace, 'views.open', { trigger_id, view: modal() })).toEqual({ ok: false, error: 'exchanged_trigger_id' })
    const other = await start({ triggerLifetimeMs: -1 })
    await rawBot(other, () => ({}))
    const late = await command(other)
    expect(await call(other, 'views.open', { trigger_id: late.trigger_id, view: modal() })).toEqual({ ok: false, error: 'expired_trigger_id' })
  })

  it('push only from a modal, and three deep', async () => {
    const workspace = await start()
    const triggers: string[] = []
    await rawBot(workspace, (envelope) => {
      triggers.push(String(envelope.payload['trigger_id']))
      return envelope.payload['type'] === 'view_submission' ? { response_action: 'errors', errors: { field: 'no' } } : {}
    })
    await command(workspace)
    expect(await call(workspace, 'views.push', { trigger_id: triggers.at(-1), view: modal() })).toEqual({ ok: false, error: 'invalid_trigger_id' })
    await command(workspace)
    const view = modal({ external_id: 'one' })
    await call(workspace, 'views.open', { trigger_id: triggers.at(-1), view })
    const submit = async () => {
      const viewId = workspace.stateOf(AIKO).modals.at(-1)?.id ?? ''
      await workspace.act(AIKO, { do: 'submit', viewId, state: typed('x') })
      return triggers.at(-1)
    }
    expect(await call(workspace, 'views.push', { trigger_id: await submit(), view })).toEqual({ ok: false, error: 'duplicate_external_id' })
    expect(await call(workspace, 'views.push', { trigger_id: await submit(), view: modal() })).toMatchObject({ ok: true })
    expect(await call(workspace, 'views.push', { trigger_id: await submit(), view: modal() })).toMatchObject({ ok: true })
    expect(await call(workspace, 'views.push', { trigger_id: await submit(), view: modal() })).toEqual({ ok: false, error: 'push_limit_reached' })
    const [root, second, third] = workspace.stateOf(AIKO).modals
    const updated = await call(workspace, 'views.update', { view_id: third?.id, view: modal() })
    expect(updated).toMatchObject({ view: { root_view_id: root?.id, previous_view_id: second?.id } })
    expect(await call(workspace, 'views.update', { external_id: 'one', view: modal(), hash: 'stale' })).toEqual({ ok: false, error: 'hash_conflict' })
    expect(await call(workspace, 'views.update', { external_id: 'two', view: modal() })).toEqual({ ok: false, error: 'not_found' })
  })
})

describe('submitting', () => {
  async function open(answer: (envelope: Envelope) => unknown, view = modal(), ackDeadlineMs = 3000) {
    const workspace = await start({ ackDeadlineMs })
    await rawBot(workspace, (envelope) => (envelope.type === 'slash_commands' ? {} : answer(envelope)))
    const { trigger_id } = await command(workspace)
    await call(workspace, 'views.open', { trigger_id, view })
    const viewId = workspace.stateOf(AIKO).modals[0]?.id ?? ''
    return { workspace, viewId, submit: (value = 'x', force = false) => workspace.act(AIKO, { do: 'submit', viewId, state: typed(value), force }) }
  }
  const trouble = { ok: false, error: 'invalid_response', words: 'We had some trouble connecting. Try again?' }

  it('closes on an empty answer', async () => {
    const { workspace, submit } = await open(() => ({}))
    expect(await submit()).toEqual({ ok: true })
    expect(workspace.stateOf(AIKO).modals).toEqual([])
  })

  it.each([
    ['a body that is none of the actions', { fine: true }],
    ['errors at a block that is not there', { response_action: 'errors', errors: { nowhere: 'x' } }],
    ['an update to a view that Slack refuses', { response_action: 'update', view: modal({ title: text('x'.repeat(25)) }) }],
    ['no errors', { response_action: 'errors', errors: {} }],
  ])('shows trouble for %s', async (_name, answer) => {
    const { workspace, submit } = await open(() => answer)
    expect(await submit()).toEqual(trouble)
    expect(workspace.stateOf(AIKO).modals).toHaveLength(1)
    expect(workspace.traffic().at(-1)).toMatchObject({ kind: 'ack', ok: false })
  })

  it('updates, pushes and clears', async () => {
    const answers: unknown[] = [
      { response_action: 'update', view: modal({ title: text('Again') }) },
      { response_action: 'push', view: modal({ title: text('On top') }) },
    ]
    const { workspace, submit, viewId } = await open(() => answers.shift() ?? { response_action: 'clear' })
    await submit('kept')
    expect(workspace.stateOf(AIKO).modals).toMatchObject([{ id: viewId, view: { title: { text: 'Again' } }, values: typed('kept') }])
    await submit()
    const top = workspace.stateOf(AIKO).modals[1]
    expect(top).toMatchObject({ view: { title: { text: 'On top' } } })
    expect(await submit()).toMatchObject({ ok: false, error: 'not_on_top' })
    expect(await workspace.act(AIKO, { do: 'submit', viewId: top?.id ?? '', state: typed('x') })).toEqual({ ok: true })
    expect(workspace.stateOf(AIKO).modals).toEqual([])
  })

  it('says what Slack says when the bot is late, gone, or the form is not that person’s', async () => {
    const { workspace, submit, viewId } = await open(() => SILENCE, modal(), 300)
    expect(await submit()).toEqual({ ...trouble, error: 'operation_timeout' })
    expect(await workspace.act(DANA, { do: 'submit', viewId, state: {} })).toMatchObject({ ok: false, error: 'not_found' })
  })

  it('checks what its client checks, unless forced', async () => {
    const bodies: Record<string, unknown>[] = []
    const element = { type: 'plain_text_input', action_id: 'value', min_length: 3, max_length: 5 }
    const blocks = [{ type: 'input', block_id: 'field', label: text('Field'), element }]
    const { submit } = await open((envelope) => {
      bodies.push(envelope.payload)
      return { response_action: 'errors', errors: { field: 'no' } }
    }, modal({ blocks }))
    expect(await submit('')).toEqual({ ok: true, errors: { field: 'Please complete this required field.' } })
    expect(await submit('12')).toEqual({ ok: true, errors: { field: 'Please use at least 3 characters.' } })
    expect(await submit('123456')).toEqual({ ok: true, errors: { field: 'Please use at most 5 characters.' } })
    expect(bodies).toEqual([])
    await submit('x'.repeat(3001), true)
    expect(bodies).toMatchObject([{ type: 'view_submission', view: { state: { values: typed('x'.repeat(3001)) } } }])
  })
})

describe('closing', () => {
  it('tells only who asked to be told, and X says the root and that all is cleared', async () => {
    const closed: unknown[] = []
    const workspace = await start()
    await rawBot(workspace, ({ payload }) => {
      if (payload['type'] === 'view_closed') closed.push([payload['is_cleared'], (payload['view'] as { callback_id: string }).callback_id])
      return {}
    })
    const open = async (more: object, all: boolean) => {
      const { trigger_id } = await command(workspace)
      await call(workspace, 'views.open', { trigger_id, view: modal({ ...more }) })
      await workspace.act(AIKO, { do: 'close', viewId: workspace.stateOf(AIKO).modals[0]?.id ?? '', state: {}, all })
    }
    await open({ callback_id: 'quiet' }, true)
    await open({ callback_id: 'told', notify_on_close: true }, false)
    await open({ callback_id: 'crossed', notify_on_close: true }, true)
    expect(closed).toEqual([[false, 'told'], [true, 'crossed']])
  })
})
