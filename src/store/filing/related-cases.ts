import type { AccountActor } from '../../domain/actor.js'
import type { Tx } from '../open-store.js'
import { casesVisibleTo } from '../visibility.js'

/** The category of a case that the actor may see; null when it may not. */
export async function findCategoryOf(tx: Tx, actor: AccountActor, number: number): Promise<string | null> {
  const row = await tx.case.findFirst({ where: { AND: [casesVisibleTo(actor), { number }] }, select: { categoryId: true } })
  return row?.categoryId ?? null
}

/** Says of a new case for which one it was filed. */
export async function nameRelatedCase(tx: Tx, number: number, relatedCaseNumber: number): Promise<void> {
  await tx.case.update({ where: { number }, data: { relatedCaseNumber } })
}
