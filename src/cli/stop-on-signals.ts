/** Ctrl+C in `npm start` reaches the process twice: from the terminal and, within moments, from npm. */
const sameKeystrokeMilliseconds = 300

type Process = Pick<NodeJS.Process, 'exit' | 'on'>

/**
 * The first SIGTERM or SIGINT stops what is running and leaves with 0; a second one leaves at once, with the signal's
 * exit code.
 */
export function stopOnSignals(stop: () => Promise<void>, failed: (error: unknown) => void, process: Process = globalThis.process): void {
  let stoppingSince: number | null = null
  const onSignal = (signal: 'SIGTERM' | 'SIGINT') => {
    if (stoppingSince !== null) {
      if (signal === 'SIGINT' && performance.now() - stoppingSince < sameKeystrokeMilliseconds) return
      process.exit(signal === 'SIGINT' ? 130 : 143)
    }
    stoppingSince = performance.now()
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        failed(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}
