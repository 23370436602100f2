import type { Option, OptionGroup } from '@slack/types'

/** An option of any select, whatever its kind. */
export interface Choice {
  value: string
  text: string
  description?: string
  group?: string
  /** What the bot gave, which goes back as it came. */
  option?: Option
}

export function toChoice(option: Option, words: (object: { text: string }) => string, group?: string): Choice {
  return {
    value: option.value ?? option.text.text,
    text: words(option.text),
    description: option.description && words(option.description),
    group,
    option,
  }
}

export function toChoices(
  options: readonly Option[] | undefined,
  groups: readonly OptionGroup[] | undefined,
  words: (object: { text: string }) => string,
): Choice[] {
  const grouped = (groups ?? []).flatMap((group) => group.options.map((option) => toChoice(option, words, words(group.label))))
  return [...(options ?? []).map((option) => toChoice(option, words)), ...grouped]
}
