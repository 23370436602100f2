/** Triggers: a bot may open a view only soon after somebody did something, and once for each thing done. */
import { secret } from './ids.js'
import { refuseCall } from './web-api/refusal.js'

export interface Triggers {
  /** `viewId` when it happened inside a modal, the only place a view can be pushed from. */
  give(personId: string, viewId?: string): string
  /** Throws Slack's refusal for a trigger that is unknown, used or too old. */
  use(triggerId: string): { personId: string; viewId?: string }
}

const KEPT = 5000

export function createTriggers(lifetimeMs: number): Triggers {
  const given = new Map<string, { personId: string; viewId?: string; at: number; used: boolean }>()
  let count = 0
  return {
    give(personId, viewId) {
      count += 1
      // One that is thousands old has long expired.
      const [oldest] = given.keys()
      if (given.size > KEPT && oldest !== undefined) given.delete(oldest)
      const id = `${Date.now()}.${count}.${secret()}`
      given.set(id, { personId, ...(viewId !== undefined && { viewId }), at: performance.now(), used: false })
      return id
    },
    use(triggerId) {
      const trigger = given.get(triggerId)
      if (!trigger) return refuseCall('invalid_trigger_id')
      if (trigger.used) return refuseCall('exchanged_trigger_id')
      if (performance.now() - trigger.at > lifetimeMs) return refuseCall('expired_trigger_id')
      trigger.used = true
      return trigger
    },
  }
}
