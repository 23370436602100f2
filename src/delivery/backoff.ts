/** Attempts before a row is given up: about four days with `backoffSeconds`. */
export const maxAttempts = 25

/** The same time where people have to help, with `peopleSeconds` between attempts. */
export const maxAttemptsForPeople = 390

/** Seconds to wait after the given attempt where people have to help: from five minutes to a quarter of an hour. */
export function peopleSeconds(attempt: number): number {
  return Math.min(900, Math.max(300, backoffSeconds(attempt)))
}

/** Seconds to wait after the given attempt (from 1): `exp(min(10, attempt))`, at most six hours. */
export function backoffSeconds(attempt: number): number {
  return Math.exp(Math.min(10, Math.max(1, attempt)))
}
