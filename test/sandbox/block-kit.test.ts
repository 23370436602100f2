import { describe, expect, it } from 'vitest'
import { messageProblems, viewProblems } from '../../src/sandbox/block-kit/surfaces.js'

type Json = Record<string, unknown>

const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) })
const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) })
const option = (value = 'v', text = 'Option') => ({ text: { type: 'plain_text', text }, value })
const options = (count: number) => Array.from({ length: count }, (_, i) => option(`v${i}`))
const section = (more: Json = {}) => ({ type: 'section', text: plain(5), ...more })
const withAccessory = (accessory: Json) => section({ accessory })
const actions = (...elements: Json[]) => ({ type: 'actions', elements })
const button = (more: Json = {}) => ({ type: 'button', action_id: 'b', text: plain(4), ...more })
const input = (element: Json, more: Json = {}) => ({ type: 'input', label: plain(4), element, ...more })
const select = (more: Json) => actions({ type: 'static_select', action_id: 's', ...more })
const text = (more: Json = {}) => input({ type: 'plain_text_input', action_id: 't', ...more })
const rows = (count: number) => Array.from({ length: count }, () => [{ type: 'raw_text', text: 'x' }])
const dividers = (count: number) => Array.from({ length: count }, () => ({ type: 'divider' }))
const modal = (more: Json = {}) => ({ type: 'modal', title: plain(24), blocks: [], ...more })

