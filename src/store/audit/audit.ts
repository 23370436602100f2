import type { Actor } from '../../domain/actor.js'
import { toJson } from '../json-columns.js'
import type { Tx } from '../open-store.js'

export interface AuditEntry {
  at: Date
  actor: Actor
  /** Like `case.filed`. */
  action: string
  subjectType: string
  subjectId: string | number
  before?: object
  after?: object
  /** How it came, beside the actor's Slack team and user. */
  origin?: object
}

/** Adds a row to the audit trail, in the transaction of what it tells. Rows are never changed. */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  const { actor, before, after } = entry
  const person = actor.kind === 'account'
  await tx.audit.create({
    data: {
      at: entry.at,
      actorId: person ? actor.accountId : null,
      actorName: actor.name,
      organizationId: person ? actor.organizationId : null,
      action: entry.action,
      subjectType: entry.subjectType,
      subjectId: String(entry.subjectId),
      ...(before && { before: toJson(before) }),
      ...(after && { after: toJson(after) }),
      ...((person || entry.origin) && { origin: toJson({ ...(person && actor.slack), ...entry.origin }) }),
    },
  })
}
