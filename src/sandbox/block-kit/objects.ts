/** Composition objects: texts, options, confirmation dialogs. Lengths are characters. */
import { asArray, isObject, sameJson } from '../json.js'
import { all, boolean, byType, type Check, list, matching, object, oneOf, rule, string, url } from './checks.js'

const constant = (): Check => () => {}

export const plainText = (max: number, min = 1): Check =>
  byType({ plain_text: object({ type: constant(), text: string(max, min) }, { emoji: boolean }) })

const mrkdwn = (max: number): Check =>
  byType({ mrkdwn: object({ type: constant(), text: string(max) }, { verbatim: boolean }) })

export const mrkdwnOnly = mrkdwn

export const anyText = (max: number): Check => (value, at, problems) => {
  const check = isObject(value) && value['type'] === 'mrkdwn' ? mrkdwn(max) : plainText(max)
  check(value, at, problems)
}

export const confirm: Check = object(
  { text: anyText(300) },
  { title: plainText(100), confirm: plainText(30), deny: plainText(30), style: oneOf('primary', 'danger') },
)

/** Slack's pages disagree about an option's value: 75 in one place, 150 in another. The newer one counts. */
export const OPTION_VALUE = 150

/** Text and description of a plain option are plain text; radio buttons and checkboxes may use mrkdwn. */
export const plainOption: Check = object(
  { text: plainText(75), value: string(OPTION_VALUE) },
  { description: plainText(75) },
)
export const richOption: Check = object({ text: anyText(75), value: string(OPTION_VALUE) }, { description: anyText(75) })
export const overflowOption: Check = object(
  { text: plainText(75) },
  { value: string(OPTION_VALUE), description: plainText(75), url },
)
export const optionGroup: Check = object({ label: plainText(75), options: list(100, plainOption) })

/** A set of options: either a flat list or groups, and what is chosen beforehand must be among them. */
export const optionsOrGroups: Check = all(
  rule((value) => {
    const flat = value['options'] !== undefined
    const grouped = value['option_groups'] !== undefined
    if (flat && grouped) return 'only one of `options` and `option_groups` is allowed'
    return flat || grouped ? undefined : 'missing required field: options'
  }),
  rule((value) => missingInitial(value, allOptions(value))),
)

export const initialAmongOptions: Check = rule((value) => missingInitial(value, allOptions(value)))

export function allOptions(element: Record<string, unknown>): unknown[] {
  const groups = asArray(element['option_groups']).filter(isObject)
  return [...asArray(element['options']), ...groups.flatMap((group) => asArray(group['options']))]
}

/** Two options are the same when text and value are; what Slack fills in by itself does not count. */
export function sameOption(a: unknown, b: unknown): boolean {
  if (!isObject(a) || !isObject(b)) return false
  const words = (option: Record<string, unknown>) => (isObject(option['text']) ? option['text']['text'] : undefined)
  return a['value'] === b['value'] && sameJson(words(a), words(b))
}

function missingInitial(element: Record<string, unknown>, options: unknown[]): string | undefined {
  const one = element['initial_option']
  const chosen = one === undefined ? asArray(element['initial_options']) : [one]
  const known = chosen.every((option) => options.some((candidate) => sameOption(option, candidate)))
  if (known) return undefined
  return one === undefined
    ? '`initial_options` must match options in `options` or `option_groups`'
    : '`initial_option` must match an option in `options` or `option_groups`'
}

export const date = matching(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date in the format YYYY-MM-DD')
export const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time in the format HH:mm')
export const email = matching(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'an email address')
export const id = string(255)
