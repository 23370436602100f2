import type { AccountActor } from '../../domain/actor.js'
import { fileMay } from '../../domain/cases/attachment.js'
import { Refused } from '../../domain/refused.js'
import { enqueue } from '../../store/outbox/outbox.js'
import type { Deps } from '../deps.js'
import { withFile } from './file-verb.js'
import type { FileDone, FileVerb } from './file-verb.js'

/**
 * Has a file sent to the actor by direct message; whether it may be handed out is asked again when it is sent. Throws
 * `Refused`: what `withFile` throws, `file_not_here` while it is not to be had, and `file_empty`.
 */
export function getFile(deps: Deps, actor: AccountActor, verb: FileVerb): Promise<FileDone> {
  return withFile(deps, actor, 'get', verb, async (tx, file, held, now) => {
    if (!fileMay(file, held, actor).includes('get')) throw new Refused({ code: 'file_not_here', name: file.name, state: file.state })
    if (file.size === 0) throw new Refused({ code: 'file_empty', name: file.name })
    const message = { kind: 'send_file', attachmentId: file.id, accountId: actor.accountId, to: actor.slack } as const
    await enqueue(tx, { message, dedupeKey: `send-file:${file.id}:${verb.deliveryKey}`, now, uid: deps.newId() })
  })
}
