/** Whether two values say the same as JSON: PostgreSQL gives keys back in an order of its own, and `null` is as good as missing. */
export function sameJson(a: unknown, b: unknown): boolean {
  return a === b || ordered(a) === ordered(b)
}

function ordered(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, each: unknown) => {
    if (each === null || typeof each !== 'object' || Array.isArray(each)) return each
    const entries = Object.entries(each).filter(([, held]) => held !== undefined && held !== null)
    return Object.fromEntries(entries.sort(([x], [y]) => (x < y ? -1 : 1)))
  })
}
