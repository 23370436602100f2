import type { AccountRecord, OrganizationRecord, RoleRecord } from '../../domain/import/directory-record.js'
import {
  addDomains, changeOrganization, createOrganizations, organizationsToImport, putLicencePool, putPolicy, putUnit,
} from '../../store/directory/organizations.js'
import { organizationsByDomain, rolesAndUnits } from '../../store/directory/look-up.js'
import {
  accountsToImport, assignLicences, changeAccount, createAccounts, grantRoles, putRole, rolesToImport, takeLicence, takeRoles,
} from '../../store/directory/people.js'
import type { Tx } from '../../store/open-store.js'
import { prebuiltRole } from './check-people.js'
import { differences } from './differences.js'
import { domainOf } from './known.js'
import type { Writing } from './writing.js'

export async function writeOrganizations(tx: Tx, writing: Writing, records: OrganizationRecord[]): Promise<void> {
  const counts = writing.counts.organization
  const stored = await organizationsToImport(tx, records.map(({ domain }) => domain))
  for (const record of records) {
    const { kind, name, supportOnly, language, address, policy, licences } = record
    const before = stored.get(record.domain)
    const id = before?.id ?? writing.newId()
    if (!before) await createOrganizations(tx, [{ id, kind, name: name ?? record.domain, primaryDomain: record.domain, createdAt: writing.now }])
    const changes = differences(before ?? {}, { supportOnly, language, address, ...(before && { name }) })
    if (changes) await changeOrganization(tx, id, changes)
    const domains = (record.domains ?? []).filter((domain) => !before?.domains.some((known) => known.domain === domain) && domain !== record.domain)
    await addDomains(tx, id, domains)
    const units = (record.units ?? []).filter((unit) => !before?.units.some((known) => known.path === unit.path && known.automaticLicensing === unit.automaticLicensing))
    for (const unit of units) await putUnit(tx, { id: writing.newId(), organizationId: id, ...unit })
    const decided = kind === 'RESELLER' ? differences(before?.policy ?? {}, policy ?? {}) ?? (before?.policy ? null : {}) : null
    if (decided) await putPolicy(tx, id, decided)
    const pool = licences && differences(before?.licencePool ?? {}, licences)
    if (pool && licences) await putLicencePool(tx, id, licences)
    const changed = Boolean(changes ?? decided ?? pool) || domains.length > 0 || units.length > 0
    if (!before || decided || pool || changes?.supportOnly !== undefined || domains.length > 0) {
      const { policy: held = null, licencePool = null } = before ?? {}
      writing.permissions.push({
        what: 'organization', subjectType: 'organization', subjectId: id,
        ...(before && { before: { supportOnly: before.supportOnly, policy: held, licences: licencePool, domains: before.domains.map(({ domain }) => domain).sort() } }),
        after: { kind, domain: record.domain, supportOnly: supportOnly ?? before?.supportOnly ?? false, addedDomains: domains, ...(decided && { policy: decided }), ...(pool && { licences }) },
      })
    }
    counts[!before ? 'created' : changed ? 'updated' : 'unchanged'] += 1
  }
}

export async function writeRoles(tx: Tx, writing: Writing, records: RoleRecord[]): Promise<void> {
  const counts = writing.counts.role
  const owners = await organizationsByDomain(tx, records.map(({ organization }) => organization))
  const stored = await rolesToImport(tx, [...owners.values()].map(({ id }) => id))
  for (const { organization, name, privileges } of records) {
    const organizationId = owners.get(organization)!.id
    const before = stored.get(`${organizationId} ${name}`)
    const held = new Set<string>(before?.privileges.map(({ privilege }) => privilege))
    if (before && held.size === privileges.length && privileges.every((privilege) => held.has(privilege))) {
      counts.unchanged += 1
      continue
    }
    const id = before?.id ?? writing.newId()
    await putRole(tx, { id, organizationId, name }, privileges)
    writing.permissions.push({ what: 'role', subjectType: 'role', subjectId: id, ...(before && { before: { name, privileges: [...held].sort() } }), after: { name, privileges: [...privileges].sort() } })
    counts[before ? 'updated' : 'created'] += 1
  }
}

export async function writeAccounts(tx: Tx, writing: Writing, records: AccountRecord[]): Promise<void> {
  const counts = writing.counts.account
  const owners = await organizationsByDomain(tx, records.map(({ email }) => domainOf(email)))
  const stored = await accountsToImport(tx, records.map(({ email }) => email))
  const known = await rolesAndUnits(tx, [...owners.values()].map(({ primaryDomain }) => primaryDomain))

  const created: Parameters<typeof createAccounts>[1] = []
  const grants: Parameters<typeof grantRoles>[1] = []
  const licences: Parameters<typeof assignLicences>[1] = []
  for (const record of records) {
    const { email, name, locale, timeZone, status, alertEmail, licence } = record
    const owner = owners.get(domainOf(email))!
    const unitId = record.unit ? known.units.get(`${owner.primaryDomain} ${record.unit}`) : record.unit
    const before = stored.get(email)
    const id = before?.id ?? writing.newId()
    const told = { name, personEmail: record.personEmail, locale, timeZone, status, unitId, alertEmail }
    const changes = before ? differences(before, told) : null
    if (changes) await changeAccount(tx, id, changes)
    if (!before) {
      created.push({
        id, organizationId: owner.id, email, name: name ?? email, personEmail: record.personEmail ?? email, locale: locale ?? null,
        timeZone: timeZone ?? null, status: status ?? 'ACTIVE', unitId: unitId ?? null, alertEmail: alertEmail ?? null, createdAt: writing.now,
      })
    }

    const held = before?.roles.map(({ roleId }) => roleId) ?? []
    const wanted = record.roles && new Set(record.roles.map((role) => prebuiltRole(role)?.id ?? known.roles.get(`${owner.primaryDomain} ${role}`)!))
    const granted = [...(wanted ?? [])].filter((roleId) => !held.includes(roleId))
    const taken = wanted ? held.filter((roleId) => !wanted.has(roleId)) : []
    grants.push(...granted.map((roleId) => ({ accountId: id, roleId, grantedAt: writing.now })))
    if (taken.length > 0) await takeRoles(tx, id, taken)

    // Imports record what is: a licence is taken even from an empty pool (ACCOUNT-2).
    const hadLicence = before?.licence != null
    const licenceTurns = licence !== undefined && licence !== hadLicence
    // Whoever has the person email in Slack is who acts (ACCOUNT-5).
    if (!before || granted.length > 0 || taken.length > 0 || licenceTurns || changes?.status !== undefined || changes?.personEmail !== undefined) {
      writing.permissions.push({
        what: 'account', subjectType: 'account', subjectId: id,
        ...(before && { before: { email, personEmail: before.personEmail, status: before.status, roles: [...held].sort(), licence: hadLicence } }),
        after: {
          email, personEmail: record.personEmail ?? before?.personEmail ?? email, status: status ?? before?.status ?? 'ACTIVE',
          roles: [...(wanted ?? held)].sort(), licence: licence ?? hadLicence,
        },
      })
    }
    if (licenceTurns && licence) licences.push({ accountId: id, organizationId: owner.id, assignedAt: writing.now })
    if (licenceTurns && !licence) await takeLicence(tx, id)
    const changed = changes !== null || granted.length > 0 || taken.length > 0 || licenceTurns
    counts[!before ? 'created' : changed ? 'updated' : 'unchanged'] += 1
  }
  await createAccounts(tx, created)
  await grantRoles(tx, grants)
  await assignLicences(tx, licences)
}
