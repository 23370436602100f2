import { describe, expect, test } from 'vitest'
import type { Element } from '../../src/sandbox/page/form/elements-of.js'
import { elementsOf } from '../../src/sandbox/page/form/elements-of.js'
import { initialValue } from '../../src/sandbox/page/form/initial-value.js'
import { carryValues, withValue } from '../../src/sandbox/page/form/state-values.js'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const option = (value: string) => ({ text: plain(value), value })
const input = (blockId: string, element: object) => ({ type: 'input', block_id: blockId, label: plain(blockId), element })
const text = (blockId: string, initial?: string) => input(blockId, { type: 'plain_text_input', action_id: 'a', initial_value: initial })

describe('what an element holds untouched, in the shape of Slack’s state.values', () => {
  test.each<[string, object, object | undefined]>([
    ['text', { type: 'plain_text_input' }, { value: null }],
    ['preset text', { type: 'email_text_input', initial_value: 'a@b.example' }, { value: 'a@b.example' }],
    ['select', { type: 'external_select' }, { selected_option: null }],
    ['preset select', { type: 'static_select', initial_option: option('x') }, { selected_option: option('x') }],
    ['several', { type: 'multi_external_select', initial_options: [option('x')] }, { selected_options: [option('x')] }],
    ['checkboxes', { type: 'checkboxes', options: [] }, { selected_options: [] }],
    ['radio', { type: 'radio_buttons', options: [] }, { selected_option: null }],
    ['person', { type: 'users_select', initial_user: 'U1' }, { selected_user: 'U1' }],
    ['people', { type: 'multi_users_select' }, { selected_users: [] }],
    ['channel', { type: 'channels_select' }, { selected_channel: null }],
    ['conversation', { type: 'conversations_select', default_to_current_conversation: true }, { selected_conversation: 'C1' }],
    ['date', { type: 'datepicker' }, { selected_date: null }],
    ['files', { type: 'file_input' }, { files: [] }],
    ['button', { type: 'button' }, undefined],
    ['menu', { type: 'overflow' }, undefined],
  ])('%s', (_name, element, expected) => {
    const value = initialValue(element as Element, 'C1')
    expect(value).toEqual(expected && { type: (element as Element).type, ...expected })
  })
})

test('elements are found in inputs, sections and actions', () => {
  const blocks = [
    text('title'),
    { type: 'section', block_id: 's', text: plain('x'), accessory: { type: 'button', action_id: 'b' } },
    { type: 'section', block_id: 'picture', accessory: { type: 'image', image_url: 'x', alt_text: 'x' } },
    { type: 'actions', block_id: 'acts', elements: [{ type: 'button', action_id: 'one' }, { type: 'static_select', action_id: 'two' }] },
    { type: 'divider', block_id: 'd' },
  ]
  expect(elementsOf(blocks).map(({ blockId, actionId }) => `${blockId}/${actionId}`)).toEqual(['title/a', 's/b', 'acts/one', 'acts/two'])
})

describe('an updated view', () => {
  const typed = withValue(carryValues({}, [text('title'), text('other')]), 'title', 'a', { type: 'plain_text_input', value: 'typed' })

  test('keeps what was typed where block and action id are the same, whatever the new initial value', () => {
    expect(carryValues(typed, [text('title', 'preset')])).toEqual({ title: { a: { type: 'plain_text_input', value: 'typed' } } })
  })

  test('starts anew where the block id changed', () => {
    expect(carryValues(typed, [text('title-2', 'preset')])).toEqual({ 'title-2': { a: { type: 'plain_text_input', value: 'preset' } } })
  })

  test('starts anew where the kind of element changed', () => {
    const select = input('title', { type: 'static_select', action_id: 'a' })
    expect(carryValues(typed, [select])).toEqual({ title: { a: { type: 'static_select', selected_option: null } } })
  })
})
