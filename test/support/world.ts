import { prebuiltRoles } from '../../src/domain/privileges.js'
import type { Privilege } from '../../src/domain/privileges.js'
import type { AccountActor } from '../../src/domain/actor.js'
import type { LedgerEntry } from '../../src/domain/access/access.js'
import { products } from '../../src/domain/products.js'
import type { CaseState, OrganizationKind, PartnerState, Seller, Severity, SubscriptionStatus, SupportTier } from '../../src/domain/words.js'
import { findAccount } from '../../src/store/people/accounts.js'
import { installCategories, installProducts, installRoles } from '../../src/store/filing/catalogue-write.js'
import type { Store } from '../../src/store/open-store.js'
import { indexCase, indexCustomers } from '../../src/store/search/search-index.js'
import type { Deps, Settings } from '../../src/usecases/deps.js'
import { smallCatalogue } from './small-catalogue.js'

export const agentPrivileges = ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'] as const satisfies readonly Privilege[]

/** Builds rows for tests, on a clock that stands still. Every builder has defaults for what a test does not care about. */
export class World {
  readonly store: Store
  readonly deps: Deps
  readonly settings: { -readonly [K in keyof Settings]: Settings[K] }
  /** Moved by hand. */
  now = new Date('2026-03-02T09:00:00.000Z')
  /** How often delivery was woken. */
  wakes = 0
  private ids = 0

  constructor(store: Store) {
    this.store = store
    this.settings = { superAdmins: [], attachments: { maxCount: 10, maxBytes: 10_000_000 }, email: true }
    this.deps = {
      store,
      now: () => this.now,
      newId: () => this.id(),
      settings: this.settings,
      wakeDelivery: () => { this.wakes += 1 },
    }
  }

  /** A new id, sortable by time. */
  id(): string {
    this.ids += 1
    return `id-${String(this.ids).padStart(6, '0')}`
  }

  pass(hours: number): void {
    this.now = new Date(this.now.getTime() + hours * 3_600_000)
  }

  hoursAgo(hours: number): Date {
    return new Date(this.now.getTime() - hours * 3_600_000)
  }

  /** Products, a few categories, and the prebuilt roles. */
  async catalogue(): Promise<void> {
    await this.store.transaction(async (tx) => {
      await installProducts(tx, products)
      await installCategories(tx, smallCatalogue)
      await installRoles(tx, prebuiltRoles)
    })
  }

  /** An organization on its domain; its id. */
  async organization(domain: string, more: { kind?: OrganizationKind; supportOnly?: boolean; updatesChannel?: string; createdAt?: Date } = {}): Promise<string> {
    const { kind = 'RESELLER', supportOnly = false, updatesChannel, createdAt = this.now } = more
    const id = this.id()
    await this.store.db.organization.create({
      data: {
        id, kind, supportOnly, name: domain, primaryDomain: domain, createdAt,
        domains: { create: { domain, isPrimary: true } },
        ...(kind === 'RESELLER' && { policy: { create: { updatesChannel: updatesChannel ?? null } } }),
      },
    })
    return id
  }

  /** An account with these privileges, by a role of its own, tied to a Slack user unless that is null; as an actor. */
  async account(email: string, organizationId: string, more: {
    name?: string; personEmail?: string; privileges?: readonly Privilege[]; status?: 'ACTIVE' | 'SUSPENDED'; slackUserId?: string | null
  } = {}): Promise<AccountActor> {
    const { name = email.split('@')[0]!, personEmail = email, privileges = agentPrivileges, status = 'ACTIVE' } = more
    const id = this.id()
    const slackUserId = more.slackUserId === undefined ? `U${id.slice(-6)}` : more.slackUserId
    await this.store.db.account.create({
      data: {
        id, organizationId, email, name, personEmail, status, createdAt: this.now,
        ...(slackUserId !== null && { slackTeamId: 'T1', slackUserId, tiedAt: this.now }),
      },
    })
    if (privileges.length > 0) {
      const roleId = this.id()
      await this.store.db.role.create({ data: { id: roleId, organizationId, name: `role ${roleId}`, kind: 'CUSTOM' } })
      await this.store.db.rolePrivilege.createMany({ data: privileges.map((privilege) => ({ roleId, privilege })) })
      await this.store.db.accountRole.create({ data: { accountId: id, roleId, grantedAt: this.now } })
    }
    return this.actor(id)
  }

  /** The account as an actor, with what the store says it may do. */
  async actor(accountId: string, more: { locale?: string; timeZone?: string } = {}): Promise<AccountActor> {
    const { organization, ...account } = await findAccount(this.store.db, accountId)
    return {
      kind: 'account',
      accountId,
      name: account.name,
      organizationId: organization.id,
      organizationKind: organization.kind,
      domain: organization.primaryDomain,
      supportOnly: organization.supportOnly,
      privileges: account.privileges,
      locale: more.locale ?? 'en-US',
      timeZone: more.timeZone ?? 'UTC',
      slack: account.slack ?? { teamId: 'T1', userId: `U${accountId.slice(-6)}` },
      domains: [organization.primaryDomain],
    }
  }

