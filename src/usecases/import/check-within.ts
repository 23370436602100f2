/** What a reseller's super admin may import: the own organization, and customers of the own domain. */
import { choosablePrivileges, grantableRoles } from '../../domain/accounts/custom-role.js'
import type { AccountRecord, CustomerRecord, DirectoryRecord, OrganizationRecord, RoleRecord } from '../../domain/import/directory-record.js'
import type { ImportProblem } from '../../domain/import/import-problem.js'
import { prebuiltRoles } from '../../domain/privileges.js'
import { prebuiltRole } from './check-people.js'
import { domainOf, organizationOf, type Known } from './known.js'

/** A reseller organization and its primary domain. */
export interface Within {
  organizationId: string
  domain: string
}

/** What limits an import to one reseller's own. */
export interface Bounds {
  within: Within
  /** Ids of the roles that accounts of the batch hold, by address. */
  held: ReadonlyMap<string, ReadonlySet<string>>
  /** What is wrong with the policies of the batch. */
  policies: ReadonlyMap<OrganizationRecord, ImportProblem[]>
}

/**
 * What of a record is not the domain's to import. Everything else answers the same, whether it exists, is another
 * reseller's, or is nobody's (SCOPE-1); it is asked before any other check says what the store knows.
 */
export function checkWithin(known: Known, { within: { domain }, held, policies }: Bounds, record: DirectoryRecord): ImportProblem[] {
  switch (record.type) {
    case 'organization': return checkOrganization(known, domain, record, policies.get(record) ?? [])
    case 'role': return checkRole(known, domain, record)
    case 'account': return checkAccount(known, domain, record, held)
    case 'customer': return checkCustomer(known, domain, record)
    case 'subscription': return isManaged(known, domain, record.customer) ? [] : notYours('customer')
    // The ledger is written by those whose word it is, and relations by the customer.
    case 'access':
    case 'partner': return notYours('customer')
  }
}

function checkOrganization(known: Known, domain: string, record: OrganizationRecord, policy: readonly ImportProblem[]): ImportProblem[] {
  if (record.domain !== domain) return notYours('domain')
  const before = known.organizations.get(domain)
  const foreign = (record.domains ?? []).findIndex((each) => known.organizations.get(each)?.primaryDomain !== domain)
  return [
    ...(record.kind === before?.kind ? [] : notYours('kind')),
    ...(record.supportOnly === undefined || record.supportOnly === before?.supportOnly ? [] : notYours('supportOnly')),
    ...(foreign === -1 ? [] : notYours(`domains[${foreign}]`)),
    ...(record.licences ? notYours('licences') : []),
    ...policy,
  ]
}

function checkRole(known: Known, domain: string, { organization, privileges }: RoleRecord): ImportProblem[] {
  if (organizationOf(known, organization)?.primaryDomain !== domain) return notYours('organization')
  const choosable = choosablePrivileges('RESELLER')
  return privileges.flatMap((privilege, index) => choosable.includes(privilege)
    ? []
    : [{ code: 'expected', field: `privileges[${index}]`, expected: { a: 'one_of', values: choosable }, found: privilege }])
}

/** Roles of other kinds of organizations, and legacy ones that the account does not hold, are granted to nobody (SCOPE-2). */
function checkAccount(known: Known, domain: string, { email, roles }: AccountRecord, held: Bounds['held']): ImportProblem[] {
  if (organizationOf(known, domainOf(email))?.primaryDomain !== domain) return notYours('email')
  const holds = held.get(email) ?? new Set()
  const grantable = grantableRoles(prebuiltRoles, 'RESELLER', holds)
  return (roles ?? []).flatMap((name, index): ImportProblem[] => {
    const prebuilt = prebuiltRole(name)
    if (!prebuilt || grantable.includes(prebuilt)) return []
    return [{ code: 'unknown_reference', field: `roles[${index}]`, what: 'role', value: name, known: grantable.map((role) => role.name) }]
  })
}

/** New ones and the domain's own, whose history is not the file's to tell. */
function checkCustomer(known: Known, domain: string, record: CustomerRecord): ImportProblem[] {
  const holder = record.externalId === undefined ? undefined : known.externalIds.get(record.externalId)
  const free = known.customers.get(record.domain) === undefined && known.organizations.get(record.domain) === undefined
  return [
    ...(free || isManaged(known, domain, record.domain) ? [] : notYours('domain')),
    ...(holder === undefined || isManaged(known, domain, holder) ? [] : notYours('id')),
    ...(record.reseller === undefined || record.reseller === domain ? [] : notYours('reseller')),
    ...(record.assignments ? notYours('assignments') : []),
  ]
}

function isManaged(known: Known, domain: string, customer: string): boolean {
  return known.customers.get(customer)?.reseller === domain
}

function notYours(field: string): ImportProblem[] {
  return [{ code: 'not_yours', field }]
}
