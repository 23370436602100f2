import type { FileFinding } from '../../domain/cases/attachment.js'
import { toJson } from '../json-columns.js'
import type { Tx } from '../open-store.js'
import { holdContent } from './file-contents.js'

/** A file that is still to be fetched. */
export interface WantedFile {
  id: string
  name: string
  mimeType: string
  sourceUrl: string | null
  slackFileId: string | null
}

/** Why a file could not be fetched, kept in `Attachment.error`; worded by the catalog's `delivery.file_…`. */
export type FetchError = 'not_slack' | 'too_large' | 'login_page' | 'gone' | 'unreachable'

/** The file, while it is still to be fetched; null when it is here, was withdrawn, or failed for good. */
export async function findWantedFile(tx: Tx, attachmentId: string): Promise<WantedFile | null> {
  return tx.attachment.findFirst({
    where: { id: attachmentId, state: 'CHECKING', sha256: null },
    select: { id: true, name: true, mimeType: true, sourceUrl: true, slackFileId: true },
  })
}

export interface FetchedFile {
  sha256: string
  size: number
  /** What came of the search. */
  state: 'HELD' | 'RELEASED' | 'NOT_SEARCHED'
  findings: readonly FileFinding[]
}

/**
 * The file is in the data directory under its content hash, and searched. False: it is not wanted any more. The content is
 * held until this transaction ends: whoever would delete it waits, and finds it wanted.
 */
export async function fileFetched(tx: Tx, attachmentId: string, { findings, ...file }: FetchedFile): Promise<boolean> {
  await holdContent(tx, file.sha256)
  await holdCaseOf(tx, attachmentId)
  const { count } = await tx.attachment.updateMany({
    where: { id: attachmentId, state: 'CHECKING' },
    data: { ...file, error: null, ...(findings.length > 0 && { findings: toJson(findings) }) },
  })
  return count > 0
}

export async function fileFailed(tx: Tx, attachmentId: string, error: FetchError): Promise<void> {
  await holdCaseOf(tx, attachmentId)
  await tx.attachment.updateMany({ where: { id: attachmentId, state: 'CHECKING' }, data: { state: 'FAILED', error } })
}

/** A file that could not be fetched is to be fetched after all. */
export async function wantFileAgain(tx: Tx, attachmentId: string): Promise<void> {
  await tx.attachment.updateMany({ where: { id: attachmentId, state: 'FAILED', sha256: null }, data: { state: 'CHECKING', error: null } })
}

/** Everybody who changes files holds their case first; in another order two of them would wait for each other. */
async function holdCaseOf(tx: Tx, attachmentId: string): Promise<void> {
  await tx.case.updateMany({ where: { attachments: { some: { id: attachmentId } } }, data: { version: { increment: 0 } } })
}
