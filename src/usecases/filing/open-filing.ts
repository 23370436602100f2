import { createHash } from 'node:crypto'
import type { AccountActor } from '../../domain/actor.js'
import type { DraftFile, DraftOrigin, DraftValues } from '../../domain/cases/draft.js'
import type { FilingForm } from '../../domain/cases/filing-form.js'
import { Refused } from '../../domain/refused.js'
import { createDraft, findDraft, saveDraftOrigin } from '../../store/filing/drafts.js'
import { findCustomer, findOwnCustomerId } from '../../store/customers/customers.js'
import type { CustomerRow } from '../../store/customers/customers.js'
import type { DraftRow } from '../../store/filing/drafts.js'
import { claimDelivery } from '../../store/handled-deliveries.js'
import type { Tx } from '../../store/open-store.js'
import { buildForm } from './build-form.js'
import type { Deps } from '../deps.js'
import { loadFiling } from './filing-facts.js'
import { customerMeant } from './find-customers.js'
import { permitFiling } from '../acting/permit.js'
import { valuesOfRelated } from './related-case.js'
import { settleFiling } from './settle-filing.js'
import { permitDraft, requireDraft } from './typed-draft.js'

export interface OpenFiling {
  origin: DraftOrigin
  /** Preselects the customer when exactly one matches; a domain as it is spelled wins. */
  customerWords?: string
  /** Preselects the customer; instead of words. */
  customerId?: number
  /** Begins as a related case of this one (CASE-6). */
  relatedTo?: number
  /** Goes on with this draft. */
  draftId?: string
  /** The draft of the form in which that was chosen: whoever goes on is answered where that form was opened. */
  insteadOf?: string
  /** The message it is made from. */
  message?: { text: string; files: DraftFile[] }
  /** A second delivery with the same key gets the same draft. */
  deliveryKey: string
}

/**
 * Opens the filing form on a new draft, or goes on with one (CASE-1, house rule 8). A draft that was filed, thrown
 * away, or is not the actor's own is `draft_gone`; the id of a customer who is not the actor's is `customer_not_found`, and
 * so is the actor's own organization when it is no customer; throws what `permitDraft` throws, and of a case it is filed for
 * what `valuesOfRelated` does.
 */
export async function openFiling(deps: Deps, actor: AccountActor, input: OpenFiling): Promise<FilingForm> {
  const now = deps.now()
  return deps.store.transaction(async (tx) => {
    await (input.draftId === undefined ? permitFiling(tx, actor) : permitDraft(tx, actor, input.draftId))
    const words = input.customerWords?.trim() ?? ''
    const meant = await customerOf(tx, actor, input, words)
    const draft = input.draftId === undefined
      ? await newDraft(tx, actor, input, meant?.customer ?? null, now)
      : await goOn(tx, actor, input.draftId, { ...await placeOf(tx, actor, input.insteadOf), ...input.origin })
    const form = await buildForm(tx, actor, draft, await loadFiling(tx, actor, draft.values, now))
    return meant && !meant.customer ? { ...form, customerWords: { words, matches: meant.matches } } : form
  })
}

/** The customer it begins with, or how many there are to choose from; null when none was named. */
async function customerOf(tx: Tx, actor: AccountActor, { customerId, relatedTo }: OpenFiling, words: string): Promise<Awaited<ReturnType<typeof customerMeant>> | null> {
  if (relatedTo !== undefined) return null
  if (actor.organizationKind === 'CUSTOMER' && customerId === undefined) return { customer: await ownCustomer(tx, actor) }
  if (customerId === undefined) return words === '' ? null : customerMeant(tx, actor, words)
  const customer = await findCustomer(tx, actor, customerId)
  if (!customer) throw new Refused({ code: 'customer_not_found' })
  return { customer }
}

/** Whoever files for the own organization has nothing to choose, whatever was typed behind the command. */
async function ownCustomer(tx: Tx, actor: AccountActor): Promise<CustomerRow> {
  const id = await findOwnCustomerId(tx, actor)
  const own = id === null ? null : await findCustomer(tx, actor, id)
  if (!own) throw new Refused({ code: 'customer_not_found' })
  return own
}

async function newDraft(tx: Tx, actor: AccountActor, input: OpenFiling, customer: CustomerRow | null, now: Date): Promise<DraftRow> {
  const id = draftIdOf(input.deliveryKey)
  // The same delivery again finds the draft of the first, as far as it has been filled in by now.
  if (!(await claimDelivery(tx, `open-filing:${input.deliveryKey}`, now))) return requireDraft(tx, actor, id)
  const values = await firstValues(tx, actor, input, customer, now)
  await createDraft(tx, actor, { id, values, origin: input.origin }, now)
  return { id, values, origin: input.origin, state: 'OPEN', caseNumber: null }
}

async function firstValues(
  tx: Tx, actor: AccountActor, { message, relatedTo }: OpenFiling, customer: CustomerRow | null, now: Date,
): Promise<DraftValues> {
  const values: DraftValues = {
    severity: 'P3',
    ...(customer && { customerId: customer.id }),
    ...(relatedTo !== undefined && (await valuesOfRelated(tx, actor, relatedTo, now))),
    ...(message && message.text.trim() !== '' && { messageText: message.text }),
    ...(message && message.files.length > 0 && { files: message.files.map((file) => ({ ...file, chosen: true })) }),
  }
  const facts = await loadFiling(tx, actor, values, now)
  // Nothing is filed any more under the category of the case it is related to.
  if (!facts.category) delete values.categoryId
  return settleFiling(values, { before: {}, customerBefore: null, facts, filer: actor })
}

/** Answers go where the person is now, if that is known; the message it was made from stays. */
async function goOn(tx: Tx, actor: AccountActor, draftId: string, origin: DraftOrigin): Promise<DraftRow> {
  const draft = await requireDraft(tx, actor, draftId)
  const now = { ...draft.origin, ...origin, ...(draft.origin.message && { message: draft.origin.message }) }
  await saveDraftOrigin(tx, draftId, now)
  return { ...draft, origin: now }
}

/** Where another form of the actor's was opened; its message stays its own. */
async function placeOf(tx: Tx, actor: AccountActor, draftId: string | undefined): Promise<Partial<DraftOrigin>> {
  const origin = draftId === undefined ? undefined : (await findDraft(tx, actor, draftId))?.origin
  if (!origin?.responseUrl) return {}
  const { channelId, responseUrl, responseUrlUntil } = origin
  return { ...(channelId && { channelId }), responseUrl, ...(responseUrlUntil && { responseUrlUntil }) }
}

/** The same delivery makes the same id, so that it finds its draft again. It is no secret: a draft opens to its own account only. */
function draftIdOf(deliveryKey: string): string {
  return `draft-${createHash('sha256').update(deliveryKey).digest('hex').slice(0, 32)}`
}
