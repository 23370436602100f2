/** Things the stand-in does wrong on request. */
import type { Fault } from './protocol.js'

export interface Faults {
  add(fault: Fault): void
  /** The fault that hits this call, if one does. */
  take(method: string): Fault | undefined
  clear(): void
}

export function createFaults(): Faults {
  let active: { fault: Fault; left: number; seen: number }[] = []
  return {
    add: (fault) => void active.push({ fault, left: fault.times, seen: 0 }),
    take(method) {
      for (const entry of active) {
        if (entry.fault.method !== method && entry.fault.method !== '*') continue
        entry.seen += 1
        if (entry.seen % (entry.fault.every ?? 1) !== 0) continue
        entry.left -= 1
        active = active.filter((candidate) => candidate.left > 0)
        return entry.fault
      }
      return undefined
    },
    clear() {
      active = []
    },
  }
}
