import type { AccountActor } from '../../domain/actor.js'
import { handedOut } from '../../domain/cases/attachment.js'
import type { ActedFile, FileFinding } from '../../domain/cases/attachment.js'
import type { DraftFile } from '../../domain/cases/draft.js'
import type { CaseState, Desk } from '../../domain/words.js'
import { Prisma } from '../generated/sqlite/client.js'
import { readFileFindings } from '../json-columns.js'
import type { Tx } from '../open-store.js'

export interface NewAttachment {
  id: string
  file: Omit<DraftFile, 'chosen'>
}

/** Lists files on a case, to be fetched and checked after the commit (CASE-2). */
export async function addAttachments(tx: Tx, actor: AccountActor, caseNumber: number, added: readonly NewAttachment[], now: Date): Promise<void> {
  await tx.attachment.createMany({
    data: added.map(({ id, file: { slackFileId, sourceUrl, name, mimeType, size } }) => ({
      id, caseNumber, slackFileId, sourceUrl, name, mimeType, size, addedById: actor.accountId, addedAt: now,
    })),
  })
}

/** Lets these files of Slack's be added anew that could not be fetched, or were taken from the case. */
export async function forgetGoneFiles(tx: Tx, caseNumber: number, slackFileIds: readonly string[]): Promise<void> {
  await tx.attachment.updateMany({
    where: { caseNumber, slackFileId: { in: [...slackFileIds] }, state: { in: ['FAILED', 'WITHDRAWN'] } }, data: { slackFileId: null, state: 'WITHDRAWN' },
  })
}

/** Of these files of Slack's, those that the case has. */
export async function knownSlackFiles(tx: Tx, caseNumber: number, slackFileIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.attachment.findMany({ where: { caseNumber, slackFileId: { in: [...slackFileIds] } }, select: { slackFileId: true } })
  return new Set(rows.flatMap(({ slackFileId }) => slackFileId ?? []))
}

/** A file with what decides about it. */
export interface FileFacts extends ActedFile {
  id: string
  caseNumber: number
  name: string
  mimeType: string
  size: number
  sha256: string | null
  addedAt: Date
  authorName: string | null
  findings: FileFinding[]
  case: { state: CaseState; desk: Desk; filedAt: Date }
}

const factsSelect = {
  id: true, caseNumber: true, name: true, mimeType: true, size: true, state: true, sha256: true, addedById: true, addedAt: true, findings: true,
  addedBy: { select: { name: true } }, case: { select: { state: true, desk: true, filedAt: true } },
} as const satisfies Prisma.AttachmentSelect

function readFacts({ addedBy, findings, ...row }: Prisma.AttachmentGetPayload<{ select: typeof factsSelect }>): FileFacts {
  return { ...row, authorName: addedBy?.name ?? null, findings: readFileFindings(findings) }
}

/** Whoever asks: that the actor sees its case is decided by who calls. Null: there is none. */
export async function findFileFacts(tx: Tx, id: string): Promise<FileFacts | null> {
  const row = await tx.attachment.findUnique({ where: { id }, select: factsSelect })
  return row && readFacts(row)
}

/** What was added to the case together with a file, the file among it, in order. */
export async function findFilesOfSame(tx: Tx, { caseNumber, addedById, addedAt }: FileFacts): Promise<FileFacts[]> {
  const rows = await tx.attachment.findMany({ where: { caseNumber, addedById, addedAt }, orderBy: { id: 'asc' }, select: factsSelect })
  return rows.map(readFacts)
}

/** Its author decided that a held file may be handed out. */
export async function releaseAttachment(tx: Tx, id: string, confirmation: string): Promise<void> {
  await tx.attachment.update({ where: { id }, data: { state: 'RELEASED', confirmation } })
}

/** The file is not with its case any more, and nothing is kept of what was in it. */
export async function withdrawAttachment(tx: Tx, id: string): Promise<void> {
  await tx.attachment.update({ where: { id }, data: { state: 'WITHDRAWN', sha256: null, findings: Prisma.DbNull } })
}

/** When a case was filed, of one that is there. */
export async function filingMoment(tx: Tx, caseNumber: number): Promise<Date> {
  return (await tx.case.findUniqueOrThrow({ where: { number: caseNumber }, select: { filedAt: true } })).filedAt
}

/** What everybody who sees the case gets of its files, in the order they were added. */
export function findHandedOutFiles(tx: Tx, caseNumber: number): Promise<Pick<FileFacts, 'id' | 'name' | 'mimeType' | 'size' | 'sha256'>[]> {
  return tx.attachment.findMany({
    where: { caseNumber, state: { in: [...handedOut] } }, orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, mimeType: true, size: true, sha256: true },
  })
}
