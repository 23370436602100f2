import type { FileDone } from '../../../usecases/files/file-verb.js'
import type { Acting, Call } from '../../handle.js'
import { fileDecided } from '../../views/files/file-held.js'
import { redrawCase } from '../verbs/after-verb.js'
import type { FileKept } from './file-kept.js'

/** Draws anew what showed the file: the case view, and the direct message that asked about it, which has nothing left to ask. */
export async function afterFile(call: Call, who: Acting, { under, message }: FileKept, done: FileDone, decided?: 'RELEASED' | 'WITHDRAWN'): Promise<void> {
  if (under !== undefined) await redrawCase(call, who, under, done.number)
  if (!message || !decided) return
  const said = fileDecided(done, decided, who.reader)
  await call.edge.steady.chat.update({ ...message, ...said }).catch((error: unknown) => {
    call.edge.log.info({ error: String(error) }, 'a message about a file could not be drawn anew')
  })
}
