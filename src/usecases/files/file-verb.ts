import type { AccountActor } from '../../domain/actor.js'
import { fileShownTo } from '../../domain/cases/attachment.js'
import type { CaseDone } from '../../domain/cases/case-change.js'
import { Refused } from '../../domain/refused.js'
import { findFileFacts } from '../../store/files/attachments.js'
import type { FileFacts } from '../../store/files/attachments.js'
import { findCaseCustomer } from '../../store/cases/held-case.js'
import type { HeldCase } from '../../store/cases/held-case.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Tx } from '../../store/open-store.js'
import { permitCases } from '../acting/permit.js'
import type { Deps } from '../deps.js'
import { doneOf, holdForActor } from '../verbs/change-case.js'

/** What everything done with one file is handed. */
export interface FileVerb {
  attachmentId: string
  deliveryKey: string
}

/** What came of it. */
export interface FileDone extends CaseDone {
  /** The file's. */
  name: string
}

/**
 * The frame of everything done with one file, in one transaction, its case held. `decide` checks and writes; it answers
 * who has to approve, if somebody has to. A second delivery does nothing and answers the same.
 *
 * Throws `Refused`: `privileges_missing`; `file_gone` for one that is not there, of a case the actor does not see, and one
 * that is held back from the actor alike; `case_locked`; and what `decide` throws. Nothing is written then.
 */
export async function withFile(
  deps: Deps, actor: AccountActor, what: string, { attachmentId, deliveryKey }: FileVerb,
  decide: (tx: Tx, file: FileFacts, held: HeldCase, now: Date) => Promise<string[] | void>,
): Promise<FileDone> {
  const now = deps.now()
  const done = await deps.store.transaction(async (tx) => {
    const held = await holdCaseOfFile(tx, actor, attachmentId, now)
    // Once the case is held, nobody else changes its files.
    const file = await findFileFacts(tx, attachmentId)
    if (!file) throw new Refused({ code: 'file_gone' })
    if (!(await claimDelivery(tx, `file.${what}:${attachmentId}:${deliveryKey}`, now))) return { ...doneOf(held, held.state, true), name: file.name }
    if (!fileShownTo(file, actor)) throw new Refused({ code: 'file_gone' })
    const waitsFor = (await decide(tx, file, held, now)) ?? []
    return { ...doneOf(held, held.state, false), name: file.name, waitsFor }
  })
  if (!done.already) deps.wakeDelivery()
  return done
}

/** A forged id tells nothing, not even the number of a case. */
export async function holdCaseOfFile(tx: Tx, actor: AccountActor, attachmentId: string, now: Date): Promise<HeldCase> {
  await permitCases(tx, actor)
  const file = await findFileFacts(tx, attachmentId)
  if (!file || (await findCaseCustomer(tx, actor, file.caseNumber)) === null) throw new Refused({ code: 'file_gone' })
  return holdForActor(tx, actor, file.caseNumber, now)
}
