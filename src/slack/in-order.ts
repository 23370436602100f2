/** Runs the work of one key in the order it came; other keys do not wait for it. */
export interface InOrder {
  /** `work` is told whether something newer of the same key waits already. */
  <T>(key: string, work: (newerWaits: () => boolean) => Promise<T>): Promise<T>
}

export function inOrder(): InOrder {
  const last = new Map<string, { done: Promise<unknown>; turn: number }>()
  return (key, work) => {
    const before = last.get(key)
    const turn = (before?.turn ?? 0) + 1
    const newerWaits = (): boolean => last.get(key)?.turn !== turn
    const run = (): ReturnType<typeof work> => work(newerWaits)
    const done = before ? before.done.then(run, run) : run()
    last.set(key, { done, turn })
    const forget = (): void => {
      if (!newerWaits()) last.delete(key)
    }
    done.then(forget, forget)
    return done
  }
}
