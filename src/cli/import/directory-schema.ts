/**
 * The directory file: one map, YAML or JSON, whose sections are lists. Every section may be missing; what a file does not
 * name stays as it is in the store, and `null` empties a field.
 *
 *     organizations: [{ domain, kind, name, domains, supportOnly, language, address, units, policy, licences }]
 *     roles:         [{ organization, name, privileges }]
 *     accounts:      [{ email, name, personEmail, roles, locale, timeZone, unit, licence, status, alertEmail }]
 *     customers:     [{ domain, name, id, reseller, assignments, tier, portal, contact, address, language, timeZone }]
 *     subscriptions: [{ customer, sku, name, seller, product, plan, seats, status, id, since }]
 *     access:        [{ customer, reseller, change, subscription, at, effectiveAt, by, basis, evidence }]
 *     partners:      [{ customer, partner, service, state, portal, verifier, assignedBy, assignedAt, activatedAt, endedAt }]
 */
import { z } from 'zod'
import type { DirectoryRecord } from '../../domain/import/directory-record.js'
import { privileges } from '../../domain/privileges.js'
import { accessBases, accessChanges, desks, organizationKinds, partnerStates, portals, sellers, subscriptionStatuses, supportTiers } from '../../domain/words.js'
import { addressFields, addressOf, between, domain, email, id, language, oneOf, text, time, timeZone, told, unitPath } from './fields.js'

const address = z.strictObject(addressFields).transform(addressOf).nullable()

/** A channel's id or name; people write the name with its mark. */
const channel = z.string().trim().transform((value) => value.replace(/^#/, '')).pipe(text(80))

const organizations = z.strictObject({
  domain, kind: oneOf(organizationKinds), name: text().optional(), domains: z.array(domain).optional(), supportOnly: z.boolean().optional(),
  language: language.optional(), address: address.optional(),
  units: z.array(z.strictObject({ path: unitPath, automaticLicensing: z.boolean().default(false) })).optional(),
  policy: z.strictObject({
    desk: oneOf(desks).optional(), updatesChannel: channel.nullable().optional(), approvalChannel: channel.nullable().optional(),
    p1NeedsApproval: z.boolean().optional(), escalationNeedsApproval: z.boolean().optional(), remindAfterHours: between(1, 720).optional(),
    expireAfterHours: between(1, 8760).optional(), reopenWindowDays: between(0, 3650).optional(),
  }).transform(told).optional(),
  licences: z.strictObject({ ordered: z.boolean(), total: between(0, 100_000).optional() })
    // Fifty come with the free subscription (ACCOUNT-2).
    .transform(({ ordered, total }) => ({ ordered, total: total ?? (ordered ? 50 : 0) })).optional(),
})

const roles = z.strictObject({ organization: domain, name: text(100), privileges: z.array(oneOf(privileges)).transform((list) => [...new Set(list)]) })

const accounts = z.strictObject({
  email, name: text().optional(), personEmail: email.optional(), roles: z.array(text(100)).optional(), locale: language.nullable().optional(),
  timeZone: timeZone.nullable().optional(), unit: unitPath.nullable().optional(), licence: z.boolean().optional(),
  status: oneOf(['ACTIVE', 'SUSPENDED']).optional(), alertEmail: email.nullable().optional(),
})

const customers = z.strictObject({
  domain, name: text().optional(), id: id.optional(), reseller: domain.nullable().optional(),
  assignments: z.array(z.strictObject({ reseller: domain, from: time, until: time.nullable().default(null) })).optional(),
  tier: oneOf(supportTiers).optional(), portal: oneOf(portals).optional(),
  contact: z.strictObject({ name: text().nullable().optional(), email: email.nullable().optional(), phone: text(50).nullable().optional() }).optional(),
  address: address.optional(), language: language.nullable().optional(), timeZone: timeZone.nullable().optional(),
})

const subscriptions = z.strictObject({
  customer: domain, sku: id, name: text().optional(), seller: oneOf(sellers), product: text(50).optional(), plan: text(50).nullable().optional(),
  seats: between(0, 10_000_000).nullable().optional(), status: oneOf(subscriptionStatuses).optional(), id: id.optional(), since: time.optional(),
})

const access = z.strictObject({
  customer: domain, reseller: domain.optional(), change: oneOf(accessChanges), subscription: id.optional(), at: time,
  effectiveAt: time.optional(), by: text().optional(), basis: oneOf(accessBases).optional(), evidence: text(3000).optional(),
})

const partners = z.strictObject({
  customer: domain, partner: domain, service: text(50), state: oneOf(partnerStates), portal: oneOf(portals).optional(),
  verifier: email.nullable().optional(), assignedBy: text().nullable().optional(), assignedAt: time.optional(),
  activatedAt: time.nullable().optional(), endedAt: time.nullable().optional(),
})

interface Section {
  fields: readonly string[]
  parse: (input: unknown) => z.ZodSafeParseResult<DirectoryRecord>
}

function section<S extends z.ZodObject>(schema: S, recordOf: (value: z.output<S>) => DirectoryRecord): Section {
  const whole = schema.transform((value) => told(recordOf(value)) as DirectoryRecord)
  return { fields: Object.keys(schema.shape), parse: (input) => whole.safeParse(input) }
}

/** In the order they are read, each referring to those before it. */
export const sections: Record<string, Section> = {
  organizations: section(organizations, (value) => ({ type: 'organization', ...told(value) }) as DirectoryRecord),
  customers: section(customers, ({ id: externalId, contact, ...value }) => ({
    type: 'customer', ...told({ ...value, externalId, contactName: contact?.name, contactEmail: contact?.email, contactPhone: contact?.phone }),
  }) as DirectoryRecord),
  roles: section(roles, (value) => ({ type: 'role', ...value })),
  accounts: section(accounts, (value) => ({ type: 'account', ...told(value) }) as DirectoryRecord),
  subscriptions: section(subscriptions, ({ sku, name, product, plan, id: externalId, since, ...value }) => ({
    type: 'subscription', skuId: sku, ...told({ ...value, skuName: name, productId: product, planName: plan, externalId, createdAt: since }),
  }) as DirectoryRecord),
  access: section(access, ({ subscription, ...value }) => ({ type: 'access', ...told({ ...value, skuId: subscription }) }) as DirectoryRecord),
  partners: section(partners, ({ service, ...value }) => ({ type: 'partner', productId: service, ...told(value) }) as DirectoryRecord),
}
