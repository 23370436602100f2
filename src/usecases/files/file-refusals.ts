/** What forbids something with a file that the actor is shown; each throws `Refused` or does nothing. */
import type { AccountActor } from '../../domain/actor.js'
import { fileMay, isHandedOut } from '../../domain/cases/attachment.js'
import { Refused } from '../../domain/refused.js'
import type { FileFacts } from '../../store/files/attachments.js'
import type { HeldCase } from '../../store/cases/held-case.js'

/** About what is held back its author decides (CASE-2): `not_your_file`, `file_not_held`. */
export function refuseAuthors(action: 'release' | 'withdraw', file: FileFacts, held: HeldCase, actor: AccountActor): void {
  const { name, state } = file
  if (file.addedById !== actor.accountId) throw new Refused({ code: 'not_your_file', name, author: file.authorName })
  if (!fileMay(file, held, actor).includes(action)) throw new Refused({ code: 'file_not_held', name, state })
}

/** `case_waits`, `team_only`, `file_not_here`, `removal_in_portal`. */
export function refuseRemoval(file: FileFacts, { number, state, desk }: HeldCase, { organizationKind }: AccountActor): void {
  if (state === 'PENDING_APPROVAL') throw new Refused({ code: 'case_waits', number })
  if (organizationKind === 'VENDOR') throw new Refused({ code: 'team_only', number })
  if (!isHandedOut(file.state)) throw new Refused({ code: 'file_not_here', name: file.name, state: file.state })
  if (desk === 'PORTAL') throw new Refused({ code: 'removal_in_portal', number })
}
