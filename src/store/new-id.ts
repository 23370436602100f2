import { randomBytes } from 'node:crypto'

/**
 * Makes ids in the form of UUID version 7: sortable by time, and in order within one process even when the clock
 * stands still or goes back.
 */
export function sortableIds(now: () => Date): () => string {
  let last = 0
  let counter = 0
  return () => {
    const at = now().getTime()
    if (at > last) {
      last = at
      counter = 0
    } else if (++counter > 0xfff) {
      last++
      counter = 0
    }
    const time = last.toString(16).padStart(12, '0')
    const random = randomBytes(8)
    random[0] = (random[0]! & 0x3f) | 0x80
    const tail = random.toString('hex')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${tail.slice(0, 4)}-${tail.slice(4)}`
  }
}
