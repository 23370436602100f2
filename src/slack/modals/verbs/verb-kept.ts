import { z } from 'zod'
import { caseActions } from '../../../domain/cases/case-actions.js'
import { BrokenPayload } from '../../payloads.js'

const stored = z.int().min(0).max(2_147_483_647)
const viewId = z.string().min(1).max(100)

/** Where a form was opened, so that it can be answered there. */
const openedFrom = z.object({
  /** Slack's one-time answer address, and until when it takes one. */
  responseUrl: z.url().max(500).optional(),
  responseUrlUntil: z.iso.datetime().optional(),
  /** What stands there shows the case to one person, and is drawn anew. */
  shows: z.boolean(),
})
export type OpenedFrom = z.infer<typeof openedFrom>

const kept = z.object({
  number: stored,
  action: z.enum(caseActions),
  /** How the case was shown (CASE-8); left out for notes. */
  seen: z.object({ version: stored, entry: stored }).optional(),
  /** Of the account it was opened for. */
  domain: z.string().max(300),
  /** The case view that it was opened from. */
  under: viewId.optional(),
  /** What stood in it beforehand came from us: nobody typed it. */
  given: z.boolean().optional(),
  from: openedFrom.optional(),
  /** Of a form that asks for the reason of personal data: the form below, what was found, and what it was found in. */
  asks: z.object({ formId: viewId, digest: z.string().max(100), typed: z.string().max(100) }).optional(),
})
/** What a form of a verb keeps of itself in `private_metadata`. */
export type VerbKept = z.infer<typeof kept>

/** Throws `BrokenPayload`. */
export function readVerbKept({ private_metadata }: { private_metadata: string }): VerbKept {
  try {
    return kept.parse(JSON.parse(private_metadata))
  } catch (error) {
    throw new BrokenPayload(error)
  }
}

/** At most 3000 characters, as Slack takes. */
export const verbKeptText = (value: VerbKept): string => JSON.stringify(value)
