/** One Web API method: the scopes it needs and what it does. It answers an object or throws `CallRefused`. */
import type { JsonObject } from '../json.js'
import type { World } from '../world.js'

export interface Method {
  /** All of these are needed; an inner list means any one of them. */
  scopes?: (string | string[])[]
  /** Wants the app-level token instead of the bot's. */
  appToken?: boolean
  /** Answers without any token. */
  open?: boolean
  run(world: World, args: JsonObject): JsonObject | Promise<JsonObject>
}

export type Methods = Record<string, Method>

/** Form fields are text, JSON fields are not: `true`, `"true"`, `1` and `"1"` all mean yes. */
export function yes(value: unknown): boolean {
  return value === true || value === 1 || value === 'true' || value === '1'
}
