import type { AccountActor } from '../../domain/actor.js'
import { filingProblems } from '../../domain/cases/case-rules.js'
import type { DraftValues } from '../../domain/cases/draft.js'
import { Refused } from '../../domain/refused.js'
import { closeDraft, findDraft, holdDraft } from '../../store/filing/drafts.js'
import { waitsFor } from '../../store/filing/waiting-filings.js'
import { lockCustomer } from '../../store/customers/customers.js'
import type { Tx } from '../../store/open-store.js'
import { productBlock } from '../access/customer-access.js'
import type { Confirmation } from '../confirm-findings.js'
import type { Deps } from '../deps.js'
import { mergeDraftValues } from './draft-values.js'
import { readFiling } from './filed-case.js'
import type { CompleteFiling } from './filed-case.js'
import { loadFiling } from './filing-facts.js'
import { permitFiling } from '../acting/permit.js'
import { saveFiling } from './save-filing.js'
import { keepValues, permitDraft } from './typed-draft.js'

export interface FileCase {
  draftId: string
  values: DraftValues
  /** Why personal data may stay in it. */
  confirmation?: Confirmation
}

export interface FiledCase {
  number: number
  /** The draft had been filed before. */
  already: boolean
  /** Who has to approve before it is filed, by name; nobody when it is filed (APPROVAL-1). */
  waitsFor: string[]
}

/**
 * Files a delegated case from a draft (CASE-1 to CASE-3). What was typed by who may file is committed first, on its own,
 * so that no refusal and no crash loses it; then everything is decided again on what the store says now. A draft becomes
 * one case, however often it is submitted. A critical one waits for a manager where the domain's policy says so.
 *
 * Throws `Refused`: `other_account`, what `permitFiling` throws, `draft_gone`, `customer_not_found`, `access_missing` (ACCESS-1,
 * ACCESS-2), `fields`, `personal_data` until it is confirmed with a reason (CASE-2), `nobody_to_decide` (APPROVAL-2).
 */
export async function fileCase(deps: Deps, actor: AccountActor, input: FileCase): Promise<FiledCase> {
  const { store } = deps
  const before = await store.transaction(async (tx) => {
    await permitDraft(tx, actor, input.draftId)
    const draft = await holdDraft(tx, actor, input.draftId)
    if (!draft) return filedBefore(tx, actor, input.draftId)
    await keepValues(tx, actor, draft, mergeDraftValues(draft.values, input.values), deps.now())
    return null
  })
  if (before) return before

  const filed = await store.transaction((tx) => file(tx, deps, actor, input))
  if (!filed.already) deps.wakeDelivery()
  return filed
}

async function file(tx: Tx, deps: Deps, actor: AccountActor, { draftId, confirmation }: FileCase): Promise<FiledCase> {
  const now = deps.now()
  await permitFiling(tx, actor)
  // First, so that of two submits at once the second waits here, and then finds the case.
  if (!(await closeDraft(tx, actor, draftId, 'SUBMITTED', now))) return filedBefore(tx, actor, draftId)
  const draft = (await findDraft(tx, actor, draftId))!
  const filing = await decide(tx, deps, actor, draft.values, now)
  const saved = await saveFiling(tx, deps, actor, { draft, kase: readFiling(filing, actor, confirmation), now })
  return { ...saved, already: false }
}

async function filedBefore(tx: Tx, actor: AccountActor, draftId: string): Promise<FiledCase> {
  const draft = await findDraft(tx, actor, draftId)
  if (draft?.state !== 'SUBMITTED' || draft.caseNumber === null) throw new Refused({ code: 'draft_gone' })
  return { number: draft.caseNumber, already: true, waitsFor: await waitsFor(tx, draft.caseNumber) }
}

/** The rows the filing names, when there is nothing against it. */
async function decide(tx: Tx, deps: Deps, actor: AccountActor, values: DraftValues, now: Date): Promise<CompleteFiling> {
  const { customerId } = values
  // A change of this customer's access waits, or is seen.
  if (customerId !== undefined) await lockCustomer(tx, customerId)
  const { customer, access, product, category } = await loadFiling(tx, actor, values, now)
  if (customerId !== undefined && !customer) throw new Refused({ code: 'customer_not_found' })

  const missing = customer && { code: 'access_missing' as const, customerId: customer.id, customer: customer.name }
  // Why the product that was chosen is closed, rather than why the one nearest to open is.
  if (missing && access?.block) throw new Refused({ ...missing, block: (product && productBlock(access, product.id)) ?? access.block })
  const problems = filingProblems({ values, customer, product, category, limits: deps.settings.attachments })
  if (problems.length > 0 || !customer || !access || !product || !category) throw new Refused({ code: 'fields', problems })
  const block = productBlock(access, product.id)
  if (missing && block) throw new Refused({ ...missing, block })
  return { values, customer, product, category }
}
