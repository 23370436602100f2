import type { AssignmentFields, CustomerRecord } from '../../domain/import/directory-record.js'
import {
  addAssignments, changeCustomer, createCustomers, customersToImport, endAssignments, removeAssignments, type CustomerFields,
} from '../../store/directory/customers.js'
import { createOrganizations, renameOrganization } from '../../store/directory/organizations.js'
import { organizationsByDomain } from '../../store/directory/look-up.js'
import { indexCasesOfCustomers, indexCustomers } from '../../store/search/search-index.js'
import type { Tx } from '../../store/open-store.js'
import { presentReseller } from './check-customers.js'
import { differences } from './differences.js'
import type { Writing } from './writing.js'

type StoredCustomer = Awaited<ReturnType<typeof customersToImport>>[number]
type NewAssignment = Parameters<typeof addAssignments>[1][number]

export async function writeCustomers(tx: Tx, writing: Writing, all: CustomerRecord[]): Promise<void> {
  const records = merged(all)
  const stored = await storedCustomers(tx, records)
  const owners = await organizationsByDomain(tx, namedDomains(records, writing))
  const idOf = (domain: string | null | undefined): string | null => (domain ? owners.get(domain)?.id ?? null : null)

  const fresh = records.filter((record) => !stored.has(record.domain))
  const assignments: NewAssignment[] = []
  const created = await create(tx, writing, fresh, idOf)
  for (const record of fresh) {
    const resellerId = idOf(resellerOfNew(writing, record))
    const told = record.assignments ?? (resellerId ? [{ reseller: '', from: writing.now, until: null }] : [])
    assignments.push(...told.map(({ reseller, from, until }) => ({
      id: writing.newId(), customerId: created.get(record.domain)!, resellerId: (idOf(reseller) ?? resellerId)!, from, until,
    })))
  }

  const changed: number[] = []
  const calledAnew: number[] = []
  for (const record of records) {
    const before = stored.get(record.domain)
    if (!before) continue
    const rename = before.domain !== record.domain
    if (rename) await renameOrganization(tx, before.organizationId, record.domain)
    const reseller = presentReseller(record)
    const changes = differences(before, { ...fieldsOf(record), domain: record.domain, resellerId: reseller === undefined ? undefined : idOf(reseller) })
    if (changes) await changeCustomer(tx, before.id, changes, writing.now)
    const history = await reassign(tx, writing, before, record, changes?.resellerId, idOf)
    assignments.push(...history.added)
    if (history.changed) {
      const began = history.added.map(({ resellerId, from, until }) => ({ resellerId, from, until }))
      const held = before.assignments.map(({ resellerId, from, until }) => ({ resellerId, from, until }))
      writing.permissions.push({
        what: 'customer', subjectType: 'customer', subjectId: before.id, before: { resellerId: before.resellerId, assignments: held },
        after: { resellerId: changes?.resellerId === undefined ? before.resellerId : changes.resellerId, began },
      })
      writing.accessChanged.add(before.id)
    }
    const renamed = changes?.name !== undefined || rename
    if (renamed) calledAnew.push(before.id)
    if (renamed || changes?.externalId !== undefined) changed.push(before.id)
    if (changes || history.changed || !record.mentioned) writing.counts.customer[changes || history.changed ? 'updated' : 'unchanged'] += 1
  }
  await addAssignments(tx, assignments)
  for (const [domain, id] of created) writing.newCustomers.set(domain, id)
  await indexCustomers(tx, [...created.values(), ...changed])
  await indexCasesOfCustomers(tx, calledAnew)
}

/** One record a customer: what only mentions it gives way to what describes it. */
function merged(records: CustomerRecord[]): CustomerRecord[] {
  const byDomain = new Map<string, CustomerRecord>()
  for (const record of records) {
    const before = byDomain.get(record.domain)
    const [first, second] = record.mentioned ? [record, before] : [before, record]
    const { mentioned: _, ...fields } = { ...first, ...second } as CustomerRecord
    byDomain.set(record.domain, before && !(before.mentioned && record.mentioned) ? fields : before ?? record)
  }
  return [...byDomain.values()]
}

