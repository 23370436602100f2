import type { MultiSelect, Option, Select } from '@slack/types'
import type { Value } from '../form/initial-value.js'
import type { Names } from '../text/use-names.js'
import { type Choice, toChoice } from './option.js'

type SelectType = (Select | MultiSelect)['type']

/** The key under which a select keeps what is chosen, in `state.values`. */
const keys: Record<SelectType, string> = {
  static_select: 'selected_option',
  external_select: 'selected_option',
  users_select: 'selected_user',
  channels_select: 'selected_channel',
  conversations_select: 'selected_conversation',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  multi_users_select: 'selected_users',
  multi_channels_select: 'selected_channels',
  multi_conversations_select: 'selected_conversations',
}

export function isMulti(type: SelectType): boolean {
  return type.startsWith('multi_')
}

function fromHeld(held: unknown, names: Names, words: (object: { text: string }) => string): Choice {
  if (typeof held !== 'string') return toChoice(held as Option, words)
  return { value: held, text: names.person(held) ? names.user(held) : `#${names.channel(held)}` }
}

/** What a select's value shows as chosen. */
export function selectedChoices(type: SelectType, value: Value | undefined, names: Names, words: (object: { text: string }) => string): Choice[] {
  const held = value?.[keys[type]]
  if (held === null || held === undefined) return []
  return (Array.isArray(held) ? held : [held]).map((one: unknown) => fromHeld(one, names, words))
}

/** The value of a select in which these are chosen. */
export function selectValue(type: SelectType, chosen: readonly Choice[]): Value {
  const held = chosen.map((choice) => choice.option ?? choice.value)
  return { type, [keys[type]]: isMulti(type) ? held : (held[0] ?? null) }
}
