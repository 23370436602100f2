/** When a target that is not around the clock counts. */
export interface WorkingHours {
  /** ISO days of the week, 1 is Monday; at least one. */
  days: readonly number[]
  /** Minutes since midnight; `from` is before `to`, which is at most 1440. */
  from: number
  to: number
  /** IANA; null: the case's own zone. */
  timeZone: string | null
}
