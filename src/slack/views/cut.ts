/** Stands where something was cut off. */
export const mark = '…'

/** At most `max` characters (UTF-16, as Slack counts at worst), cut with a mark and never inside a character. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length + mark.length > max) break
    kept += character
  }
  return kept + mark
}

/** Keeps the end, for paths whose last part tells most. */
export function cutStart(text: string, max: number): string {
  if (text.length <= max) return text
  let kept = ''
  for (const character of Array.from(text).toReversed()) {
    if (kept.length + character.length + mark.length > max) break
    kept = character + kept
  }
  return mark + kept
}