/** What fits, what does not by one, and where Slack says so. */
const BOUNDS: [name: string, fits: unknown[], refused: unknown[], pointer: string, words: string][] = [
  ['blocks of a message', dividers(50), dividers(51), '/blocks', 'no more than 50 items allowed'],
  ['section text', [section({ text: mrkdwn(3000) })], [section({ text: mrkdwn(3001) })], '/blocks/0/text/text', 'must be less than 3001 characters'],
  ['empty text', [section({ text: plain(1) })], [section({ text: plain(0) })], '/blocks/0/text/text', 'must be more than 0 characters'],
  ['section fields', [section({ fields: Array(10).fill(plain(2000)) })], [section({ fields: Array(11).fill(plain(1)) })], '/blocks/0/fields', 'no more than 10 items allowed'],
  ['a section field', [section({ fields: [mrkdwn(2000)] })], [section({ fields: [mrkdwn(2001)] })], '/blocks/0/fields/0/text', 'must be less than 2001 characters'],
  ['a section without anything', [{ type: 'section', fields: [plain(1)] }], [{ type: 'section' }], '/blocks/0', 'must define either `text` or `fields`'],
  ['header', [{ type: 'header', text: plain(150) }], [{ type: 'header', text: plain(151) }], '/blocks/0/text/text', 'must be less than 151 characters'],
  ['header type', [{ type: 'header', text: plain(1) }], [{ type: 'header', text: mrkdwn(1) }], '/blocks/0/text', 'unsupported type: mrkdwn'],
  ['context elements', [{ type: 'context', elements: Array(10).fill(mrkdwn(1)) }], [{ type: 'context', elements: Array(11).fill(mrkdwn(1)) }], '/blocks/0/elements', 'no more than 10 items allowed'],
  ['actions elements', [actions(...Array.from({ length: 25 }, (_, i) => button({ action_id: `b${i}` })))], [actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `b${i}` })))], '/blocks/0/elements', 'no more than 25 items allowed'],
  ['no actions', [actions(button())], [actions()], '/blocks/0/elements', 'no fewer than 1 items allowed'],
  ['button text', [actions(button({ text: plain(75) }))], [actions(button({ text: plain(76) }))], '/blocks/0/elements/0/text/text', 'must be less than 76 characters'],
  ['button text type', [actions(button())], [actions(button({ text: mrkdwn(1) }))], '/blocks/0/elements/0/text', 'unsupported type: mrkdwn'],
  ['button value', [actions(button({ value: 'v'.repeat(2000) }))], [actions(button({ value: 'v'.repeat(2001) }))], '/blocks/0/elements/0/value', 'must be less than 2001 characters'],
  ['button url', [actions(button({ url: 'https://example.com' }))], [actions(button({ url: 'nowhere' }))], '/blocks/0/elements/0/url', 'must be a valid URL'],
  ['button style', [actions(button({ style: 'danger' }))], [actions(button({ style: 'default' }))], '/blocks/0/elements/0/style', 'must be a valid enum value'],
  ['accessibility label', [actions(button({ accessibility_label: 'x'.repeat(75) }))], [actions(button({ accessibility_label: 'x'.repeat(76) }))], '/blocks/0/elements/0/accessibility_label', 'must be less than 76 characters'],
  ['block id', [section({ block_id: 'x'.repeat(255) })], [section({ block_id: 'x'.repeat(256) })], '/blocks/0/block_id', 'must be less than 256 characters'],
  ['action id', [actions(button({ action_id: 'x'.repeat(255) }))], [actions(button({ action_id: 'x'.repeat(256) }))], '/blocks/0/elements/0/action_id', 'must be less than 256 characters'],
  ['block id twice', [section({ block_id: 'a' }), section({ block_id: 'b' })], [section({ block_id: 'a' }), section({ block_id: 'a' })], '/blocks/1/block_id', '`block_id` "a" already exists'],
  ['action id twice in a block', [actions(button(), button({ action_id: 'c' }))], [actions(button(), button())], '/blocks/0/elements', '`action_id` "b" already exists'],
  ['confirm title', [actions(button({ confirm: { text: plain(300), title: plain(100), confirm: plain(30), deny: plain(30) } }))], [actions(button({ confirm: { text: plain(1), title: plain(101) } }))], '/blocks/0/elements/0/confirm/title/text', 'must be less than 101 characters'],
  ['confirm text', [actions(button({ confirm: { text: mrkdwn(300) } }))], [actions(button({ confirm: { text: plain(301) } }))], '/blocks/0/elements/0/confirm/text/text', 'must be less than 301 characters'],
  ['confirm button', [actions(button({ confirm: { text: plain(1), confirm: plain(30) } }))], [actions(button({ confirm: { text: plain(1), confirm: plain(31) } }))], '/blocks/0/elements/0/confirm/confirm/text', 'must be less than 31 characters'],
  ['options', [select({ options: options(100) })], [select({ options: options(101) })], '/blocks/0/elements/0/options', 'no more than 100 items allowed'],
  ['no options', [select({ options: options(1) })], [select({ options: [] })], '/blocks/0/elements/0/options', 'no fewer than 1 items allowed'],
  ['option text', [select({ options: [option('v', 'x'.repeat(75))] })], [select({ options: [option('v', 'x'.repeat(76))] })], '/blocks/0/elements/0/options/0/text/text', 'must be less than 76 characters'],
  ['option value', [select({ options: [option('x'.repeat(150))] })], [select({ options: [option('x'.repeat(151))] })], '/blocks/0/elements/0/options/0/value', 'must be less than 151 characters'],
  ['option description', [select({ options: [{ ...option(), description: plain(75) }] })], [select({ options: [{ ...option(), description: plain(76) }] })], '/blocks/0/elements/0/options/0/description/text', 'must be less than 76 characters'],
  ['group label', [select({ option_groups: [{ label: plain(75), options: options(100) }] })], [select({ option_groups: [{ label: plain(76), options: options(1) }] })], '/blocks/0/elements/0/option_groups/0/label/text', 'must be less than 76 characters'],
  ['options and groups', [select({ options: options(1) })], [select({ options: options(1), option_groups: [{ label: plain(1), options: options(1) }] })], '/blocks/0/elements/0', 'only one of `options` and `option_groups` is allowed'],
  ['neither options nor groups', [select({ options: options(1) })], [select({})], '/blocks/0/elements/0', 'missing required field: options'],
  ['initial option', [select({ options: options(2), initial_option: option('v1') })], [select({ options: options(2), initial_option: option('v9') })], '/blocks/0/elements/0', '`initial_option` must match an option in `options` or `option_groups`'],
  ['initial option of an external select', [actions({ type: 'external_select', initial_option: option('any') })], [actions({ type: 'external_select', initial_option: { value: 'any' } })], '/blocks/0/elements/0/initial_option', 'missing required field: text'],
  ['placeholder', [select({ options: options(1), placeholder: plain(150) })], [select({ options: options(1), placeholder: plain(151) })], '/blocks/0/elements/0/placeholder/text', 'must be less than 151 characters'],
  ['radio buttons', [actions({ type: 'radio_buttons', options: options(10) })], [actions({ type: 'radio_buttons', options: options(11) })], '/blocks/0/elements/0/options', 'no more than 10 items allowed'],
  ['checkboxes', [withAccessory({ type: 'checkboxes', options: options(10), initial_options: options(2) })], [withAccessory({ type: 'checkboxes', options: options(2), initial_options: [option('v7')] })], '/blocks/0/accessory', '`initial_options` must match options in `options` or `option_groups`'],
  ['overflow', [withAccessory({ type: 'overflow', options: options(5) })], [withAccessory({ type: 'overflow', options: options(6) })], '/blocks/0/accessory/options', 'no more than 5 items allowed'],
  ['input label', [text(), input({ type: 'datepicker' }, { label: plain(2000) })], [input({ type: 'datepicker' }, { label: plain(2001) })], '/blocks/0/label/text', 'must be less than 2001 characters'],
  ['input hint', [input({ type: 'datepicker' }, { hint: plain(2000) })], [input({ type: 'datepicker' }, { hint: plain(2001) })], '/blocks/0/hint/text', 'must be less than 2001 characters'],
  ['label type', [text()], [input({ type: 'datepicker' }, { label: mrkdwn(3) })], '/blocks/0/label', 'unsupported type: mrkdwn'],
  ['max_length', [text({ max_length: 3000 })], [text({ max_length: 3001 })], '/blocks/0/element/max_length', 'must be less than or equal to 3000'],
  ['min_length above max_length', [text({ min_length: 2, max_length: 3 })], [text({ min_length: 4, max_length: 3 })], '/blocks/0/element', '`min_length` must be less than or equal to `max_length`'],
  ['button in an input', [text()], [input(button())], '/blocks/0/element', 'unsupported type: button'],
  ['text input in actions', [actions(button())], [actions({ type: 'plain_text_input' })], '/blocks/0/elements/0', 'unsupported type: plain_text_input'],
  ['files in a message', [text()], [input({ type: 'file_input' })], '/blocks/0/element', 'unsupported type: file_input'],
  ['date', [actions({ type: 'datepicker', initial_date: '2026-11-20' })], [actions({ type: 'datepicker', initial_date: '20.11.2026' })], '/blocks/0/elements/0/initial_date', 'must be a date in the format YYYY-MM-DD'],
  ['unknown block', [section()], [{ type: 'sektion' }], '/blocks/0', 'unsupported type: sektion'],
  ['unknown field', [section()], [section({ colour: 'red' })], '/blocks/0', 'invalid additional property: colour'],
  ['image', [{ type: 'image', image_url: 'https://example.com/a.png', alt_text: 'x' }], [{ type: 'image', image_url: 'https://example.com/a.png' }], '/blocks/0', 'missing required field: alt_text'],
  ['markdown', [{ type: 'markdown', text: 'x'.repeat(12_000) }], [{ type: 'markdown', text: 'x'.repeat(12_001) }], '/blocks/0/text', 'must be less than 12001 characters'],
  ['table rows', [{ type: 'table', rows: rows(100) }], [{ type: 'table', rows: rows(101) }], '/blocks/0/rows', 'no more than 100 items allowed'],
  ['focus', [text({ focus_on_load: true })], [text({ focus_on_load: true }), text({ focus_on_load: true })], '/blocks', '`focus_on_load` can only be set on one element'],
]

