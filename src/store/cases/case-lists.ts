import type { ReadCase } from '../../domain/access/partner.js'
import type { AccountActor } from '../../domain/actor.js'
import type { CaseState, Severity } from '../../domain/words.js'
import type { Tx } from '../open-store.js'
import { casesVisibleTo } from '../visibility.js'

export interface ListedCase extends ReadCase {
  number: number
  customer: { id: number; name: string; domain: string }
  title: string
  state: CaseState
  severity: Severity
  ownerName: string | null
  updatedAt: Date
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
      updatedAt: true,
    },
  })
  return rows.map(({ owner, ...kase }) => ({ ...kase, ownerName: owner?.name ?? null }))
}
