/**
 * Where the desk that answers cases connects. What it is told goes through `tell`, in the transaction that changed the
 * case; what it says comes back through `applyAnswer` (apply-answer.ts), whoever carries it here. The built-in desk and the
 * web portal carried by hand are two of them; one that is reached over a network would enqueue what it is to be sent.
 */
import type { Actor } from '../../domain/actor.js'
import type { HeldCase } from '../../store/cases/held-case.js'
import type { Tx } from '../../store/open-store.js'
import type { Deps } from '../deps.js'

/** What the desk is told of: an entry of the case's history that everybody who sees the case may read. */
export interface DeskNews {
  what: 'filed' | 'replied' | 'severity' | 'files' | 'escalated' | 'closed' | 'reopened'
  /** Of the case as it was before. */
  kase: Pick<HeldCase, 'number' | 'version' | 'desk' | 'deskOwnerId' | 'severity' | 'portalNumber' | 'portalWaitsSince'>
  entryId: number
  by: Actor
  now: Date
}

export interface DeskLink {
  /** No network in it: it enqueues, or marks the case. */
  tell: (tx: Tx, deps: Deps, news: DeskNews) => Promise<void>
}
