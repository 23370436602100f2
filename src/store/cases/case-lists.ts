import type { ReadCase } from '../../domain/access/partner.js'
import type { AccountActor } from '../../domain/actor.js'
import type { ResponseClock } from '../../domain/clocks/response-clock.js'
import type { CaseState, Severity } from '../../domain/words.js'
import type { Tx } from '../open-store.js'
import { clockSelect, readClock } from './held-case.js'
import { casesVisibleTo } from '../visibility.js'

export interface ListedCase extends ReadCase {
  number: number
  customer: { id: number; name: string; domain: string }
  title: string
  state: CaseState
  severity: Severity
  ownerName: string | null
  filedAt: Date
  updatedAt: Date
  escalated: boolean
  clock: ResponseClock
  portalWaits: 'case' | 'news' | null
}

/** What the list shows of these cases, those the actor may see, by last update, newest first (CASE-7). */
export async function findListedCases(tx: Tx, actor: AccountActor, numbers: readonly number[]): Promise<ListedCase[]> {
  const rows = await tx.case.findMany({
    where: { AND: [casesVisibleTo(actor), { number: { in: [...numbers] } }] },
    orderBy: [{ updatedAt: 'desc' }, { number: 'desc' }],
    select: {
      number: true,
      customer: { select: { id: true, name: true, domain: true } },
      productId: true,
      filedByOrgId: true,
      kind: true,
      title: true,
      state: true,
      severity: true,
      owner: { select: { name: true } },
      filedAt: true,
      updatedAt: true,
      escalatedAt: true,
      portalNumber: true,
      portalWaitsSince: true,
      ...clockSelect,
    },
  })
  return rows.map(({ owner, escalatedAt, portalNumber, portalWaitsSince, ...row }) => ({
    number: row.number,
    customer: row.customer,
    productId: row.productId,
    filedByOrgId: row.filedByOrgId,
    kind: row.kind,
    title: row.title,
    state: row.state,
    severity: row.severity,
    ownerName: owner?.name ?? null,
    filedAt: row.filedAt,
    updatedAt: row.updatedAt,
    escalated: escalatedAt !== null,
    clock: readClock(row),
    portalWaits: portalWaitsSince === null ? null : portalNumber === null ? 'case' : 'news',
  }))
}
