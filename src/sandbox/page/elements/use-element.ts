import type { ConfirmationDialog } from '@slack/types'
import type { Element } from '../form/elements-of.js'
import type { Value } from '../form/initial-value.js'
import { useSurface } from '../form/surface.js'
import { askConfirm } from '../parts/confirm.js'

/** What every drawn element is told. */
export interface ElementProps<E extends Element = Element> {
  element: E
  blockId: string
  actionId: string
  /** The id of the text that names it, when one stands beside it. */
  labelledBy?: string
  describedBy?: string
  invalid?: boolean
  /** Whether it may be emptied again. */
  clearable?: boolean
  /** Whether a change is sent to the bot: always, except in an `input` block without `dispatch_action`. */
  dispatches: boolean
}

/** What an element holds and how it changes it. `commit` also sends the action where the element dispatches. */
export function useElement({ element, blockId, actionId, dispatches }: ElementProps) {
  const surface = useSurface()
  const value = surface.value(blockId, actionId)
  const change = (next: Value) => surface.change(blockId, actionId, next)
  const send = (next: Value) => surface.act(blockId, actionId, next)
  const commit = async (next: Value) => {
    const before = value
    change(next)
    if (!dispatches) return
    const { confirm } = element as { confirm?: ConfirmationDialog }
    if (await askConfirm(confirm)) await send(next)
    else if (before) change(before)
  }
  return {
    value,
    change,
    commit,
    send,
    pending: surface.pending === `${blockId}/${actionId}`,
    inputId: `${surface.key}-${blockId}-${actionId}`,
  }
}

/** The names an element goes by, for its HTML element. */
export function namesOf({ labelledBy, describedBy, invalid, element }: ElementProps) {
  const placeholder = (element as { placeholder?: { text: string } }).placeholder?.text
  return {
    'aria-labelledby': labelledBy,
    'aria-label': labelledBy ? undefined : (placeholder ?? element.type.replaceAll('_', ' ')),
    'aria-describedby': describedBy,
    'aria-invalid': invalid ? ('true' as const) : undefined,
  }
}
