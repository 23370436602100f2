import { mark } from './cut.js'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** People's text as Slack shows it, character by character: no link, mention or broadcast comes of it. */
export function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => entities[character] ?? character)
}

/** The text again of what `escapeText` made. */
export function unescapeText(escaped: string): string {
  return escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** The same, at most `max` characters long and never cut inside an entity or a character. */
export function escapeCut(text: string, max: number): string {
  const whole = escapeText(text)
  if (whole.length <= max) return whole
  let kept = ''
  for (const character of text) {
    const next = escapeText(character)
    if (kept.length + next.length + mark.length > max) break
    kept += next
  }
  return kept + mark
}

/** People's text on one line, for a bold title or a list row: line breaks and Slack's bold mark would tear it apart. */
export function escapeLine(text: string, max: number): string {
  return escapeCut(text.replace(/\s+/gu, ' ').replaceAll('*', '\u2217').trim(), max)
}
