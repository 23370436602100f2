import type { AccountActor } from '../../domain/actor.js'
import type { WaitReason } from '../../domain/home.js'
import { Prisma } from '../generated/sqlite/client.js'
import type { Tx } from '../open-store.js'
import { casesVisibleTo } from '../visibility.js'
import { caseBranches } from '../visibility-sql.js'
import { inStates } from './case-pages.js'

export interface WaitingCase {
  number: number
  why: Exclude<WaitReason, 'held'>
}

/**
 * Cases that the actor owns, may see, and should do something about, those that have waited longest first, at most `take`
 * of each kind: the desk asked, a solution is there to be tried, the desk's answer is overdue, something is to be carried
 * to the portal, which is a reseller's to do. Each is found along an index that begins with the owner.
 */
export async function findWaitingCases(tx: Tx, actor: AccountActor, now: Date, take: number): Promise<WaitingCase[]> {
  const branches = caseBranches(actor, 'owner')
  if (branches.length === 0) return []
  const overdue = Prisma.sql`c."clockSince" IS NOT NULL AND c."targetAt" < ${now}`
  const always = Prisma.sql`1 = 1`
  const updated = Prisma.sql`c."updatedAt"`
  const kinds = [
    { why: 'overdue', branches: inStates(branches, ['NEW', 'IN_PROGRESS']), where: overdue, since: Prisma.sql`c."targetAt"` },
    { why: 'asks', branches: inStates(branches, ['ACTION_REQUIRED']), where: always, since: updated },
    { why: 'proposed', branches: inStates(branches, ['SOLUTION_PROVIDED']), where: always, since: updated },
    // Not IS NOT NULL, by which SQLite would not enter the index.
    { why: 'portal', branches: actor.organizationKind === 'RESELLER' ? branches : [], where: Prisma.sql`c."portalWaitsSince" <= ${now}`, since: Prisma.sql`c."portalWaitsSince"` },
  ] as const
  const parts = kinds.flatMap(({ why, branches: ways, where, since }, kind) => ways.map((branch) => Prisma.sql`
    SELECT * FROM (
      SELECT c."number" AS "number", ${Prisma.raw(`'${why}'`)} AS "why", ${Prisma.raw(String(kind))} AS "rank", ${since} AS "since" FROM ${branch.from}
      WHERE c."ownerId" = ${actor.accountId} AND (${branch.where}) AND ${where} ORDER BY "since" LIMIT ${take}
    ) b`))
  const rows = await tx.$queryRaw<WaitingCase[]>`${Prisma.join(parts, ' UNION ')} ORDER BY "rank", "since", "number"`
  return rows.map(({ number, why }) => ({ number, why }))
}

/** Files of the actor's that are held back until the actor decides, oldest first. */
export async function findHeldFiles(tx: Tx, actor: AccountActor, take: number): Promise<{ number: number; file: string }[]> {
  const rows = await tx.attachment.findMany({
    where: { addedById: actor.accountId, state: 'HELD', case: casesVisibleTo(actor) },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }], take, select: { caseNumber: true, name: true },
  })
  return rows.map(({ caseNumber, name }) => ({ number: caseNumber, file: name }))
}
