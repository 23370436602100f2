/** Ids that look like Slack's, and secrets. */
import { randomBytes } from 'node:crypto'

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export function slackId(prefix: string): string {
  return prefix + Array.from(randomBytes(10), (byte) => LETTERS[byte % LETTERS.length]).join('')
}

export function secret(): string {
  return randomBytes(16).toString('hex')
}

/** What Slack generates for a block or element without an id. */
export function shortId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5)
}
