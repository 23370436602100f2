/** References of customers and their subscriptions. */
import type { AssignmentFields, CustomerRecord, SubscriptionRecord } from '../../domain/import/directory-record.js'
import type { ImportProblem, Where } from '../../domain/import/import-problem.js'
import { products, productOfSku } from '../../domain/products.js'
import { customerFact, learn, seenBefore, type Known } from './known.js'

export interface ImportDefaults {
  /** Manages the new customers of a file that names no reseller; known ones stay where they are. */
  reseller?: string
}

export function checkCustomer(known: Known, record: CustomerRecord, where: Where, defaults: ImportDefaults): ImportProblem[] {
  const { domain, externalId } = record
  if (!record.mentioned) {
    const first = seenBefore(known, `customer ${domain}`, where)
    if (first) return [{ code: 'duplicate', what: 'customer', value: domain, ...first }]
  }
  const problems: ImportProblem[] = []
  const owner = known.organizations.get(domain)
  if (owner && owner.kind !== 'CUSTOMER') problems.push({ code: 'kind_changed', field: 'domain', domain, is: owner.kind, wanted: 'CUSTOMER' })
  else if (owner && owner.primaryDomain !== domain) problems.push({ code: 'domain_taken', field: 'domain', domain, by: owner.primaryDomain })

  let before = known.customers.get(domain)
  if (externalId !== undefined) {
    const holder = known.externalIds.get(externalId)
    // A customer that Google knows under a new domain is renamed; two customers with one id are a mistake.
    const renamed = holder !== undefined && !before && known.externalIds.file.get(externalId) === undefined
    if (renamed) before = known.customers.get(holder)
    if (holder !== undefined && holder !== domain && !renamed) problems.push({ code: 'external_id_taken', field: 'id', id: externalId, by: holder })
    learn(known, known.externalIds.file, externalId, domain)
  }

  const present = presentReseller(record)
  const reseller = present !== undefined ? present : before ? before.reseller : defaults.reseller ?? soleOf(known.managingResellers)
  if (present === undefined && before && defaults.reseller !== undefined) noteKept(known, domain, before.reseller, defaults.reseller, where)
  if (reseller === undefined) problems.push({ code: 'reseller_needed', field: 'reseller', known: [...known.managingResellers].slice(0, 10) })
  else if (reseller !== null) problems.push(...checkReseller(known, 'reseller', reseller))
  problems.push(...checkAssignments(known, record))
  learn(known, known.customers.file, domain, customerFact(reseller ?? null, record.portal ?? before?.portal ?? 'CUSTOMER_CARE_PORTAL'))
  return problems
}

/** Said once of each customer: an answer of Google's may name it with every subscription. */
function noteKept(known: Known, customer: string, reseller: string | null, wanted: string, where: Where): void {
  if (reseller !== wanted && !seenBefore(known, `kept ${customer}`, where)) known.notes.push({ code: 'reseller_kept', customer, reseller })
}

/** Who manages it by what the record says; undefined when it says nothing. */
export function presentReseller(record: Pick<CustomerRecord, 'reseller' | 'assignments'>): string | null | undefined {
  if (record.reseller !== undefined) return record.reseller
  return record.assignments && (record.assignments.find(({ until }) => until === null)?.reseller ?? null)
}

/** The only reseller there is; undefined when there are none or several. */
export function soleOf(resellers: ReadonlySet<string>): string | undefined {
  return resellers.size === 1 ? [...resellers][0] : undefined
}

function checkReseller(known: Known, field: string, domain: string): ImportProblem[] {
  const owner = known.organizations.get(domain)
  if (owner?.kind !== 'RESELLER' || owner.primaryDomain !== domain) {
    return [{ code: 'unknown_reference', field, what: 'reseller', value: domain, known: [...known.managingResellers].slice(0, 10) }]
  }
  return owner.supportOnly ? [{ code: 'support_only', field, domain }] : []
}

function checkAssignments(known: Known, record: CustomerRecord): ImportProblem[] {
  const assignments = record.assignments
  if (!assignments) return []
  const problems: ImportProblem[] = []
  for (const [index, { reseller, from, until }] of assignments.entries()) {
    problems.push(...checkReseller(known, `assignments[${index}].reseller`, reseller))
    if (until && until < from) problems.push({ code: 'assignment_ends_before', field: `assignments[${index}].until`, reseller })
  }
  const byStart = [...assignments].sort((a, b) => a.from.getTime() - b.from.getTime())
  const overlap = byStart.find((each, index) => index > 0 && overlaps(byStart[index - 1], each))
  if (overlap) problems.push({ code: 'assignments_overlap', field: 'assignments', reseller: overlap.reseller })
  const current = assignments.find(({ until }) => until === null)?.reseller ?? null
  if (record.reseller !== undefined && record.reseller !== current) {
    problems.push({ code: 'reseller_differs', field: 'reseller', reseller: record.reseller ?? 'null', current })
  }
  return problems
}

function overlaps(before: AssignmentFields | undefined, after: AssignmentFields): boolean {
  return before !== undefined && (before.until === null || before.until > after.from)
}

export function checkSubscription(known: Known, record: SubscriptionRecord, where: Where): ImportProblem[] {
  const { customer, skuId, seller, productId } = record
  if (!known.customers.get(customer)) return [{ code: 'unknown_reference', field: 'customer', what: 'customer', value: customer }]
  const key = `${customer} ${skuId} ${seller}`
  const first = seenBefore(known, `subscription ${key}`, where)
  if (first) return [{ code: 'duplicate', what: 'subscription', value: `${customer}, ${skuId}, ${seller}`, ...first }]
  const ids = products.map(({ id }) => id)
  if (productId !== undefined) {
    return ids.some((id) => id === productId) ? [] : [{ code: 'unknown_reference', field: 'product', what: 'product', value: productId, known: ids }]
  }
  const skuName = record.skuName ?? skuId
  return productOfSku({ skuId, skuName }) ? [] : [{ code: 'sku_unknown', field: 'sku', skuId, skuName, known: ids }]
}
