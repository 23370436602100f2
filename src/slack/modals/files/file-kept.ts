import { z } from 'zod'
import type { ActionCall } from '../../listeners.js'
import { BrokenPayload } from '../../payloads.js'

/** What a form about a file keeps of itself: the file, and where it was opened, to be drawn anew. */
const kept = z.object({
  attachmentId: z.string().min(1).max(100),
  /** The case view that it was opened from. */
  under: z.string().max(100).optional(),
  /** The direct message that asked about it. */
  message: z.object({ channel: z.string().max(50), ts: z.string().max(50) }).optional(),
})
export type FileKept = z.infer<typeof kept>

/** Throws `BrokenPayload`. */
export function readFileKept({ private_metadata }: { private_metadata: string }): FileKept {
  try {
    return kept.parse(JSON.parse(private_metadata))
  } catch (error) {
    throw new BrokenPayload(error)
  }
}

/** Where a button about a file was pressed. */
export function openedFrom({ view, message }: ActionCall, attachmentId: string): FileKept {
  return {
    attachmentId,
    ...(view?.type === 'modal' && { under: view.id }),
    // Only a direct message asks about one file alone.
    ...(message?.channel.startsWith('D') && { message: { channel: message.channel, ts: message.ts } }),
  }
}
