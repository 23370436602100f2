/** Where a page of the queue ends, as text for a button. Anything that is no position begins at the beginning. */
import type { QueueRow } from '../../domain/cases/queue.js'
import type { Severity } from '../../domain/words.js'
import type { QueuePosition } from '../../store/cases/desk-queue.js'

export function writeQueuePosition({ severity, escalated, deskSince, number }: QueueRow): string | null {
  return deskSince && `${severity}-${escalated ? 'e' : 'n'}-${deskSince.getTime()}-${number}`
}

export function readQueuePosition(text: string | undefined): QueuePosition | null {
  const match = /^(P[1-4])-([en])-(\d{1,15})-(\d{1,10})$/.exec(text ?? '')
  if (!match) return null
  return { severity: match[1] as Severity, escalated: match[2] === 'e', deskSince: new Date(Number(match[3])), number: Number(match[4]) }
}

export function writeTakenPosition(updatedAt: Date, number: number): string {
  return `${updatedAt.getTime()}-${number}`
}

export function readTakenPosition(text: string | undefined): { updatedAt: Date; number: number } | null {
  const match = /^(\d{1,15})-(\d{1,10})$/.exec(text ?? '')
  return match && { updatedAt: new Date(Number(match[1])), number: Number(match[2]) }
}
