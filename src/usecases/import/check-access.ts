/** References and order of ledger rows, and of partner relations. */
import { grantState, grantTakesHours, type LedgerEntry } from '../../domain/access/access.js'
import type { AccessRecord, PartnerRecord } from '../../domain/import/directory-record.js'
import type { ImportProblem, Where } from '../../domain/import/import-problem.js'
import { products } from '../../domain/products.js'
import { addHours } from 'date-fns'
import { domainOf, learn, seenBefore, type Known } from './known.js'

export function checkAccess(known: Known, record: AccessRecord, where: Where): ImportProblem[] {
  const { customer, change, skuId, at } = record
  const fact = known.customers.get(customer)
  if (!fact) return [{ code: 'unknown_reference', field: 'customer', what: 'customer', value: customer }]
  const reseller = record.reseller ?? fact.reseller
  if (reseller === null) return [{ code: 'not_managed', field: 'reseller', customer }]
  if (known.organizations.get(reseller)?.kind !== 'RESELLER' && record.reseller !== undefined) {
    return [{ code: 'unknown_reference', field: 'reseller', what: 'reseller', value: reseller }]
  }
  const first = seenBefore(known, `access ${customer} ${reseller} ${change} ${skuId ?? ''} ${at.getTime()}`, where)
  if (first) return [{ code: 'duplicate', what: 'access', value: `${customer}, ${change}`, ...first }]

  const isSwitch = change === 'SWITCH_ON' || change === 'SWITCH_OFF'
  if (isSwitch && skuId !== undefined) return [{ code: 'switch_has_no_subscription', field: 'subscription' }]
  if (!isSwitch && skuId === undefined) return [{ code: 'missing', field: 'subscription' }]
  if (skuId !== undefined && !holds(known, customer, skuId)) {
    return [{ code: 'unknown_reference', field: 'subscription', what: 'subscription', value: skuId }]
  }
  if (record.effectiveAt && record.effectiveAt < at) return [{ code: 'effective_before', field: 'effectiveAt' }]

  const pair = `${customer} ${reseller}`
  const ledger = known.ledgers.get(pair) ?? []
  if (ledger.some((entry) => entry.change === change && entry.subscriptionId === (skuId ?? null) && entry.at.getTime() === at.getTime())) return []
  const latest = ledger.at(-1)
  if (latest && latest.at > at) return [{ code: 'out_of_order', field: 'at', latest: latest.at }]
  const step = skuId === undefined ? null : grantState(skuId, ledger).step
  learn(known, known.ledgers.file, pair, [...ledger, entryOf(record)])
  const wanted = skuId ?? ''
  if (change === 'GRANT' && step === 'consent_missing') return [{ code: 'consent_before_grant', field: 'change', change, skuId: wanted }]
  if ((change === 'GRANT_CONFIRMED' || change === 'GRANT_WITHDRAWN') && step !== 'granted') return [{ code: 'grant_before_confirm', field: 'change', change, skuId: wanted }]
  if (change === 'CONSENT_WITHDRAWN' && step === 'consent_missing') return [{ code: 'consent_before_grant', field: 'change', change, skuId: wanted }]
  return []
}

/** When the row takes effect at the latest: a grant may take a day (ACCESS-3). Everything else counts at once, the switch too: an import records what is. */
export function effectiveAtOf(record: Pick<AccessRecord, 'change' | 'at' | 'effectiveAt'>): Date {
  return record.effectiveAt ?? (record.change === 'GRANT' ? addHours(record.at, grantTakesHours) : record.at)
}

function entryOf(record: AccessRecord): LedgerEntry {
  const { change, at, skuId, by, basis } = record
  return { change, at, effectiveAt: effectiveAtOf(record), subscriptionId: skuId ?? null, actorId: null, actorName: by ?? '', basis: basis ?? 'IMPORT' }
}

/** Whether the customer bought it from Google: what the reseller sold needs neither consent nor grant. */
function holds(known: Known, customer: string, skuId: string): boolean {
  const key = `${customer} ${skuId} GOOGLE`
  return known.seen.has(`subscription ${key}`) || known.subscriptions.get(key) !== undefined
}

export function checkPartner(known: Known, record: PartnerRecord, where: Where): ImportProblem[] {
  const { customer, partner, productId, state, verifier } = record
  const fact = known.customers.get(customer)
  if (!fact) return [{ code: 'unknown_reference', field: 'customer', what: 'customer', value: customer }]
  const first = seenBefore(known, `partner ${customer} ${partner} ${productId}`, where)
  if (first) return [{ code: 'duplicate', what: 'partner', value: `${customer}, ${partner}, ${productId}`, ...first }]
  const problems: ImportProblem[] = []
  const owner = known.organizations.get(partner)
  if (owner?.kind !== 'RESELLER') problems.push({ code: 'unknown_reference', field: 'partner', what: 'partner', value: partner })
  const ids = products.map(({ id }) => id)
  if (!ids.some((id) => id === productId)) problems.push({ code: 'unknown_reference', field: 'service', what: 'product', value: productId, known: ids })
  const portal = record.portal ?? fact.portal
  if (state === 'PENDING' && portal === 'CUSTOMER_CARE_PORTAL') problems.push({ code: 'pending_in_new_portal', field: 'state' })
  if (state === 'PENDING' && portal === 'SUPPORT_CENTER' && !verifier) problems.push({ code: 'verifier_needed', field: 'verifier' })
  if (verifier && known.accounts.get(verifier) === undefined) problems.push({ code: 'unknown_reference', field: 'verifier', what: 'account', value: verifier })
  else if (verifier && owner && known.organizations.get(domainOf(verifier))?.primaryDomain !== owner.primaryDomain) {
    problems.push({ code: 'not_of_partner', field: 'verifier', email: verifier, partner })
  }
  return problems
}
