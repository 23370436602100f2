/** The known word that is at most two typing mistakes away; null when none is. */
export function nearest(word: string, known: readonly string[]): string | null {
  const ranked = known.map((each) => ({ each, distance: distance(word, each) })).sort((a, b) => a.distance - b.distance)
  const best = ranked[0]
  return best && best.distance <= Math.min(2, Math.max(1, best.each.length - 2)) ? best.each : null
}

/** Letters to add, drop, change or swap; long words are never near. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 9
  const rows = [...Array(a.length + 1).keys()].map((i) => [...Array(b.length + 1).keys()].map((j) => (i === 0 ? j : j === 0 ? i : 0)))
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 9
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : 9
      rows[i]![j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped)
    }
  }
  return at(a.length, b.length)
}
