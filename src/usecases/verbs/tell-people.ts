import type { Actor } from '../../domain/actor.js'
import type { Tx } from '../../store/open-store.js'
import { enqueue } from '../../store/outbox/outbox.js'
import { findAccountsByIds } from '../../store/people/accounts.js'
import { reach } from '../../store/people/reach.js'
import type { Deps } from '../deps.js'

/** Tells accounts by direct message of an entry, but for who wrote it. */
export async function tellPeople(
  tx: Tx, deps: Deps, actor: Actor, { caseNumber, entryId, accountIds, now }: { caseNumber: number; entryId: number; accountIds: readonly (string | null)[]; now: Date },
): Promise<void> {
  const self = actor.kind === 'account' ? actor.accountId : null
  const wanted = [...new Set(accountIds)].filter((id) => id !== null && id !== self) as string[]
  if (wanted.length === 0) return
  const accounts = (await findAccountsByIds(tx, wanted)).filter(({ status }) => status === 'ACTIVE')
  for (const { id, slack } of await reach(tx, actor.kind === 'account' ? actor.slack.teamId : null, accounts)) {
    const message = { kind: 'case_news', caseNumber, entryId, accountId: id, to: slack } as const
    await enqueue(tx, { message, dedupeKey: `news:${entryId}:${id}`, now, uid: deps.newId() })
  }
}
