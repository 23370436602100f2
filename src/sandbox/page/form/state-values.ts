import type { StateValues } from '../../protocol.js'
import { type AnyBlock, elementsOf } from './elements-of.js'
import { initialValue, type Value } from './initial-value.js'

export function valueOf(values: StateValues, blockId: string, actionId: string): Value | undefined {
  return values[blockId]?.[actionId]
}

export function withValue(values: StateValues, blockId: string, actionId: string, value: Value): StateValues {
  return { ...values, [blockId]: { ...values[blockId], [actionId]: value } }
}

/**
 * The state of a surface whose blocks are `blocks`. What was typed stays where block id, action id and type are still
 * the same; everything else starts with its initial value, and what is gone is dropped. That is how Slack treats
 * `views.update`.
 */
export function carryValues(before: StateValues, blocks: readonly AnyBlock[], conversation?: string): StateValues {
  let values: StateValues = {}
  for (const { blockId, actionId, element } of elementsOf(blocks)) {
    const fresh = initialValue(element, conversation)
    if (!fresh) continue
    const kept = valueOf(before, blockId, actionId)
    values = withValue(values, blockId, actionId, kept?.type === element.type ? kept : fresh)
  }
  return values
}
