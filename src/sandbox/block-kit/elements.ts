/** One row per block element: its fields and their bounds, as Slack's reference gives them. */
import { all, anything, boolean, byType, type Check, integer, list, matching, object, oneOf, rule, string, url } from './checks.js'
import {
  confirm, date, email, id, initialAmongOptions, optionGroup, optionsOrGroups, overflowOption, plainOption, plainText,
  richOption, time,
} from './objects.js'

const base = { action_id: id }
const focus = { focus_on_load: boolean }
const placeholder = { placeholder: plainText(150) }
const confirmable = { confirm }
const dispatch = {
  dispatch_action_config: object({}, { trigger_actions_on: list(2, oneOf('on_enter_pressed', 'on_character_entered')) }),
}
const several = { max_selected_items: integer(1, 100) }
const select = { ...base, ...focus, ...placeholder, ...confirmable }
const conversationFilter = object(
  {},
  {
    include: list(4, oneOf('im', 'mpim', 'private', 'public')),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
)
const staticOptions = { options: list(100, plainOption), option_groups: list(100, optionGroup) }
const externalQuery = { min_query_length: integer(0, 150) }
const conversation = { default_to_current_conversation: boolean, filter: conversationFilter }
const button = { text: plainText(75), accessibility_label: string(75) }

const element = (required: Record<string, Check>, optional: Record<string, Check>): Check =>
  object({ type: anything, ...required }, optional)

const image = all(
  element({ alt_text: string(2000) }, { image_url: url, slack_file: object({}, { id: string(255), url }) }),
  rule((value) =>
    (value['image_url'] === undefined) === (value['slack_file'] === undefined)
      ? 'must define exactly one of `image_url` and `slack_file`'
      : undefined,
  ),
)

const minAtMostMax = rule((value) =>
  typeof value['min_length'] === 'number' && typeof value['max_length'] === 'number' && value['min_length'] > value['max_length']
    ? '`min_length` must be less than or equal to `max_length`'
    : undefined,
)

export const ELEMENTS: Record<string, Check> = {
  button: element(
    { text: button.text },
    { ...base, ...confirmable, value: string(2000), url, style: oneOf('primary', 'danger'), accessibility_label: button.accessibility_label },
  ),
  checkboxes: all(
    element({ options: list(10, richOption) }, { ...base, ...focus, ...confirmable, initial_options: list(10, richOption) }),
    initialAmongOptions,
  ),
  radio_buttons: all(
    element({ options: list(10, richOption) }, { ...base, ...focus, ...confirmable, initial_option: richOption }),
    initialAmongOptions,
  ),
  datepicker: element({}, { ...select, initial_date: date }),
  timepicker: element({}, { ...select, initial_time: time, timezone: string(100) }),
  datetimepicker: element({}, { ...base, ...focus, ...confirmable, initial_date_time: integer(1e9, 1e10 - 1) }),
  email_text_input: element({}, { ...base, ...focus, ...placeholder, ...dispatch, initial_value: email }),
  url_text_input: element({}, { ...base, ...focus, ...placeholder, ...dispatch, initial_value: url }),
  number_input: element(
    { is_decimal_allowed: boolean },
    { ...base, ...focus, ...placeholder, ...dispatch, initial_value: string(100), min_value: string(100), max_value: string(100) },
  ),
  plain_text_input: all(
    element(
      {},
      {
        ...base, ...focus, ...placeholder, ...dispatch,
        // Both bounds may be as long as the longest answer Slack takes.
        initial_value: string(3000, 0), multiline: boolean, min_length: integer(0, 3000), max_length: integer(1, 3000),
      },
    ),
    minAtMostMax,
  ),
  rich_text_input: element(
    {},
    { ...base, ...focus, ...placeholder, ...dispatch, initial_value: anything, min_lines: integer(1, 100), max_lines: integer(1, 100) },
  ),
  file_input: element({}, { ...base, filetypes: list(100, matching(/^[A-Za-z0-9]+$/, 'a file extension')), max_files: integer(1, 10) }),
  static_select: all(element({}, { ...select, ...staticOptions, initial_option: plainOption }), optionsOrGroups),
  multi_static_select: all(
    element({}, { ...select, ...several, ...staticOptions, initial_options: list(100, plainOption) }),
    optionsOrGroups,
  ),
  external_select: element({}, { ...select, ...externalQuery, initial_option: plainOption }),
  multi_external_select: element({}, { ...select, ...several, ...externalQuery, initial_options: list(100, plainOption) }),
  users_select: element({}, { ...select, initial_user: id }),
  multi_users_select: element({}, { ...select, ...several, initial_users: list(100, id) }),
  channels_select: element({}, { ...select, initial_channel: id, response_url_enabled: boolean }),
  multi_channels_select: element({}, { ...select, ...several, initial_channels: list(100, id) }),
  conversations_select: element({}, { ...select, ...conversation, initial_conversation: id, response_url_enabled: boolean }),
  multi_conversations_select: element({}, { ...select, ...several, ...conversation, initial_conversations: list(100, id) }),
  overflow: element({ options: list(5, overflowOption) }, { ...base, ...confirmable }),
  workflow_button: element(
    { text: button.text, workflow: anything },
    { ...base, ...confirmable, style: oneOf('primary', 'danger'), accessibility_label: button.accessibility_label },
  ),
  feedback_buttons: element({ positive_button: anything, negative_button: anything }, base),
  icon_button: element(
    { icon: string(50), text: button.text },
    { ...base, ...confirmable, accessibility_label: button.accessibility_label, value: string(2000), visible_to_user_ids: list(100, id) },
  ),
  image,
}

const selects = ['static_select', 'external_select', 'users_select', 'channels_select', 'conversations_select']
const anySelect = [...selects, ...selects.map((name) => `multi_${name}`)]
const pickers = ['datepicker', 'timepicker', 'checkboxes', 'radio_buttons']

export const actionsElement = byType(ELEMENTS, [
  'button', 'overflow', 'workflow_button', 'datetimepicker', 'rich_text_input', ...pickers, ...anySelect,
])
export const sectionAccessory = byType(ELEMENTS, ['button', 'overflow', 'workflow_button', 'image', ...pickers, ...anySelect])

const inputTypes = [
  'plain_text_input', 'rich_text_input', 'email_text_input', 'url_text_input', 'number_input', 'datetimepicker',
  ...pickers, ...anySelect,
]
/** What an input block may hold; files can be asked for in modals only. */
export const inputElement = (inModal: boolean): Check => byType(ELEMENTS, inModal ? [...inputTypes, 'file_input'] : inputTypes)
export const contextAction = byType(ELEMENTS, ['feedback_buttons', 'icon_button'])
export const buttonOnly = byType(ELEMENTS, ['button'])
