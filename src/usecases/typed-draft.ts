import type { AccountActor } from '../domain/actor.js'
import type { DraftValues } from '../domain/draft.js'
import { Refused } from '../domain/refused.js'
import { findCustomer } from '../store/customers.js'
import { holdDraft, saveDraftValues } from '../store/drafts.js'
import type { DraftRow } from '../store/drafts.js'
import type { Tx } from '../store/open-store.js'

/** An open draft of the actor's own, held until the transaction ends. Throws `Refused` `draft_gone` for any other. */
export async function requireDraft(tx: Tx, actor: AccountActor, draftId: string): Promise<DraftRow> {
  const draft = await holdDraft(tx, actor, draftId)
  if (!draft) throw new Refused({ code: 'draft_gone' })
  return draft
}

/** Writes the values of a held draft, if they differ from what it holds. */
export async function keepValues(tx: Tx, actor: AccountActor, draft: DraftRow, values: DraftValues, now: Date): Promise<void> {
  if (JSON.stringify(values) === JSON.stringify(draft.values)) return
  const { customerId } = values
  const customer = customerId === undefined ? null : await findCustomer(tx, actor, customerId)
  await saveDraftValues(tx, draft.id, values, customer?.id ?? null, now)
}
