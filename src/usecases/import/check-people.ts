/** References of organizations, roles and accounts. */
import type { AccountRecord, OrganizationRecord, RoleRecord } from '../../domain/import/directory-record.js'
import type { ImportProblem, Where } from '../../domain/import/import-problem.js'
import { prebuiltRoles } from '../../domain/privileges.js'
import { channelFields } from '../../store/people/channel-holders.js'
import type { ChannelField } from '../../store/people/channel-holders.js'
import { domainOf, learn, organizationOf, seenBefore, type Known } from './known.js'

export function checkOrganization(known: Known, record: OrganizationRecord, where: Where): ImportProblem[] {
  const { domain, kind } = record
  const first = seenBefore(known, `organization ${domain}`, where)
  if (first) return [{ code: 'duplicate', what: 'organization', value: domain, ...first }]
  const problems: ImportProblem[] = []
  const before = known.organizations.get(domain)
  if (before && before.primaryDomain !== domain) problems.push({ code: 'domain_taken', field: 'domain', domain, by: before.primaryDomain })
  else if (before && before.kind !== kind) problems.push({ code: 'kind_changed', field: 'kind', domain, is: before.kind, wanted: kind })
  if (record.policy && kind !== 'RESELLER') problems.push({ code: 'only_resellers', field: 'policy', domain })
  for (const [index, each] of (record.domains ?? []).entries()) {
    const owner = known.organizations.get(each)
    if (owner && owner.primaryDomain !== domain) problems.push({ code: 'domain_taken', field: `domains[${index}]`, domain: each, by: owner.primaryDomain })
  }
  problems.push(...checkChannels(known, record))
  const fact = { primaryDomain: domain, kind, supportOnly: record.supportOnly ?? before?.supportOnly ?? false }
  for (const each of [domain, ...(record.domains ?? [])]) learn(known, known.organizations.file, each, fact)
  for (const { path } of record.units ?? []) learn(known, known.units.file, `${domain} ${path}`, true)
  if (kind === 'RESELLER' && !fact.supportOnly && !known.managingResellers.has(domain)) {
    known.managingResellers.add(domain)
    known.undo.push(() => known.managingResellers.delete(domain))
  }
  return problems
}

/** A channel belongs to one reseller domain (SCOPE-1). A domain that the file gave another one before has left its own. */
function checkChannels(known: Known, { domain, policy }: OrganizationRecord): ImportProblem[] {
  const { file, store } = known.channels
  const key = (primaryDomain: string, field: ChannelField): string => `${primaryDomain} ${field}`
  const given = channelFields.flatMap((field) => (policy?.[field] === undefined ? [] : [{ primaryDomain: domain, field, channel: policy[field] }]))
  for (const each of given) learn(known, file, key(domain, each.field), each)
  return given.flatMap(({ field, channel }): ImportProblem[] => {
    if (channel === null) return []
    const named = [...file.values()].filter((each) => each.channel === channel)
    const kept = (store.get(channel) ?? []).filter((holder) => !file.has(key(holder.primaryDomain, holder.field)))
    const other = [...named, ...kept].find(({ primaryDomain }) => primaryDomain !== domain)
    return other ? [{ code: 'channel_taken', field: `policy.${field}`, channel, of: other.field, by: other.primaryDomain }] : []
  })
}

export function checkRole(known: Known, record: RoleRecord, where: Where): ImportProblem[] {
  const { organization, name } = record
  if (prebuiltRole(name)) return [{ code: 'role_is_prebuilt', field: 'name', name }]
  const owner = organizationOf(known, organization)
  if (!owner) return [{ code: 'unknown_reference', field: 'organization', what: 'organization', value: organization }]
  const key = `${owner.primaryDomain} ${name}`
  const first = seenBefore(known, `role ${key}`, where)
  if (first) return [{ code: 'duplicate', what: 'role', value: `${organization}, ${name}`, ...first }]
  learn(known, known.roles.file, key, true)
  return []
}

export function checkAccount(known: Known, record: AccountRecord, where: Where): ImportProblem[] {
  const { email, unit } = record
  const first = seenBefore(known, `account ${email}`, where)
  if (first) return [{ code: 'duplicate', what: 'account', value: email, ...first }]
  const owner = organizationOf(known, domainOf(email))
  if (!owner) return [{ code: 'not_on_domains', field: 'email', email, domain: domainOf(email) }]
  learn(known, known.accounts.file, email, { organization: owner.primaryDomain })
  const problems: ImportProblem[] = []
  for (const [index, role] of (record.roles ?? []).entries()) {
    if (prebuiltRole(role) || known.roles.get(`${owner.primaryDomain} ${role}`) !== undefined) continue
    problems.push({ code: 'unknown_reference', field: `roles[${index}]`, what: 'role', value: role, known: prebuiltRoles.map(({ name }) => name) })
  }
  if (unit && known.units.get(`${owner.primaryDomain} ${unit}`) === undefined) {
    problems.push({ code: 'unknown_reference', field: 'unit', what: 'unit', value: unit })
  }
  return problems
}

/** A role every organization has, by its name or its id. */
export function prebuiltRole(name: string): (typeof prebuiltRoles)[number] | undefined {
  return prebuiltRoles.find((role) => role.name === name || role.id === name)
}