/** By the domain they have now, also when the store knows them under an older one. */
async function storedCustomers(tx: Tx, records: CustomerRecord[]): Promise<Map<string, StoredCustomer>> {
  const externalIds = records.flatMap(({ externalId }) => externalId ?? [])
  const rows = await customersToImport(tx, records.map(({ domain }) => domain), externalIds)
  const byDomain = new Map(rows.map((row) => [row.domain, row]))
  const byExternalId = new Map(rows.map((row) => [row.externalId, row]))
  return new Map(records.flatMap((record) => {
    const row = byDomain.get(record.domain) ?? (record.externalId === undefined ? undefined : byExternalId.get(record.externalId))
    return row ? [[record.domain, row] as const] : []
  }))
}

function namedDomains(records: CustomerRecord[], { reseller }: Writing): string[] {
  const resellers = records.flatMap((record) => [record.reseller ?? [], ...(record.assignments ?? []).map((each) => each.reseller)].flat())
  return [...new Set([...records.map(({ domain }) => domain), ...resellers, reseller.told ?? [], reseller.sole ?? []].flat())]
}

function resellerOfNew({ reseller }: Writing, record: CustomerRecord): string | null | undefined {
  const present = presentReseller(record)
  return present !== undefined ? present : reseller.told ?? reseller.sole
}

/** The customers, and organizations for those that have none. Ids by domain. */
async function create(tx: Tx, writing: Writing, records: CustomerRecord[], idOf: (domain: string | null | undefined) => string | null): Promise<Map<string, number>> {
  const organizations: Parameters<typeof createOrganizations>[1] = []
  const rows = records.map((record) => {
    const { domain } = record
    const name = record.name ?? domain
    const organizationId = idOf(domain) ?? writing.newId()
    if (!idOf(domain)) organizations.push({ id: organizationId, kind: 'CUSTOMER', name, primaryDomain: domain, createdAt: writing.now })
    const empty: CustomerFields = {
      domain, name, externalId: null, supportTier: writing.tier, portal: 'CUSTOMER_CARE_PORTAL', contactName: null, contactEmail: null,
      contactPhone: null, address: null, language: null, timeZone: null, resellerId: idOf(resellerOfNew(writing, record)),
    }
    return { ...empty, ...fieldsOf(record), organizationId }
  })
  await createOrganizations(tx, organizations)
  writing.counts.customer.created += rows.length
  return createCustomers(tx, rows, writing.now)
}

/** Only what the record tells. */
function fieldsOf(record: CustomerRecord): Partial<CustomerFields> {
  const { name, externalId, tier, portal, contactName, contactEmail, contactPhone, address, language, timeZone } = record
  const fields = { name, externalId, supportTier: tier, portal, contactName, contactEmail, contactPhone, address, language, timeZone }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

interface History {
  changed: boolean
  added: NewAssignment[]
}

/** A new reseller ends the old assignment and begins another; a told history replaces the stored one. */
async function reassign(
  tx: Tx, writing: Writing, before: StoredCustomer, record: CustomerRecord, newReseller: string | null | undefined,
  idOf: (domain: string) => string | null,
): Promise<History> {
  const add = (each: { resellerId: string; from: Date; until: Date | null }): NewAssignment => ({ id: writing.newId(), customerId: before.id, ...each })
  if (!record.assignments) {
    if (newReseller === undefined) return { changed: false, added: [] }
    const open = before.assignments.filter(({ until }) => until === null)
    await endAssignments(tx, open.map(({ id }) => id), writing.now)
    return { changed: true, added: newReseller ? [add({ resellerId: newReseller, from: writing.now, until: null })] : [] }
  }
  const key = (each: { resellerId: string; from: Date; until: Date | null }): string => `${each.resellerId} ${each.from.getTime()} ${each.until?.getTime()}`
  const told = record.assignments.map(({ reseller, from, until }: AssignmentFields) => ({ resellerId: idOf(reseller)!, from, until }))
  const wanted = new Set(told.map(key))
  const held = new Set(before.assignments.map(key))
  const gone = before.assignments.filter((row) => !wanted.has(key(row)))
  const added = told.filter((each) => !held.has(key(each)))
  await removeAssignments(tx, gone.map(({ id }) => id))
  return { changed: gone.length > 0 || added.length > 0, added: added.map(add) }
}
