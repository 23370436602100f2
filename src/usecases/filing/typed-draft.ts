import type { AccountActor } from '../../domain/actor.js'
import { isNewest } from '../../domain/cases/draft.js'
import type { DraftValues } from '../../domain/cases/draft.js'
import { Refused } from '../../domain/refused.js'
import { findCustomer } from '../../store/customers/customers.js'
import { domainOfOwnDraft, holdDraft, saveDraftValues } from '../../store/filing/drafts.js'
import type { DraftRow } from '../../store/filing/drafts.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Tx } from '../../store/open-store.js'
import { permitFiling } from '../acting/permit.js'

/**
 * How it is known that what was typed is the newest (house rule 7): an action brings Slack's time of it, and the closing
 * of a view, which has no time and happens once, its delivery key.
 */
export type Typed = { typedAt: string } | { deliveryKey: string }

/** What the form held when something was done in it. */
export interface TypedFiling {
  draftId: string
  values: DraftValues
  /** Not given: it is the newest, whatever came before. */
  typed?: Typed
}

/**
 * Throws `Refused` `other_account` when the draft belongs to another account of the same Slack user, as after a switch
 * of domains (SCOPE-1), and then what `permitFiling` throws.
 */
export async function permitDraft(tx: Tx, actor: AccountActor, draftId: string): Promise<void> {
  await refuseOtherAccount(tx, actor, draftId)
  await permitFiling(tx, actor)
}

/** The first half of `permitDraft`. */
export async function refuseOtherAccount(tx: Tx, actor: AccountActor, draftId: string): Promise<void> {
  const domain = await domainOfOwnDraft(tx, actor, draftId)
  if (domain !== null) throw new Refused({ code: 'other_account', domain, signedIn: actor.domain })
}

/** An open draft of the actor's own, held until the transaction ends. Throws `Refused` `draft_gone` for any other. */
export async function requireDraft(tx: Tx, actor: AccountActor, draftId: string): Promise<DraftRow> {
  const draft = await holdDraft(tx, actor, draftId)
  if (!draft) throw new Refused({ code: 'draft_gone' })
  return draft
}

/** What is to be kept of a form in the held draft; null when something newer, or the same, was kept before. */
export async function newestOf(tx: Tx, draft: DraftRow, { values, typed }: TypedFiling, now: Date): Promise<DraftValues | null> {
  if (!typed) return values
  if ('deliveryKey' in typed) return (await claimDelivery(tx, `typed:${typed.deliveryKey}`, now)) ? values : null
  return isNewest(draft.values, typed.typedAt) ? { ...values, typedAt: typed.typedAt } : null
}

/** Writes the values of a held draft, if they differ from what it holds. */
export async function keepValues(tx: Tx, actor: AccountActor, draft: DraftRow, values: DraftValues, now: Date): Promise<void> {
  if (JSON.stringify(values) === JSON.stringify(draft.values)) return
  const { customerId } = values
  const customer = customerId === undefined ? null : await findCustomer(tx, actor, customerId)
  await saveDraftValues(tx, draft.id, values, customer?.id ?? null, now)
}
