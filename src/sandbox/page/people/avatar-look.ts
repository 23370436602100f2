/** "Aiko Tanaka" -> "AT". */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toUpperCase() || '?'
}

/** A hue for a person, the same every time and spread over the circle for ids that follow one another. */
export function avatarColour(id: string): number {
  let sum = 0
  for (const c of id) sum = (sum * 31 + (c.codePointAt(0) ?? 0)) % 9973
  return Math.round((sum * 137.508) % 360)
}
