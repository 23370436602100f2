/** A modal, a message and a Home that have one of every element the bot uses. */
import type { Workspace } from '../../src/sandbox/workspace.js'
import { call, text } from './start.js'

const option = (value: string, description?: string) => ({ text: text(value), value: value.toLowerCase(), ...(description ? { description: text(description) } : {}) })
const confirm = { title: text('Sure?'), text: text('It cannot be undone.'), confirm: text('Do it'), deny: text('Keep it'), style: 'danger' }
const input = (label: string, element: Record<string, unknown>, more = {}) => ({
  type: 'input', block_id: label.toLowerCase(), label: text(label), element: { action_id: 'value', ...element }, ...more,
})
const roles = [option('Agent'), option('Manager'), option('Admin')]

export const allInputs = {
  type: 'modal',
  callback_id: 'all',
  title: text('Everything'),
  submit: text('Send'),
  blocks: [
    input('Channel', { type: 'conversations_select', filter: { include: ['public', 'private'] } }),
    input('Roles', { type: 'multi_static_select', options: roles, initial_options: [roles[0]] }),
    input('Rules', { type: 'checkboxes', options: [option('Filing', 'of severity P1'), option('Escalation')], initial_options: [option('Filing', 'of severity P1')] }, { optional: true }),
    input('Desk', { type: 'radio_buttons', options: [option('Built in', 'Here in Slack'), option('Portal', 'Typed over by hand')] }),
    input('Count', { type: 'number_input', is_decimal_allowed: false, min_value: '1', max_value: '500' }),
    input('Email', { type: 'email_text_input' }),
  ],
}

/** Elements that act at once, as a section, a row and a menu show them. */
export const acting = [
  { type: 'section', block_id: 'domain', text: text('Domain'), accessory: { type: 'static_select', action_id: 'switch', options: [option('Hikari'), option('Boreal')], initial_option: option('Hikari') } },
  { type: 'section', block_id: 'more', text: text('Aiko'), accessory: { type: 'overflow', action_id: 'menu', options: [option('Suspend'), option('Rename')], confirm } },
  { type: 'actions', block_id: 'row', elements: [{ type: 'button', action_id: 'off', text: text('Turn off'), style: 'danger', confirm }] },
]

/** Shows the modal to whoever just typed a command, and a message and a Home to a person. */
export function showTo(workspace: Workspace, triggerId: string): Promise<unknown> {
  return call(workspace, 'views.open', { trigger_id: triggerId, view: allInputs })
}

export async function postTo(workspace: Workspace, personId: string): Promise<void> {
  await call(workspace, 'chat.postMessage', { channel: personId, text: 'Pick one', blocks: acting })
  await call(workspace, 'views.publish', { user_id: personId, view: { type: 'home', blocks: acting } })
}
