import type { HeldCase } from '../../store/cases/held-case.js'
import type { Tx } from '../../store/open-store.js'
import { findAccountsByIds } from '../../store/people/accounts.js'
import type { CaseChange } from './change-case.js'

/** What a new owner makes of a case. The history names both, so that it stays true when accounts are gone. */
export async function ownedBy(tx: Tx, held: HeldCase, owner: { id: string; name: string }): Promise<CaseChange> {
  const [before] = held.ownerId === null ? [] : await findAccountsByIds(tx, [held.ownerId])
  return {
    set: { ownerId: owner.id },
    entries: [{ kind: 'OWNER', data: { owner: { from: before?.name ?? null, to: owner.name, atDesk: false } } }],
    audit: { action: 'case.owner_changed', before: { ownerId: held.ownerId }, after: { ownerId: owner.id } },
    news: { people: [owner.id] },
  }
}
