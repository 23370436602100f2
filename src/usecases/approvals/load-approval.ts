import type { ApprovalFacts, ApprovalPerson } from '../../domain/approvals/deciders.js'
import { findApprovalValue } from '../../store/approvals/approval-values.js'
import { entitledPeople } from '../../store/approvals/entitled-people.js'
import { findStoredApproval, holdApproval } from '../../store/approvals/stored-approval.js'
import type { StoredApproval } from '../../store/approvals/stored-approval.js'
import type { Tx } from '../../store/open-store.js'
import { findAccount } from '../../store/people/accounts.js'
import type { AccountRow } from '../../store/people/accounts.js'

/** An approval with who asked and who may decide, as the store says now. */
export interface LoadedApproval extends ApprovalFacts {
  stored: StoredApproval
  requesterRow: AccountRow
  entitledRows: AccountRow[]
}

export async function loadApproval(tx: Tx, id: string): Promise<LoadedApproval | null> {
  return complete(tx, await findStoredApproval(tx, id))
}

/** The same, with everybody else who would end or hand it on waiting until this transaction ends. */
export async function loadHeldApproval(tx: Tx, id: string): Promise<LoadedApproval | null> {
  return complete(tx, await holdApproval(tx, id))
}

async function complete(tx: Tx, stored: StoredApproval | null): Promise<LoadedApproval | null> {
  const approval = stored && (await findApprovalValue(tx, stored.id))
  if (!approval) return null
  const requesterRow = await findAccount(tx, stored.requesterId)
  const entitledRows = await entitledPeople(tx, stored.kind, stored)
  return { stored, approval, requesterRow, entitledRows, requester: personOf(requesterRow), entitled: entitledRows.map(personOf) }
}

export function personOf({ id, name, personEmail, slack }: AccountRow): ApprovalPerson {
  return { accountId: id, name, personEmail, slack }
}
