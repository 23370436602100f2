import type { StateValues } from '../../protocol.js'
import { type AnyBlock, elementsOf, type Element } from './elements-of.js'
import type { Value } from './initial-value.js'
import { valueOf } from './state-values.js'

export function isEmpty(value: Value | undefined): boolean {
  return Object.entries(value ?? {}).every(
    ([key, held]) => key === 'type' || held === null || held === undefined || held === '' || (Array.isArray(held) && held.length === 0),
  )
}

function complaint(element: Element, value: Value): string | undefined {
  const text = typeof value.value === 'string' ? value.value : ''
  switch (element.type) {
    case 'plain_text_input': {
      const { min_length: min = 0, max_length: max = 3000 } = element
      if (text.length < min) return `Please write at least ${min} characters.`
      return text.length > max ? `Please shorten this to ${max} characters.` : undefined
    }
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : 'Please enter a valid email address.'
    case 'url_text_input':
      return URL.canParse(text) ? undefined : 'Please enter a valid URL.'
    case 'number_input': {
      const number = Number(text)
      if (!Number.isFinite(number)) return 'Please enter a number.'
      if (!element.is_decimal_allowed && !Number.isInteger(number)) return 'Please enter a whole number.'
      if (element.min_value !== undefined && number < Number(element.min_value)) return `Please enter ${element.min_value} or more.`
      if (element.max_value !== undefined && number > Number(element.max_value)) return `Please enter ${element.max_value} or less.`
      return undefined
    }
    default:
      return undefined
  }
}

/** What Slack's own client says before anything is sent: by block id, the words at the field. */
export function checkValues(blocks: readonly AnyBlock[], values: StateValues): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { blockId, actionId, element, input } of elementsOf(blocks)) {
    if (!input) continue
    const value = valueOf(values, blockId, actionId)
    if (isEmpty(value)) {
      if (!input.optional) errors[blockId] = 'Please complete this required field.'
      continue
    }
    const words = complaint(element, value as Value)
    if (words) errors[blockId] = words
  }
  return errors
}
