/** What stands in an open modal, kept in this tab: a reload loses nothing that was typed since the last action. */
import type { StateValues } from '../../protocol.js'

const keyOf = (viewId: string) => `onbehalf-sandbox.typed.${viewId}`

export function typedInto(viewId: string): StateValues | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(viewId))
    return text === null ? undefined : (JSON.parse(text) as StateValues)
  } catch {
    return undefined
  }
}

export function keepTyped(viewId: string, values: StateValues): void {
  try {
    sessionStorage.setItem(keyOf(viewId), JSON.stringify(values))
  } catch {
    // Private windows may refuse; the page works without.
  }
}

export function forgetTyped(viewId: string): void {
  try {
    sessionStorage.removeItem(keyOf(viewId))
  } catch {
    // As above.
  }
}
