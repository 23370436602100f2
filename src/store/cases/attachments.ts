import type { AccountActor } from '../../domain/actor.js'
import type { DraftFile } from '../../domain/cases/draft.js'
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
