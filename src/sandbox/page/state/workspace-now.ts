import { useEffect, useState } from 'preact/hooks'
import { getState, useStore } from './store.js'

/** Milliseconds since the epoch by the workspace's clock. */
export function workspaceNow(): number {
  return Date.now() + (getState().workspace?.clockOffset ?? 0)
}

/** The same, ticking. */
export function useWorkspaceNow(everyMilliseconds = 1000): number {
  const offset = useStore((state) => state.workspace?.clockOffset ?? 0)
  const [machine, setMachine] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setMachine(Date.now()), everyMilliseconds)
    return () => clearInterval(timer)
  }, [everyMilliseconds])
  return machine + offset
}
