import type { Element } from './elements-of.js'

export type Value = Record<string, unknown>

/** What an element holds before anybody touches it, as Slack's `state.values` has it; undefined for buttons and menus. */
export function initialValue(element: Element, conversation?: string): Value | undefined {
  const { type } = element
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: element.initial_value ?? null }
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null }
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] }
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null }
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] }
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null }
    case 'multi_channels_select':
      return { type, selected_channels: element.initial_channels ?? [] }
    case 'conversations_select': {
      const current = element.default_to_current_conversation ? conversation : undefined
      return { type, selected_conversation: element.initial_conversation ?? current ?? null }
    }
    case 'multi_conversations_select': {
      const current = element.default_to_current_conversation && conversation ? [conversation] : []
      return { type, selected_conversations: element.initial_conversations ?? current }
    }
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null }
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null }
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null }
    case 'file_input':
      return { type, files: [] }
    default:
      return undefined
  }
}
