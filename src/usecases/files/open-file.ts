import type { AccountActor } from '../../domain/actor.js'
import { fileShownTo } from '../../domain/cases/attachment.js'
import type { FileFinding } from '../../domain/cases/attachment.js'
import { Refused } from '../../domain/refused.js'
import { findFileFacts } from '../../store/files/attachments.js'
import type { Deps } from '../deps.js'
import { holdCaseOfFile } from './file-verb.js'
import { refuseAuthors, refuseRemoval } from './file-refusals.js'
import { refuseWaitingRemoval } from './request-removal.js'

export interface FileForm {
  id: string
  name: string
  number: number
  /** What was found in it, masked, for its author alone. */
  findings: FileFinding[]
}

/** What the form of something done with a file needs. Throws `Refused` what the deed itself would throw now. */
export function openFile(deps: Deps, actor: AccountActor, { attachmentId, action }: { attachmentId: string; action: 'release' | 'requestRemoval' }): Promise<FileForm> {
  const now = deps.now()
  return deps.store.transaction(async (tx) => {
    const held = await holdCaseOfFile(tx, actor, attachmentId, now)
    const file = await findFileFacts(tx, attachmentId)
    if (!file || !fileShownTo(file, actor)) throw new Refused({ code: 'file_gone' })
    if (action === 'release') refuseAuthors('release', file, held, actor)
    else {
      refuseRemoval(file, held, actor)
      await refuseWaitingRemoval(tx, actor, file, now)
    }
    return { id: file.id, name: file.name, number: file.caseNumber, findings: action === 'release' ? file.findings : [] }
  })
}
