import { z } from 'zod'
import { approvalClosures } from '../../domain/approvals/approval.js'
import type { ApprovalClosure, ApprovalKind, ApprovalPayload } from '../../domain/approvals/approval.js'
import { escalationReasons } from '../../domain/words.js'
import type { Prisma } from '../generated/sqlite/client.js'
import { toJson } from '../json-columns.js'

const payloads = z.discriminatedUnion('kind', [
  // Earlier rows hold the reseller's domain instead, and asked for the switch.
  z.object({ kind: z.literal('ACCESS_REQUEST'), turnOn: z.boolean().default(true), subscriptionIds: z.array(z.string()).default([]) }),
  z.object({ kind: z.literal('CONSENT') }),
  z.object({ kind: z.literal('RECORDED_GRANT'), evidence: z.string() }),
  z.object({ kind: z.literal('P1_FILING'), draftId: z.string(), caseNumber: z.int(), title: z.string() }),
  z.object({
    kind: z.literal('ESCALATION'), caseNumber: z.int(), title: z.string(), reason: z.enum(escalationReasons), justification: z.string(),
    confirmed: z.object({ findings: z.array(z.object({ place: z.string(), kind: z.string() })), reason: z.string() }).optional(),
  }),
  z.object({ kind: z.literal('EXTRA_LICENCES'), count: z.int(), reason: z.string() }),
  z.object({ kind: z.literal('ATTACHMENT_REMOVAL'), attachmentId: z.string(), caseNumber: z.int(), fileName: z.string(), reason: z.string() }),
])

/** What is asked for; the kind has a column of its own. Throws for a row of another version. */
export function readPayload(kind: ApprovalKind, json: unknown): ApprovalPayload {
  return payloads.parse({ ...z.record(z.string(), z.unknown()).parse(json), kind })
}

/** Without the kind. */
export function writePayload(payload: ApprovalPayload): Prisma.InputJsonValue {
  return toJson({ ...payload, kind: undefined })
}

/** Null: none, or one that another version knows. */
export function readClosure(text: string | null): ApprovalClosure | null {
  return approvalClosures.find((closure) => closure === text) ?? null
}
