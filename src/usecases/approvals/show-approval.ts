import type { AccountActor } from '../../domain/actor.js'
import type { ApprovalSheet } from '../../domain/approvals/approval-sheet.js'
import type { ApprovalValue } from '../../domain/approvals/approval.js'
import { decideBlockedBy, handOnChoices, mayWithdraw } from '../../domain/approvals/deciders.js'
import { isCustomerOf } from '../../store/approvals/approval-readers.js'
import type { Tx } from '../../store/open-store.js'
import type { Deps } from '../deps.js'
import { loadApproval } from './load-approval.js'
import { seenBy } from './seen-by.js'

export type { ApprovalSheet } from '../../domain/approvals/approval-sheet.js'

/** An approval with what the reader may do about it. Throws what `seenBy` throws. */
export async function showApproval(deps: Deps, actor: AccountActor, { approvalId }: { approvalId: string }): Promise<ApprovalSheet> {
  const now = deps.now()
  const loaded = seenBy(actor, await deps.store.read(async (tx) => {
    const found = await loadApproval(tx, approvalId)
    return found && (await isStillTheirs(tx, found.approval, actor)) ? found : null
  }))
  const why = decideBlockedBy(loaded, actor, now)
  return {
    approval: loaded.approval,
    mayDecide: why === null,
    why,
    mayWithdraw: mayWithdraw(loaded.approval, actor.accountId, now),
    handOnTo: handOnChoices(loaded, actor.accountId, now).map(({ accountId, name }) => ({ accountId, name })),
  }
}

/** Once its customer went to another reseller, the domain it belongs to reads of it no more (SCOPE-3). */
async function isStillTheirs(tx: Tx, { customer, organization }: ApprovalValue, { organizationId }: AccountActor): Promise<boolean> {
  return customer === null || organizationId !== organization.id || isCustomerOf(tx, customer.id, organizationId)
}
