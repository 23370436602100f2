import { expect, test } from 'vitest'
import { closeAll } from '../src/main.js'

test('what cannot be closed keeps nothing else open, and the log says so', async () => {
  const closed: string[] = []
  const logged: unknown[] = []
  const closing = [
    () => Promise.resolve(void closed.push('slack')),
    () => Promise.reject(new Error('the connection hangs')),
    () => Promise.resolve(void closed.push('store')),
  ]
  await closeAll(closing, { error: (facts: unknown) => void logged.push(facts) })
  expect(closed).toEqual(['slack', 'store'])
  expect(logged).toEqual([{ err: new Error('the connection hangs') }])
})
