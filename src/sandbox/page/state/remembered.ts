/** Small things kept in this browser. A browser that forbids it forgets them, nothing worse. */
export function remembered<T>(key: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(`onbehalf-sandbox.${key}`)
    return text === null ? otherwise : (JSON.parse(text) as T)
  } catch {
    return otherwise
  }
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(`onbehalf-sandbox.${key}`, JSON.stringify(value))
  } catch {
    // Private windows may refuse; the page works without.
  }
}
