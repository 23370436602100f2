/** Puts planned worlds into a store, one after the other, and takes each out again. */
import type { AccountActor } from '../../src/domain/actor.js'
import type { Store } from '../../src/store/open-store.js'
import { World } from '../support/world.js'
import { managerAt } from './oracle.js'
import { resellers, roles, type CustomerPlan, type Looker, type ResellerName } from './plan.js'

export interface Ground {
  world: World
  organizations: Record<ResellerName | 'desk' | 'stranger', string>
  /** Account ids of lookers made before. */
  people: Map<string, string>
}

export interface Planted {
  customerId: number
  domain: string
  organizationId: string
  subscriptionIds: string[]
  /** In the order of the plan. */
  caseNumbers: number[]
}

/** What all worlds have in common. */
export async function lay(store: Store): Promise<Ground> {
  const world = new World(store)
  await world.catalogue()
  const organizations = {} as Ground['organizations']
  for (const name of resellers) organizations[name] = await world.organization(`${name.toLowerCase()}.example`, { supportOnly: name.startsWith('P') })
  organizations.desk = await world.organization('desk.example', { kind: 'VENDOR' })
  organizations.stranger = await world.organization('stranger.example', { kind: 'CUSTOMER' })
  await store.db.role.createMany({ data: Object.keys(roles).map((name) => ({ id: name, name, kind: 'CUSTOM' as const })) })
  await store.db.rolePrivilege.createMany({ data: Object.entries(roles).flatMap(([roleId, carries]) => carries.map((privilege) => ({ roleId, privilege }))) })
  return { world, organizations, people: new Map() }
}

let planted = 0

export async function plant({ world, organizations }: Ground, plan: CustomerPlan): Promise<Planted> {
  const { db } = world.store
  planted += 1
  const domain = `w${planted}.example`
  const at = (hours: number): Date => world.hoursAgo(hours)
  const manager = managerAt(plan, 0)
  const organizationId = world.id()
  await db.organization.create({ data: { id: organizationId, kind: 'CUSTOMER', name: domain, primaryDomain: domain, createdAt: at(100) } })
  const { id: customerId } = await db.customer.create({
    data: { organizationId, domain, name: domain, supportTier: 'STANDARD', resellerId: manager && organizations[manager], createdAt: at(100), updatedAt: at(100) },
  })
  await db.customerAssignment.createMany({
    data: plan.periods.flatMap(({ by, from }, index) => {
      const next = plan.periods[index + 1]
      return by ? [{ id: world.id(), customerId, resellerId: organizations[by], from: at(from), until: next ? at(next.from) : null }] : []
    }),
  })
  const subscriptionIds = plan.subscriptions.map(() => world.id())
  await db.subscription.createMany({
    data: plan.subscriptions.map(({ product, seller, status }, index) => ({
      id: subscriptionIds[index]!, customerId, productId: product, skuId: `sku-${index}`, skuName: `Sku ${index}`, seller, status, createdAt: at(100),
    })),
  })
  await db.accessEntry.createMany({
    data: plan.ledger.flatMap(({ hoursAgo, change, subscription, delay }) => {
      const by = managerAt(plan, hoursAgo)
      return by ? [{
        customerId, resellerId: organizations[by], change, subscriptionId: subscription === null ? null : subscriptionIds[subscription]!,
        at: at(hoursAgo), effectiveAt: at(hoursAgo - delay), actorName: 'Petra', basis: 'CUSTOMER_ADMIN' as const,
      }] : []
    }),
  })
  await db.partnerRelation.createMany({
    data: plan.relations.map(({ partner, product, state }) => ({
      id: world.id(), customerId, partnerId: organizations[partner], productId: product, state, portal: 'CUSTOMER_CARE_PORTAL' as const, assignedAt: at(90),
    })),
  })
  const cases = await db.case.createManyAndReturn({
    select: { number: true, title: true },
    data: plan.cases.map(({ filedBy, hoursAgo, product, state }, index) => {
      const managed = managerAt(plan, hoursAgo)
      return {
        kind: filedBy === 'customer' ? 'DIRECT' as const : 'DELEGATED' as const, customerId, title: String(index),
        filedByOrgId: filedBy === 'customer' ? organizationId : organizations[filedBy], filedByName: 'Somebody',
        managedAtFilingId: managed && organizations[managed], productId: product, categoryId: 'gmail-delayed', answers: [],
        severity: 'P3' as const, language: 'en', timeZone: 'UTC', state, filedAt: at(hoursAgo), updatedAt: at(hoursAgo),
      }
    }),
  })
  const numbers = new Map(cases.map(({ number, title }) => [title, number]))
  return { customerId, domain, organizationId, subscriptionIds, caseNumbers: plan.cases.map((_kase, index) => numbers.get(String(index))!) }
}

export async function uproot({ world }: Ground, { organizationId }: Planted): Promise<void> {
  await world.store.db.organization.delete({ where: { id: organizationId } })
}

/** The looker's account, with its roles as the store keeps them; each kind of looker is made once, those of the customer in each world. */
export async function actorOf({ world, organizations, people }: Ground, { domain, organizationId }: Planted, { from, roles }: Looker): Promise<AccountActor> {
  const key = `${from === 'customer' ? domain : from} ${roles.join(' ')}`
  let id = people.get(key)
  if (id === undefined) {
    id = world.id()
    await world.store.db.account.create({
      data: {
        id, organizationId: from === 'customer' ? organizationId : organizations[from], email: `${id}@people.example`, name: 'Looker', personEmail: `${id}@people.example`,
        createdAt: world.now, roles: { create: roles.map((roleId) => ({ roleId, grantedAt: world.now })) },
      },
    })
    people.set(key, id)
  }
  return world.actor(id)
}
