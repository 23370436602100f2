import type { DraftValues } from '../../domain/cases/draft.js'
import { languageFor } from '../../domain/languages.js'
import type { CustomerRow } from '../../store/customers/customers.js'
import { productBlock } from '../access/customer-access.js'
import { beginningOf } from './draft-values.js'
import type { LoadedFiling } from './filing-facts.js'

export interface Settling {
  /** What the form held before the change; empty for a new one. */
  before: DraftValues
  /** The customer the form held before, if that has changed. */
  customerBefore: CustomerRow | null
  facts: LoadedFiling
  /** Whose language and zone stand in where the customer's are not known (CASE-1). */
  filer: { locale: string; timeZone: string }
}

/** What follows from what was chosen: each field of the form stands where the person would have put it. */
export function settleFiling(values: DraftValues, settling: Settling): DraftValues {
  return withMessage(withCategory(withProduct(withZone(withCustomer(values, settling), settling), settling), settling), settling)
}

function withCustomer(values: DraftValues, { facts }: Settling): DraftValues {
  if (values.customerId === undefined || facts.customer) return values
  const { customerId: _, ...rest } = values
  return rest
}

/** Language and time zone follow the customer until the person says otherwise (CASE-1). */
function withZone(values: DraftValues, { before, customerBefore, facts, filer }: Settling): DraftValues {
  const was = zoneFor(customerBefore, filer)
  const is = zoneFor(facts.customer, filer)
  const moved = before.customerId !== values.customerId
  return {
    ...values,
    language: values.language === undefined || (moved && values.language === was.language) ? is.language : values.language,
    timeZone: values.timeZone === undefined || (moved && values.timeZone === was.timeZone) ? is.timeZone : values.timeZone,
  }
}

function zoneFor(customer: CustomerRow | null, filer: Settling['filer']): { language: string; timeZone: string } {
  return { language: languageFor(customer?.language ?? filer.locale), timeZone: customer?.timeZone ?? filer.timeZone }
}

/** The product of a category just chosen; the only one that is open; none that another customer does not have. */
function withProduct(values: DraftValues, { before, facts }: Settling): DraftValues {
  const { access, products, category } = facts
  const { productId, ...rest } = values
  if (category && values.categoryId !== before.categoryId && productId === before.productId) return { ...rest, productId: category.productId }
  const moved = values.customerId !== before.customerId
  const shut = access?.open === true && moved && productId !== undefined && productBlock(access, productId) !== null
  if (productId !== undefined && !shut) return values
  const open = access ? products.filter((product) => !product.elsewhere && productBlock(access, product.id) === null) : []
  return open.length === 1 ? { ...rest, productId: open[0]!.id } : rest
}

/** A category of another product is chosen no more; its answers are kept. Where cases are filed elsewhere it may wait. */
function withCategory(values: DraftValues, { facts }: Settling): DraftValues {
  const { category, products } = facts
  const product = products.find((each) => each.id === values.productId)
  if (!category || !product || product.elsewhere || category.productId === product.id) return values
  const { categoryId: _, ...rest } = values
  return rest
}

/** The message it was made from begins the first long answer, once: emptied by the person it stays empty. */
function withMessage(values: DraftValues, { facts }: Settling): DraftValues {
  const { messageText, categoryId } = values
  if (messageText === undefined || categoryId === undefined || facts.category?.id !== categoryId) return values
  const long = facts.category.questions.find((question) => question.kind === 'LONG_TEXT')
  if (!long || values.answers?.[long.id] !== undefined) return values
  return { ...values, answers: { ...values.answers, [long.id]: beginningOf(messageText, long.maxLength) } }
}
