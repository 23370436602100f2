/** Where a page of the queue ends, as text for a button. Anything that is no position begins at the beginning. */
import { keptNumber, keptTime } from '../../domain/cases/list-position.js'
import type { QueueRow } from '../../domain/desk/queue.js'
import type { Severity } from '../../domain/words.js'
import type { QueuePosition } from '../../store/desk/desk-queue.js'

export function writeQueuePosition({ severity, escalated, deskSince, number }: QueueRow): string | null {
  return deskSince && `${severity}-${escalated ? 'e' : 'n'}-${deskSince.getTime()}-${number}`
}

export function readQueuePosition(text: string | undefined): QueuePosition | null {
  const match = /^(P[1-4])-([en])-(\d{1,15})-(\d{1,10})$/.exec(text ?? '')
  const deskSince = keptTime(match?.[3])
  const number = keptNumber(match?.[4])
  if (!match || !deskSince || number === null) return null
  return { severity: match[1] as Severity, escalated: match[2] === 'e', deskSince, number }
}
