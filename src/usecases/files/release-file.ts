import type { AccountActor } from '../../domain/actor.js'
import { reasonProblems } from '../../domain/cases/case-texts.js'
import { Refused } from '../../domain/refused.js'
import { releaseAttachment } from '../../store/files/attachments.js'
import type { Deps } from '../deps.js'
import { applyChange } from '../verbs/change-case.js'
import { refuseAuthors } from './file-refusals.js'
import { withFile } from './file-verb.js'
import type { FileDone, FileVerb } from './file-verb.js'
import { fileNews } from './file-news.js'

/**
 * Hands out a file in which something personal was found, for a reason that is recorded (CASE-2): from now on desk, shares
 * and everybody else who sees the case get it, and are told. Throws `Refused`: what `withFile` throws, `not_your_file`,
 * `file_not_held`, and `form` without a reason, with too long a one, or with personal data in it.
 */
export function releaseFile(deps: Deps, actor: AccountActor, { reason, ...verb }: FileVerb & { reason: string }): Promise<FileDone> {
  const why = reason.trim()
  return withFile(deps, actor, 'release', verb, async (tx, file, held, now) => {
    refuseAuthors('release', file, held, actor)
    const problems = reasonProblems('reason', why)
    if (problems.length > 0) throw new Refused({ code: 'form', problems })
    await releaseAttachment(tx, file.id, why)
    await applyChange(tx, deps, actor, held, {
      entries: [{ kind: 'ATTACHMENT', data: { files: [{ id: file.id, name: file.name }], what: 'released', confirmed: { reason: why } } }],
      audit: { action: 'case.file_released', before: { state: file.state }, after: { file: file.id, found: file.findings.map(({ line, kind }) => ({ line, kind })), reason: why } },
      news: fileNews(actor.organizationKind),
    }, now)
  })
}
