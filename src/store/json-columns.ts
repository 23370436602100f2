/** JSON columns are read through these, so that a row written by another version fails here and not in a view. */
import { z } from 'zod'
import { approvalClosures } from '../domain/approvals/approval.js'
import type { FileFinding } from '../domain/cases/attachment.js'
import type { CaseAnswer } from '../domain/cases/case.js'
import type { DraftOrigin, DraftValues } from '../domain/cases/draft.js'
import type { EntryFacts } from '../domain/cases/case-entry.js'
import { caseStates, escalationReasons, severities } from '../domain/words.js'
import type { Localized } from '../domain/words.js'
import type { Prisma } from './generated/sqlite/client.js'

const localized = z.object({ en: z.string() }).catchall(z.string())

const caseAnswers = z.array(z.object({ questionId: z.string(), label: z.string(), answer: z.string() }))

const choices = z.array(z.object({ id: z.string(), labels: localized }))

const draftFile = z.object({
  slackFileId: z.string(),
  name: z.string(),
  mimeType: z.string(),
  size: z.number(),
  sourceUrl: z.string(),
  chosen: z.boolean(),
})

const draftValues = z.object({
  customerId: z.int().optional(),
  productId: z.string().optional(),
  title: z.string().optional(),
  categoryId: z.string().optional(),
  answers: z.record(z.string(), z.string()).optional(),
  files: z.array(draftFile).optional(),
  severity: z.enum(severities).optional(),
  language: z.string().optional(),
  timeZone: z.string().optional(),
  shareWith: z.string().optional(),
  relatedCaseNumber: z.int().optional(),
  tellAuthor: z.boolean().optional(),
  messageText: z.string().optional(),
  typedAt: z.string().optional(),
  returned: z.object({
    how: z.enum(['DECLINED', 'WITHDRAWN', 'EXPIRED', 'CLOSED']),
    by: z.string().nullable(),
    at: z.iso.datetime().transform((at) => new Date(at)),
    comment: z.string().nullable(),
    because: z.enum(approvalClosures).optional(),
  }).optional(),
  confirmed: z.object({ findings: z.array(z.object({ place: z.string(), kind: z.string() })), reason: z.string() }).optional(),
})

const draftOrigin = z.object({
  how: z.enum(['command', 'shortcut', 'message', 'home', 'button']),
  channelId: z.string().optional(),
  responseUrl: z.string().optional(),
  responseUrlUntil: z.string().optional(),
  message: z.object({
    channelId: z.string(),
    ts: z.string(),
    authorId: z.string().optional(),
    mayTellAuthor: z.boolean(),
  }).optional(),
})

const change = <T extends z.ZodType>(of: T) => z.object({ from: of, to: of })
/** What is not as it should be is as if it were not there: one odd row must not hide the history around it. */
const ifKnown = <T extends z.ZodType>(of: T) => of.optional().catch(undefined)

const entryFacts = z.object({
  state: ifKnown(change(z.enum(caseStates))),
  severity: ifKnown(change(z.enum(severities))),
  owner: ifKnown(change(z.string().nullable()).extend({ atDesk: z.boolean() })),
  files: ifKnown(z.array(z.object({ id: z.string(), name: z.string() }))),
  what: ifKnown(z.enum(['added', 'released', 'withdrawn', 'removed'])),
  emails: ifKnown(z.array(z.string())),
  removed: ifKnown(z.boolean()),
  escalation: ifKnown(z.enum(escalationReasons)),
  related: ifKnown(z.int()),
  portalNumber: ifKnown(change(z.string().nullable())),
  target: ifKnown(z.enum(['near', 'passed'])),
  at: ifKnown(z.iso.datetime({ offset: true }).transform((at) => new Date(at))),
  confirmed: ifKnown(z.object({ reason: z.string() })),
  recordedBy: ifKnown(z.string()),
})

const fileFindings = z.array(z.object({ line: z.int(), kind: z.enum(['email', 'phone', 'card', 'government_id']), excerpt: z.string() }))

export const readLocalized = (json: unknown): Localized => localized.parse(json)
export const readKeywords = (json: unknown): string[] => z.array(z.string()).parse(json)
export const readCaseAnswers = (json: unknown): CaseAnswer[] => caseAnswers.parse(json)
export const readDraftValues = (json: unknown): DraftValues => draftValues.parse(json)
/** Null: written by a version that means something else by it. */
export const readDraftValuesIfKnown = (json: unknown): DraftValues | null => draftValues.safeParse(json).data ?? null
export const readDraftOrigin = (json: unknown): DraftOrigin => draftOrigin.parse(json)
/** Text by field; empty when another version means something else by it. */
export const readKeptValues = (json: unknown): Record<string, string> => z.record(z.string(), z.string()).safeParse(json).data ?? {}

/** What a history entry says beside its text; null when it says nothing that is known. */
export function readEntryFacts(json: unknown): EntryFacts | null {
  return entryFacts.safeParse(json).data ?? null
}

/** What was found in a file; empty when nothing was, or it was not searched. */
export const readFileFindings = (json: unknown): FileFinding[] => fileFindings.parse(json ?? [])

/** The choices of a question; none for questions of text. */
export function readChoices(json: unknown): { id: string; label: Localized }[] {
  return choices.parse(json ?? []).map((choice) => ({ id: choice.id, label: choice.labels }))
}

/** What Prisma takes for a JSON column; keys without a value are left out. */
export function toJson(value: object): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue
}
