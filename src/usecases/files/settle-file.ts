import { findFileFacts } from '../../store/files/attachments.js'
import type { FileFacts } from '../../store/files/attachments.js'
import { holdAnyCase } from '../../store/cases/held-case.js'
import type { Tx } from '../../store/open-store.js'
import { enqueue } from '../../store/outbox/outbox.js'
import { findAccountsByIds } from '../../store/people/accounts.js'
import { reach } from '../../store/people/reach.js'
import type { Deps } from '../deps.js'
import { announceSettled } from './announce-settled.js'

/**
 * What follows once a file was fetched and searched, or could not be: a held one is shown to its author alone (CASE-2), and
 * what is handed out is told. In the transaction that wrote down how it went.
 */
export async function settleFile(tx: Tx, deps: Deps, attachmentId: string): Promise<void> {
  const now = deps.now()
  const found = await findFileFacts(tx, attachmentId)
  const held = found && (await holdAnyCase(tx, found.caseNumber))
  const file = held && (await findFileFacts(tx, attachmentId))
  if (!file) return
  if (file.state === 'HELD') await tellAuthor(tx, deps, file, now)
  await announceSettled(tx, deps, file, held, now)
}

async function tellAuthor(tx: Tx, deps: Deps, { id, addedById }: FileFacts, now: Date): Promise<void> {
  if (addedById === null) return
  const accounts = (await findAccountsByIds(tx, [addedById])).filter(({ status }) => status === 'ACTIVE')
  for (const { slack } of await reach(tx, null, accounts)) {
    await enqueue(tx, { message: { kind: 'file_held', attachmentId: id, to: slack }, dedupeKey: `file-held:${id}`, now, uid: deps.newId() })
  }
}