  /** A customer of a reseller domain (null: of none), with a Workspace subscription bought from it unless told otherwise. */
  async customer(domain: string, resellerId: string | null, more: {
    name?: string; tier?: SupportTier; language?: string; timeZone?: string; subscriptions?: readonly NewSubscription[]
  } = {}): Promise<{ id: number; organizationId: string; subscriptionIds: string[] }> {
    const organizationId = await this.organization(domain, { kind: 'CUSTOMER' })
    const { id } = await this.store.db.customer.create({
      data: {
        organizationId, domain, name: more.name ?? domain, supportTier: more.tier ?? 'STANDARD', resellerId,
        language: more.language ?? null, timeZone: more.timeZone ?? null, createdAt: this.now, updatedAt: this.now,
      },
    })
    if (resellerId !== null) await this.store.db.customerAssignment.create({ data: { id: this.id(), customerId: id, resellerId, from: this.hoursAgo(1000) } })
    const subscriptionIds: string[] = []
    for (const subscription of more.subscriptions ?? [{}]) subscriptionIds.push(await this.subscription(id, subscription))
    await this.store.transaction((tx) => indexCustomers(tx, [id]))
    return { id, organizationId, subscriptionIds }
  }

  async subscription(customerId: number, { productId = 'google-workspace', seller = 'RESELLER', status = 'ACTIVE' }: NewSubscription): Promise<string> {
    const id = this.id()
    await this.store.db.subscription.create({
      data: { id, customerId, productId, skuId: `sku-${id}`, skuName: `${productId} sku`, seller, status, createdAt: this.now },
    })
    return id
  }

  /** A row of the access ledger, of an hour ago unless told otherwise. */
  async ledger(customerId: number, resellerId: string, entry: Partial<LedgerEntry> & Pick<LedgerEntry, 'change'>): Promise<void> {
    const { subscriptionId = null, at = this.hoursAgo(1), actorId = null, actorName = 'Petra', basis = 'CUSTOMER_ADMIN' } = entry
    await this.store.db.accessEntry.create({
      data: { customerId, resellerId, change: entry.change, subscriptionId, at, effectiveAt: entry.effectiveAt ?? at, actorId, actorName, basis },
    })
  }

  /** A support partner's relation to one service of a customer. */
  async relation(customerId: number, partnerId: string, more: { productId?: string; state?: PartnerState } = {}): Promise<string> {
    const id = this.id()
    const { productId = 'google-workspace', state = 'ACTIVE' } = more
    await this.store.db.partnerRelation.create({
      data: { id, customerId, partnerId, productId, state, portal: 'CUSTOMER_CARE_PORTAL', assignedAt: this.now },
    })
    return id
  }

  /** A case of a customer, filed by an actor, or by the customer itself when that is null; indexed. Its number. */
  async case(customerId: number, filedBy: AccountActor | null, more: {
    title?: string; state?: CaseState; severity?: Severity; productId?: string; categoryId?: string
    /** The domain that managed the customer then; the present one unless told otherwise. */
    managedAtFilingId?: string | null
    ownerId?: string | null; updatedAt?: Date; closedAt?: Date; answer?: string
  } = {}): Promise<number> {
    const customer = await this.store.db.customer.findUniqueOrThrow({ where: { id: customerId } })
    const { title = 'Mail is late', state = 'NEW', severity = 'P3', productId = 'google-workspace', categoryId = 'gmail-delayed', updatedAt = this.now } = more
    const { number } = await this.store.db.case.create({
      data: {
        kind: filedBy ? 'DELEGATED' : 'DIRECT', customerId, filedByOrgId: filedBy?.organizationId ?? customer.organizationId,
        filedById: filedBy?.accountId ?? null, filedByName: filedBy?.name ?? 'Customer',
        managedAtFilingId: more.managedAtFilingId === undefined ? customer.resellerId : more.managedAtFilingId,
        ownerId: more.ownerId === undefined ? filedBy?.accountId ?? null : more.ownerId,
        productId, categoryId, title, state, severity, language: 'en', timeZone: 'UTC', filedAt: updatedAt, updatedAt, closedAt: more.closedAt ?? null,
        answers: [{ questionId: 'delayed-what', label: 'What happens?', answer: more.answer ?? 'It is late.' }],
      },
    })
    await this.store.transaction((tx) => indexCase(tx, number))
    return number
  }
}

export interface NewSubscription {
  productId?: string
  seller?: Seller
  status?: SubscriptionStatus
}

/** hikari.example with an agent and acme.example, and boreal.example with an agent and hooli.example. */
export async function smallWorld(store: Store) {
  const world = new World(store)
  await world.catalogue()
  const hikari = await world.organization('hikari.example', { updatesChannel: 'C-UPDATES' })
  const boreal = await world.organization('boreal.example')
  const aiko = await world.account('aiko@hikari.example', hikari, { name: 'Aiko' })
  const sven = await world.account('sven@boreal.example', boreal, { name: 'Sven' })
  const nova = await world.account('nova@hikari.example', hikari, { name: 'Nova', privileges: [] })
  const omar = await world.account('omar@hikari.example', hikari, { name: 'Omar', privileges: ['ADMINISTER', 'SUPPORT'] })
  const acme = await world.customer('acme.example', hikari, { name: 'Acme', language: 'ja', timeZone: 'Asia/Tokyo', tier: 'PREMIUM' })
  const hooli = await world.customer('hooli.example', boreal, { name: 'Hooli' })
  return { world, deps: world.deps, hikari, boreal, aiko, sven, nova, omar, acme, hooli }
}
