import type { AccountActor } from '../../domain/actor.js'
import { writeAudit } from '../../store/audit/audit.js'
import type { Deps } from '../deps.js'
import { announceSettled } from './announce-settled.js'
import { refuseAuthors } from './file-refusals.js'
import { withFile } from './file-verb.js'
import type { FileDone, FileVerb } from './file-verb.js'
import { takeFileAway } from './take-file-away.js'

/**
 * Takes back a file that nobody else got: one that is being checked, is held back, or could not be fetched. Nobody is told,
 * for nobody knew. Throws `Refused`: what `withFile` throws, `not_your_file`, and `file_not_held` once it was handed out.
 */
export function withdrawFile(deps: Deps, actor: AccountActor, verb: FileVerb): Promise<FileDone> {
  return withFile(deps, actor, 'withdraw', verb, async (tx, file, held, now) => {
    refuseAuthors('withdraw', file, held, actor)
    await takeFileAway(tx, deps, file, now)
    await writeAudit(tx, {
      at: now, actor, action: 'case.file_withdrawn', subjectType: 'case', subjectId: held.number, before: { state: file.state }, after: { file: file.id },
    })
    // Others that were added with it may have waited for this one alone.
    await announceSettled(tx, deps, file, held, now)
  })
}
