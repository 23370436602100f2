/** What Slack's own client checks before it sends a form: the bot does not hear of a form that fails here. */
import { isEmptyAnswer, fieldsOf, type Field, SHAPES } from '../model/input-values.js'
import { allOptions, sameOption } from '../block-kit/objects.js'
import { asArray, asObjects, asText, type JsonObject } from '../json.js'
import type { StateValues } from '../protocol.js'

/** Slack's own limit for text without `max_length`. Characters. */
const MAX_TEXT = 3000

/** Words per block id; empty when the form may be sent. */
export function formErrors(blocks: unknown, values: StateValues): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const field of fieldsOf(blocks)) {
    if (field.block['type'] !== 'input') continue
    const words = fieldError(field, values[field.blockId]?.[field.actionId])
    if (words !== undefined) errors[field.blockId] ??= words
  }
  return errors
}

function fieldError({ block, element }: Field, answer: JsonObject | undefined): string | undefined {
  if (!answer || isEmptyAnswer(answer)) return block['optional'] === true ? undefined : 'Please complete this required field.'
  const type = String(element['type'])
  const text = asText(answer['value']) ?? ''
  if (type === 'plain_text_input') return lengthError(element, text)
  if (type === 'email_text_input') return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? undefined : 'Please enter a valid email address.'
  if (type === 'url_text_input') return URL.canParse(text) ? undefined : 'Please enter a valid URL.'
  if (type === 'number_input') return numberError(element, text)
  if (type === 'file_input') return fileError(element, answer)
  return optionError(type, element, answer)
}

function lengthError(element: JsonObject, text: string): string | undefined {
  const max = typeof element['max_length'] === 'number' ? element['max_length'] : MAX_TEXT
  const min = typeof element['min_length'] === 'number' ? element['min_length'] : 0
  if (text.length > max) return `Please use at most ${max} characters.`
  return text.length < min ? `Please use at least ${min} characters.` : undefined
}

function numberError(element: JsonObject, text: string): string | undefined {
  const number = Number(text)
  if (Number.isNaN(number)) return 'Please enter a number.'
  if (element['is_decimal_allowed'] !== true && !Number.isInteger(number)) return 'Please enter a whole number.'
  const min = asText(element['min_value'])
  const max = asText(element['max_value'])
  if (min !== undefined && number < Number(min)) return `Please enter a number of at least ${min}.`
  return max !== undefined && number > Number(max) ? `Please enter a number of at most ${max}.` : undefined
}

function fileError(element: JsonObject, answer: JsonObject): string | undefined {
  const files = asObjects(answer['files'])
  const max = typeof element['max_files'] === 'number' ? element['max_files'] : 10
  if (files.length > max) return `Please choose at most ${max} files.`
  const types = asArray(element['filetypes']).map((type) => String(type).toLowerCase())
  if (types.length === 0) return undefined
  const wrong = files.find((file) => !types.includes((asText(file['name']) ?? '').split('.').pop()?.toLowerCase() ?? ''))
  return wrong ? `Files of this type are not accepted: ${String(wrong['name'])}` : undefined
}

/** An answer that its element does not offer. */
export function optionError(type: string, element: JsonObject, answer: JsonObject): string | undefined {
  const field = SHAPES[type]?.field
  if (field !== 'selected_option' && field !== 'selected_options') return undefined
  const chosen = field === 'selected_option' ? [answer[field]] : asArray(answer[field])
  const picked = chosen.filter((option) => option !== null && option !== undefined)
  const max = element['max_selected_items']
  if (typeof max === 'number' && picked.length > max) return `Please choose at most ${max} options.`
  if (type.endsWith('external_select')) {
    return picked.every((option) => asText(asObjects([option])[0]?.['value']) !== undefined) ? undefined : 'Please choose an option.'
  }
  const options = allOptions(element)
  return picked.every((option) => options.some((candidate) => sameOption(option, candidate))) ? undefined : 'Please choose an option.'
}
