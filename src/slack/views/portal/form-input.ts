/** Inputs of the administration's forms: each stands in the block of its field. */
import type { Checkboxes, InputBlock, MultiStaticSelect, PlainTextOption } from '@slack/types'
import type { FormField } from '../../../domain/form-problem.js'
import type { Say } from '../../../locales/words.js'
import { input } from '../filing/input-block.js'
import type { InputOf } from '../filing/input-block.js'
import { formBlock, formLabels } from '../form-blocks.js'
import { plain } from '../blocks.js'
import { limits } from '../limits.js'

export function formInput(field: FormField, element: InputBlock['element'], say: Say, more: Pick<InputOf, 'hint' | 'optional' | 'dispatch'> = {}): InputBlock {
  return input({ blockId: formBlock(field), label: say(formLabels[field]), element, ...more })
}

/** `chosen`: values; those that are no option are left out. */
export function checkboxes(actionId: string, all: readonly PlainTextOption[], chosen: readonly string[]): Checkboxes {
  const options = all.slice(0, limits.checkboxes)
  const initial = options.filter(({ value }) => value !== undefined && chosen.includes(value))
  return { type: 'checkboxes', action_id: actionId, options, ...(initial.length > 0 ? { initial_options: initial } : {}) }
}

export function severalOf(actionId: string, all: readonly PlainTextOption[], chosen: readonly string[], placeholder: string): MultiStaticSelect {
  const options = all.slice(0, limits.options)
  const initial = options.filter(({ value }) => value !== undefined && chosen.includes(value))
  return {
    type: 'multi_static_select', action_id: actionId, options, placeholder: plain(placeholder, limits.placeholder),
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  }
}
