/** What is being done just now, so that a stop can wait for it. */
export interface Running {
  track<T>(work: Promise<T>): Promise<T>
  /** Resolves once nothing is being done, or after `milliseconds`: true when everything was finished. */
  settled(milliseconds: number): Promise<boolean>
}

export function trackRunning(): Running {
  const running = new Set<Promise<unknown>>()
  const finished = async (): Promise<true> => {
    while (running.size > 0) await Promise.allSettled(running)
    return true
  }
  return {
    track(work) {
      running.add(work)
      const forget = (): void => void running.delete(work)
      work.then(forget, forget)
      return work
    },
    settled: (milliseconds) => Promise.race([finished(), after(milliseconds).then(() => false)]),
  }
}

/** Does not keep the process alive. */
export function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref()
  })
}
