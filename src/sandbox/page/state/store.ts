import { useEffect, useState } from 'preact/hooks'
import type { PageState } from './page-state.js'
import { parsePlace } from './place-in-page.js'

let state: PageState = {
  place: parsePlace(location.hash),
  traffic: [],
  notices: [],
  dismissed: [],
  lastRead: {},
  online: false,
}
const listeners = new Set<() => void>()

export function getState(): PageState {
  return state
}

export function setState(change: (state: PageState) => PageState): void {
  const next = change(state)
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}

/** Follows one part of the page's state. `select` must return the same object while nothing changed. */
export function useStore<T>(select: (state: PageState) => T): T {
  const [selected, setSelected] = useState(() => select(state))
  useEffect(() => {
    const follow = () => setSelected(() => select(state))
    follow()
    listeners.add(follow)
    return () => void listeners.delete(follow)
  }, [])
  return selected
}
