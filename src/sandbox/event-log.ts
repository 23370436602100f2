/** What happened in the workspace, for the page and for tests that wait for something. */
import type { SandboxEvent } from './protocol.js'

/** The people an event is for; undefined is everybody. */
export type Audience = readonly string[] | undefined
export type Listener = (event: SandboxEvent, audience: Audience) => void

export interface EventLog {
  emit(event: SandboxEvent, audience?: Audience): void
  listen(listener: Listener): () => void
  /** Resolves with the first value that is neither undefined nor false, asked now and after every event. */
  until<T>(look: () => T | undefined | false, timeoutMs: number, what?: string): Promise<T>
  /** The first matching event, among those kept and those to come. */
  waitFor(matches: (event: SandboxEvent) => boolean, timeoutMs: number): Promise<SandboxEvent>
}

/** Events kept for `waitFor`; older ones are forgotten. */
const KEPT = 5000

export function createEventLog(): EventLog {
  const listeners = new Set<Listener>()
  const kept: SandboxEvent[] = []

  const listen = (listener: Listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  const until: EventLog['until'] = (look, timeoutMs, what = 'what was waited for') =>
    new Promise((resolve, reject) => {
      const stop = () => {
        unlisten()
        clearTimeout(timer)
      }
      const check = () => {
        try {
          const found = look()
          if (found === undefined || found === false) return
          stop()
          resolve(found)
        } catch (error) {
          stop()
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      }
      const timer = setTimeout(() => {
        stop()
        reject(new Error(`${what} did not happen within ${timeoutMs} ms`))
      }, timeoutMs)
      const unlisten = listen(check)
      check()
    })

  return {
    emit(event, audience) {
      kept.push(event)
      if (kept.length > KEPT) kept.shift()
      for (const listener of [...listeners]) listener(event, audience)
    },
    listen,
    until,
    waitFor: (matches, timeoutMs) => until(() => kept.find(matches), timeoutMs, 'the event'),
  }
}
