import { subDays } from 'date-fns'
import type { AccountActor } from '../../domain/actor.js'
import type { ApprovalValue } from '../../domain/approvals/approval.js'
import { kindsDecidedBy } from '../../domain/approvals/deciders.js'
import { findAskedBy, findWaitingFor } from '../../store/approvals/approval-lists.js'
import type { Deps } from '../deps.js'

export interface ListApprovals {
  list: 'waiting' | 'asked'
  /** The last approval of the page before. */
  after?: string
}

const pageSize = 5
/** How long what ended stands among what one asked for. */
const endedShownDays = 30

/** A page of what waits for the actor, oldest first, or of what the actor asked for, newest first; `next` begins the next one. */
export async function listApprovals(deps: Deps, actor: AccountActor, { list, after }: ListApprovals): Promise<{ rows: ApprovalValue[]; next: string | null }> {
  const page = { after: after ?? null, take: pageSize + 1 }
  const found = await deps.store.read((tx) => list === 'waiting'
    ? findWaitingFor(tx, actor, kindsDecidedBy(actor), page)
    : findAskedBy(tx, actor, subDays(deps.now(), endedShownDays), page))
  const rows = found.slice(0, pageSize)
  return { rows, next: found.length > pageSize ? rows.at(-1)!.id : null }
}
