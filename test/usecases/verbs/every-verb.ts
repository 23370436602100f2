import type { AccountActor } from '../../../src/domain/actor.js'
import type { CaseAction } from '../../../src/domain/cases/case-actions.js'
import type { CaseDone } from '../../../src/domain/cases/case-change.js'
import type { CaseState } from '../../../src/domain/words.js'
import { addNote } from '../../../src/usecases/verbs/add-note.js'
import type { CaseVerb } from '../../../src/usecases/verbs/change-case.js'
import { changeSeverity } from '../../../src/usecases/verbs/change-severity.js'
import { closeCase } from '../../../src/usecases/verbs/close-case.js'
import { handOverCase } from '../../../src/usecases/verbs/hand-over-case.js'
import { reopenCase } from '../../../src/usecases/verbs/reopen-case.js'
import { replyToDesk } from '../../../src/usecases/verbs/reply-to-desk.js'
import { shareCase } from '../../../src/usecases/verbs/share-case.js'
import { takeCase } from '../../../src/usecases/verbs/take-case.js'
import { unshareCase } from '../../../src/usecases/verbs/unshare-case.js'
import type { CaseWorld } from '../../support/case-world.js'

export interface Verb {
  action: CaseAction
  /** A state that it goes with. */
  state: CaseState
  /** Does it with something that is right, of a case of Aiko's that is shared with `jo@acme.example`. */
  run: (world: CaseWorld, actor: AccountActor, verb: CaseVerb) => Promise<CaseDone>
}

/** Everything the team does with a case; of them the desk does `desksToo`. */
export const everyVerb: readonly Verb[] = [
  { action: 'reply', state: 'ACTION_REQUIRED', run: ({ deps }, actor, verb) => replyToDesk(deps, actor, { ...verb, message: 'Here it is.' }) },
  { action: 'notSolved', state: 'SOLUTION_PROVIDED', run: ({ deps }, actor, verb) => replyToDesk(deps, actor, { ...verb, action: 'notSolved', message: 'Still late.' }) },
  { action: 'note', state: 'IN_PROGRESS', run: ({ deps }, actor, verb) => addNote(deps, actor, { ...verb, message: 'Between us.' }) },
  { action: 'severity', state: 'IN_PROGRESS', run: ({ deps }, actor, verb) => changeSeverity(deps, actor, { ...verb, severity: 'P2', reason: 'More are hit.' }) },
  { action: 'take', state: 'NEW', run: ({ deps }, actor, verb) => takeCase(deps, actor, verb) },
  {
    action: 'handOver', state: 'NEW',
    run: ({ deps, dana, pia }, actor, verb) => handOverCase(deps, actor, { ...verb, accountId: actor.organizationKind === 'CUSTOMER' ? pia.accountId : dana.accountId }),
  },
  { action: 'share', state: 'NEW', run: ({ deps }, actor, verb) => shareCase(deps, actor, { ...verb, addresses: 'new@acme.example' }) },
  { action: 'unshare', state: 'CLOSED', run: ({ deps }, actor, verb) => unshareCase(deps, actor, { ...verb, email: 'jo@acme.example' }) },
  { action: 'close', state: 'SOLUTION_PROVIDED', run: ({ deps }, actor, verb) => closeCase(deps, actor, { ...verb, reason: 'It works.' }) },
  { action: 'reopen', state: 'CLOSED', run: ({ deps }, actor, verb) => reopenCase(deps, actor, { ...verb, reason: 'It is back.' }) },
]

export const desksToo: readonly CaseAction[] = ['note', 'severity', 'close']

/** A case of Aiko's in this state, shared with `jo@acme.example`. */
export async function sharedCase({ filed, db, world }: CaseWorld, state: CaseState, more: Parameters<CaseWorld['filed']>[1] = {}): Promise<number> {
  const number = await filed(state, more)
  await db.caseShare.create({ data: { caseNumber: number, email: 'jo@acme.example', addedAt: world.now } })
  return number
}
