import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { stopOnSignals } from '../../src/cli/stop-on-signals.js'

describe('signals', () => {
  let process: EventEmitter & { exit: (code?: number) => never }
  let exits: (number | undefined)[]
  let stopped: () => void
  const failed = vi.fn<(error: unknown) => void>()
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance'] })
    exits = []
    process = Object.assign(new EventEmitter(), { exit: ((code?: number) => void exits.push(code)) as (code?: number) => never })
    const stopping = new Promise<void>((resolve) => { stopped = resolve })
    stopOnSignals(() => stopping, failed, process as unknown as Pick<NodeJS.Process, 'exit' | 'on'>)
  })
  afterEach(() => vi.useRealTimers())

  test('the first one finishes what is being done, then leaves with 0', async () => {
    process.emit('SIGTERM', 'SIGTERM')
    expect(exits).toEqual([])
    stopped()
    await vi.waitFor(() => expect(exits).toEqual([0]))
  })

  test.each([['SIGTERM', 143], ['SIGINT', 130]])('a second %s leaves at once', (signal, code) => {
    process.emit('SIGTERM', 'SIGTERM')
    vi.advanceTimersByTime(400)
    process.emit(signal, signal)
    expect(exits).toEqual([code])
  })

  test('one Ctrl+C that arrives twice, from the terminal and from npm, counts once', () => {
    process.emit('SIGINT', 'SIGINT')
    vi.advanceTimersByTime(50)
    process.emit('SIGINT', 'SIGINT')
    expect(exits).toEqual([])
  })

  test('a stop that fails is told, and leaves with 1', async () => {
    const broken = Object.assign(new EventEmitter(), { exit: process.exit })
    stopOnSignals(() => Promise.reject(new Error('no')), failed, broken as unknown as Pick<NodeJS.Process, 'exit' | 'on'>)
    broken.emit('SIGTERM', 'SIGTERM')
    await vi.waitFor(() => expect(exits).toEqual([1]))
    expect(failed).toHaveBeenCalledOnce()
  })
})
