import { sameJson } from '../../domain/same-json.js'

/** The told fields that differ from what is stored; null when none does, so that an unchanged row is not touched. */
export function differences<T extends object>(stored: { [K in keyof T]?: unknown }, told: T): Partial<T> | null {
  const changed = Object.entries(told).filter(([key, value]) => value !== undefined && !sameJson(stored[key as keyof T], value))
  return changed.length === 0 ? null : (Object.fromEntries(changed) as Partial<T>)
}
