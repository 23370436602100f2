import { withdrawAttachment } from '../../store/files/attachments.js'
import type { FileFacts } from '../../store/files/attachments.js'
import type { Tx } from '../../store/open-store.js'
import { enqueue } from '../../store/outbox/outbox.js'
import type { Deps } from '../deps.js'

/** Takes a file from its case; its content is deleted after the commit, if no other file has the same. */
export async function takeFileAway(tx: Tx, deps: Deps, { id, sha256 }: Pick<FileFacts, 'id' | 'sha256'>, now: Date): Promise<void> {
  await withdrawAttachment(tx, id)
  if (sha256 === null) return
  await enqueue(tx, { message: { kind: 'drop_file', sha256 }, dedupeKey: `drop:${id}`, now, uid: deps.newId() })
}