const VIEWS: [name: string, fits: Json, refused: Json, pointer: string, words: string][] = [
  ['title', modal(), modal({ title: plain(25) }), '/view/title/text', 'must be less than 25 characters'],
  ['no title', modal(), modal({ title: undefined }), '/view', 'missing required field: title'],
  ['submit', modal({ submit: plain(24) }), modal({ submit: plain(25) }), '/view/submit/text', 'must be less than 25 characters'],
  ['close', modal({ close: plain(24) }), modal({ close: plain(25) }), '/view/close/text', 'must be less than 25 characters'],
  ['title type', modal(), modal({ title: mrkdwn(3) }), '/view/title', 'unsupported type: mrkdwn'],
  ['private_metadata', modal({ private_metadata: 'x'.repeat(3000) }), modal({ private_metadata: 'x'.repeat(3001) }), '/view/private_metadata', 'must be less than 3001 characters'],
  ['callback_id', modal({ callback_id: 'x'.repeat(255) }), modal({ callback_id: 'x'.repeat(256) }), '/view/callback_id', 'must be less than 256 characters'],
  ['external_id', modal({ external_id: 'x'.repeat(255) }), modal({ external_id: 'x'.repeat(256) }), '/view/external_id', 'must be less than 256 characters'],
  ['blocks of a view', modal({ blocks: dividers(100) }), modal({ blocks: dividers(101) }), '/view/blocks', 'no more than 100 items allowed'],
  ['submit with inputs', modal({ blocks: [text()], submit: plain(4) }), modal({ blocks: [text()] }), '/view', '`submit` is required when an `input` block is in the `blocks` array'],
  ['files', modal({ blocks: [input({ type: 'file_input', max_files: 10 })], submit: plain(4) }), modal({ blocks: [input({ type: 'file_input', max_files: 11 })], submit: plain(4) }), '/view/blocks/0/element/max_files', 'must be less than or equal to 10'],
  ['file_input outside an input', modal({ blocks: [section()] }), modal({ blocks: [actions({ type: 'file_input' })] }), '/view/blocks/0/elements/0', 'unsupported type: file_input'],
  ['home for a modal', modal(), { type: 'home', blocks: [] }, '/view', 'unsupported type: home'],
  ['a block for messages only', modal(), modal({ blocks: [{ type: 'markdown', text: 'x' }] }), '/view/blocks/0', 'unsupported type: markdown'],
]

describe('Block Kit limits', () => {
  it.each(BOUNDS)('%s', (_name, fits, refused, pointer, message) => {
    expect(messageProblems(fits)).toEqual([])
    expect(messageProblems(refused)).toContainEqual({ pointer, message })
  })

  it.each(VIEWS)('view: %s', (_name, fits, refused, pointer, message) => {
    expect(viewProblems(fits, 'modal')).toEqual([])
    expect(viewProblems(refused, 'modal')).toContainEqual({ pointer, message })
  })

  it('lets two blocks use the same action id', () => {
    expect(messageProblems([actions(button()), actions(button())])).toEqual([])
  })

  it.each([undefined, null, 7, 'text', [null], [[]], [{}], [{ type: 'section', text: null }], [{ type: 'actions', elements: [null] }]])(
    'refuses %j without falling over',
    (broken) => {
      expect(messageProblems(broken)).not.toEqual([])
      expect(viewProblems(broken, 'modal')).not.toEqual([])
    },
  )
})
