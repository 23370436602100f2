import type { LicenceState } from '../../domain/accounts/licence-state.js'
import { readPayload } from '../approvals/approval-payload.js'
import type { Tx } from '../open-store.js'

/** A reseller's pool of free licences, what is taken from it, and what was asked for and can still be decided. */
export async function findLicences(tx: Tx, organization: { id: string; domain: string }, now: Date): Promise<LicenceState> {
  const { id, domain } = organization
  const pool = await tx.licencePool.findUnique({ where: { organizationId: id } })
  const ordered = pool?.ordered ?? false
  const total = ordered ? pool!.total : 0
  const assigned = await tx.licenceAssignment.count({ where: { organizationId: id } })
  const units = await tx.organizationalUnit.findMany({ where: { organizationId: id, automaticLicensing: true }, orderBy: { path: 'asc' }, select: { path: true } })
  const request = await findWaitingLicenceRequest(tx, id, now)
  return {
    domain, ordered, total, assigned,
    left: Math.max(0, total - assigned),
    automaticUnits: units.map(({ path }) => path),
    requested: request && { count: request.count, at: request.at },
  }
}

/** The request for more licences that waits for the desk, with the names of those who are asked. */
export async function findWaitingLicenceRequest(tx: Tx, organizationId: string, now: Date): Promise<{ count: number; at: Date; asked: string[] } | null> {
  const row = await tx.approval.findFirst({
    where: { organizationId, kind: 'EXTRA_LICENCES', state: 'PENDING', OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    orderBy: { createdAt: 'desc' },
    select: { payload: true, createdAt: true, deciders: { select: { account: { select: { name: true } } } } },
  })
  if (!row) return null
  const payload = readPayload('EXTRA_LICENCES', row.payload)
  return {
    count: payload.kind === 'EXTRA_LICENCES' ? payload.count : 0,
    at: row.createdAt,
    asked: row.deciders.map(({ account }) => account.name).sort(),
  }
}

/** Records that the free subscription was ordered, with so many licences. */
export async function openLicencePool(tx: Tx, organizationId: string, total: number): Promise<void> {
  const pool = { ordered: true, total }
  await tx.licencePool.upsert({ where: { organizationId }, create: { organizationId, ...pool }, update: pool })
}

export async function assignLicence(tx: Tx, account: { accountId: string; organizationId: string; assignedAt: Date }): Promise<void> {
  await tx.licenceAssignment.create({ data: account })
}

export async function freeLicence(tx: Tx, accountId: string): Promise<void> {
  await tx.licenceAssignment.deleteMany({ where: { accountId } })
}
