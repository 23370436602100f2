/** People and requests beside what `startBench` puts: hikari's manager and agents, acme's super admin, the desk. */
import type { ApprovalPayload } from '../../src/domain/approvals/approval.js'
import type { Privilege } from '../../src/domain/privileges.js'
import { createApproval, endWaiting, type ApprovalEnding } from '../../src/store/approvals/approval-write.js'
import { start, type Bench } from './start.js'

const people: { id: string; organizationId: string; privileges: Privilege[] }[] = [
  { id: 'dana', organizationId: 'hikari', privileges: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES', 'DECIDE_REQUESTS'] },
  { id: 'noor', organizationId: 'hikari', privileges: ['DECIDE_REQUESTS'] },
  { id: 'camille', organizationId: 'hikari', privileges: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'] },
  { id: 'sven', organizationId: 'boreal', privileges: ['DECIDE_REQUESTS'] },
  { id: 'liam', organizationId: 'acme', privileges: ['ADMINISTER', 'SUPPORT'] },
]

/** The Slack user of somebody of `people`. */
export const slackOf = (id: string) => ({ teamId: 'T1', userId: `U0${id.toUpperCase()}` })
/** Where that person's direct messages stand in the fake Slack. */
export const directOf = (id: string): string => `D0${id.toUpperCase()}`

export async function putPeople({ store: { db } }: Bench): Promise<void> {
  for (const { id, organizationId, privileges } of people) {
    const slack = slackOf(id)
    await db.account.create({
      data: {
        id, organizationId, email: `${id}@${organizationId}.example`, name: id, personEmail: `${id}@people.example`,
        slackTeamId: slack.teamId, slackUserId: slack.userId, tiedAt: start, createdAt: start,
      },
    })
    await db.role.create({ data: { id: `role-${id}`, organizationId, name: `role of ${id}`, kind: 'CUSTOM' } })
    await db.rolePrivilege.createMany({ data: privileges.map((privilege) => ({ roleId: `role-${id}`, privilege })) })
    await db.accountRole.create({ data: { accountId: id, roleId: `role-${id}`, grantedAt: start } })
  }
  await db.resellerPolicy.update({ where: { organizationId: 'hikari' }, data: { approvalChannel: 'C0DECIDE' } })
  await db.subscription.create({
    data: { id: 's1', customerId: 1, productId: 'google-workspace', skuId: 'sku', skuName: 'Business Plus', seller: 'GOOGLE', status: 'ACTIVE', createdAt: start },
  })
}

/** A request of Camille's for acme, waiting for three days. */
export async function ask(bench: Bench, askedIds: string[], payload: ApprovalPayload = { kind: 'CONSENT' }, id = 'approval-1'): Promise<void> {
  const hours = (count: number): Date => new Date(bench.now().getTime() + count * 3_600_000)
  const about = payload.kind === 'EXTRA_LICENCES' ? { customerId: null, subscriptionId: null } : { customerId: 1, subscriptionId: payload.kind === 'CONSENT' ? 's1' : null }
  await bench.store.transaction((tx) => createApproval(tx, {
    id, payload, organizationId: 'hikari', requesterId: 'camille', caseNumber: null, ...about, createdAt: bench.now(), remindAt: hours(4), expiresAt: hours(72),
  }, askedIds))
}

export async function end(bench: Bench, state: ApprovalEnding['state'], comment: string | null = null, id = 'approval-1'): Promise<void> {
  await bench.store.transaction((tx) => endWaiting(tx, id, { state, decidedById: 'dana', decidedAt: bench.now(), comment }))
}

/** Takes every role of a person away. */
export async function dismiss({ store }: Bench, accountId: string): Promise<void> {
  await store.db.accountRole.deleteMany({ where: { accountId } })
}
