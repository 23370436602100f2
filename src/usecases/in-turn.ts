/** Does the work for one after the other; one that fails keeps no other from its turn. Answers what went wrong. */
export async function inTurn<T>(subjects: readonly T[], work: (subject: T) => Promise<void>): Promise<unknown[]> {
  const failures: unknown[] = []
  for (const subject of subjects) await work(subject).catch((error: unknown) => failures.push(error))
  return failures
}
