/** Attempts before a row is given up: about four days with `backoffSeconds`. */
export const maxAttempts = 25

/** Seconds to wait after the given attempt (from 1): `exp(min(10, attempt))`, at most six hours. */
export function backoffSeconds(attempt: number): number {
  return Math.exp(Math.min(10, Math.max(1, attempt)))
}
