import type { AccessRecord, PartnerRecord, SubscriptionRecord } from '../../domain/import/directory-record.js'
import { productOfSku } from '../../domain/products.js'
import {
  addLedgerEntries, changeRelation, changeSubscription, createRelations, createSubscriptions, ledgerKey, ledgerKeysOf,
  relationsToImport, subscriptionsToImport,
} from '../../store/directory/holdings.js'
import { accountsByEmail, customersByDomain, organizationsByDomain } from '../../store/directory/look-up.js'
import type { PartnerState } from '../../domain/words.js'
import type { Tx } from '../../store/open-store.js'
import { effectiveAtOf } from './check-access.js'
import { differences } from './differences.js'
import type { Writing } from './writing.js'

export async function writeSubscriptions(tx: Tx, writing: Writing, records: SubscriptionRecord[]): Promise<void> {
  const counts = writing.counts.subscription
  const customers = await customersByDomain(tx, domainsOf(records).filter((domain) => !writing.newCustomers.has(domain)))
  const stored = await subscriptionsToImport(tx, [...customers.values()].map(({ id }) => id))
  const created: Parameters<typeof createSubscriptions>[1] = []
  for (const record of records) {
    const { skuId, seller, planName, seats, status, externalId } = record
    const customerId = writing.newCustomers.get(record.customer) ?? customers.get(record.customer)!.id
    const before = stored.get(`${customerId} ${skuId} ${seller}`)
    const skuName = record.skuName ?? before?.skuName ?? skuId
    const productId = record.productId ?? productOfSku({ skuId, skuName })!
    if (!before) {
      created.push({
        id: writing.newId(), customerId, skuId, seller, skuName, productId, planName: planName ?? null, seats: seats ?? null,
        status: status ?? 'ACTIVE', externalId: externalId ?? null, createdAt: record.createdAt ?? writing.now,
      })
      if (!writing.newCustomers.has(record.customer)) writing.accessChanged.add(customerId)
      counts.created += 1
      continue
    }
    const changes = differences(before, { skuName, productId, planName, seats, status, externalId, createdAt: record.createdAt })
    if (changes) await changeSubscription(tx, before.id, changes)
    if (changes?.status ?? changes?.productId) writing.accessChanged.add(customerId)
    counts[changes ? 'updated' : 'unchanged'] += 1
  }
  await createSubscriptions(tx, created)
}

export async function writeAccess(tx: Tx, writing: Writing, records: AccessRecord[]): Promise<void> {
  const counts = writing.counts.access
  const customers = await customersByDomain(tx, domainsOf(records))
  const ids = [...customers.values()].map(({ id }) => id)
  const resellers = await organizationsByDomain(tx, records.flatMap(({ reseller }) => reseller ?? []))
  const subscriptions = await subscriptionsToImport(tx, ids)
  const actors = await accountsByEmail(tx, records.flatMap(({ by }) => by?.toLowerCase() ?? []))
  const held = await ledgerKeysOf(tx, ids)
  const added: Parameters<typeof addLedgerEntries>[1] = []
  for (const record of records) {
    const customer = customers.get(record.customer)!
    const actor = actors.get(record.by?.toLowerCase() ?? '')
    const entry = {
      customerId: customer.id,
      resellerId: record.reseller === undefined ? customer.resellerId! : resellers.get(record.reseller)!.id,
      change: record.change,
      subscriptionId: record.skuId === undefined ? null : subscriptions.get(`${customer.id} ${record.skuId} GOOGLE`)!.id,
      at: record.at,
      effectiveAt: effectiveAtOf(record),
      actorId: actor?.id ?? null,
      actorName: actor?.name ?? record.by ?? writing.importer,
      basis: record.basis ?? 'IMPORT' as const,
      evidence: record.evidence ?? null,
    }
    const known = held.has(ledgerKey(entry))
    if (!known) added.push(entry)
    counts[known ? 'unchanged' : 'created'] += 1
  }
  await addLedgerEntries(tx, added)
  for (const customerId of new Set(added.map((entry) => entry.customerId))) {
    const entries = added.filter((entry) => entry.customerId === customerId)
    writing.permissions.push({ what: 'access', subjectType: 'customer', subjectId: customerId, after: { entries } })
    writing.accessChanged.add(customerId)
  }
}

export async function writePartners(tx: Tx, writing: Writing, records: PartnerRecord[]): Promise<void> {
  const counts = writing.counts.partner
  const customers = await customersByDomain(tx, domainsOf(records))
  const partners = await organizationsByDomain(tx, records.map(({ partner }) => partner))
  const verifiers = await accountsByEmail(tx, records.flatMap(({ verifier }) => verifier ?? []))
  const stored = await relationsToImport(tx, [...customers.values()].map(({ id }) => id))
  const created: Parameters<typeof createRelations>[1] = []
  for (const record of records) {
    const { productId, state, portal, assignedBy, assignedAt, activatedAt, endedAt } = record
    const customer = customers.get(record.customer)!
    const partnerId = partners.get(record.partner)!.id
    const verifierId = record.verifier ? verifiers.get(record.verifier)!.id : record.verifier
    const before = stored.get(`${customer.id} ${partnerId} ${productId}`)
    if (!before) {
      created.push({
        id: writing.newId(), customerId: customer.id, partnerId, productId, state, portal: portal ?? customer.portal,
        verifierId: verifierId ?? null, assignedBy: assignedBy ?? null, assignedAt: assignedAt ?? writing.now,
        activatedAt: activatedAt ?? (state === 'ACTIVE' ? assignedAt ?? writing.now : null), endedAt: endedAt ?? null,
      })
      tell(customer.id, { productId, partnerId, state })
      counts.created += 1
      continue
    }
    const changes = differences(before, { state, portal, verifierId, assignedBy, assignedAt, activatedAt, endedAt })
    if (changes) await changeRelation(tx, before.id, changes)
    if (changes?.state) tell(customer.id, { productId, partnerId, state }, before.state)
    counts[changes ? 'updated' : 'unchanged'] += 1
  }
  await createRelations(tx, created)

  function tell(customerId: number, after: { productId: string; partnerId: string; state: PartnerState }, state?: PartnerState): void {
    writing.permissions.push({ what: 'partner', subjectType: 'customer', subjectId: customerId, ...(state && { before: { ...after, state } }), after })
    writing.accessChanged.add(customerId)
  }
}

function domainsOf(records: { customer: string }[]): string[] {
  return [...new Set(records.map(({ customer }) => customer))]
}
