import type { InputBlock, PlainTextInput } from '@slack/types'
import { plain } from '../blocks.js'
import { cut } from '../cut.js'
import { limits } from '../limits.js'

export interface InputOf {
  blockId: string
  label: string
  element: InputBlock['element']
  hint?: string
  optional?: boolean
  /** Tells us of every change, so that nothing typed is lost. */
  dispatch?: boolean
}

export function input({ blockId, label, element, hint, optional, dispatch }: InputOf): InputBlock {
  return {
    type: 'input',
    block_id: blockId,
    label: plain(label, limits.label),
    element,
    optional: optional ?? false,
    ...(dispatch ? { dispatch_action: true } : {}),
    ...(hint ? { hint: plain(hint, limits.hint) } : {}),
  }
}

export interface TextOf {
  actionId: string
  value?: string | undefined
  maxLength: number
  multiline?: boolean
  placeholder?: string
}

/** A text field that tells of every character. */
export function textInput({ actionId, value, maxLength, multiline, placeholder }: TextOf): PlainTextInput {
  const max = Math.min(maxLength, limits.textInput)
  return {
    type: 'plain_text_input',
    action_id: actionId,
    max_length: max,
    dispatch_action_config: { trigger_actions_on: ['on_character_entered'] },
    ...(value ? { initial_value: cut(value, max) } : {}),
    ...(multiline ? { multiline } : {}),
    ...(placeholder ? { placeholder: plain(placeholder, limits.placeholder) } : {}),
  }
}
