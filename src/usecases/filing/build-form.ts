import type { AccountActor } from '../../domain/actor.js'
import type { DraftOrigin, DraftValues } from '../../domain/cases/draft.js'
import type { FilingForm, ProductChoice, UnfinishedDraft } from '../../domain/cases/filing-form.js'
import { findOpenDrafts } from '../../store/filing/drafts.js'
import type { Tx } from '../../store/open-store.js'
import { customerChoice, productBlock } from '../access/customer-access.js'
import type { LoadedFiling } from './filing-facts.js'
import { customersMatching } from './find-customers.js'

/** Other drafts worth going on with: returned ones first, then the newest, at most three. */
export async function unfinishedDrafts(tx: Tx, actor: AccountActor, besides: string | null): Promise<UnfinishedDraft[]> {
  const drafts = await findOpenDrafts(tx, actor, besides, 3)
  return drafts.map(({ id, values, customerName, updatedAt }) => ({
    draftId: id, title: values.title?.trim() || null, customerName, updatedAt, ...(values.returned && { returned: values.returned }),
  }))
}

/** The form a draft is drawn as. */
export async function buildForm(
  tx: Tx, actor: AccountActor, draft: { id: string; values: DraftValues; origin: DraftOrigin }, facts: LoadedFiling,
): Promise<FilingForm> {
  const { customer, access, category, products, request, managers, related } = facts
  const elsewhere = products.some((product) => product.id === draft.values.productId && product.elsewhere)
  const shown = category && draft.values.categoryId === category.id && !elsewhere
  return {
    draftId: draft.id,
    values: draft.values,
    customer: customer && access && customerChoice(customer, access),
    ...(actor.organizationKind === 'CUSTOMER' && { own: true }),
    ...(related && { related: { number: related.number, title: related.title } }),
    products: products.map(({ id, name, elsewhere }): ProductChoice => ({ id, name, elsewhere, block: access && productBlock(access, id) })),
    category: shown ? category : null,
    ...(request && { accessRequested: { at: request.createdAt, admins: request.asked } }),
    ...(managers.length > 0 && { managers }),
    ...(actor.supportOnly && (await customersMatching(tx, actor, '', 1)).length === 0 && { noCustomers: true }),
    // Whoever comes from a message is about to file that, nothing else.
    unfinished: draft.origin.message ? [] : await unfinishedDrafts(tx, actor, draft.id),
    mayTellAuthor: draft.origin.message?.mayTellAuthor ?? false,
  }
}
