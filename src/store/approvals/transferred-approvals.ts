import { approvalKinds } from '../../domain/approvals/approval.js'
import { Prisma } from '../generated/sqlite/client.js'
import type { Tx } from '../open-store.js'

/**
 * Waiting approvals whose customer another domain manages than when they were asked for (SCOPE-3): than the one they
 * belong to, or of a case, which a support partner may have filed, than the one at its filing. What a partner asks for of
 * a case that is filed has nothing to do with who manages the customer. `id`: of that one only.
 */
export async function findTransferred(tx: Tx, { id, take }: { id?: string; take: number }): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "Approval" a
    JOIN "Customer" c ON c."id" = a."customerId"
    LEFT JOIN "Case" k ON k."number" = a."caseNumber"
    WHERE a."state" = 'PENDING' AND CAST(a."kind" AS TEXT) IN (${Prisma.join([...approvalKinds])})
    AND COALESCE(c."resellerId", '') <> CASE WHEN k."number" IS NULL THEN a."organizationId" ELSE COALESCE(k."managedAtFilingId", '') END
    AND NOT (k."number" IS NOT NULL AND CAST(a."kind" AS TEXT) = 'ESCALATION' AND a."organizationId" <> COALESCE(k."managedAtFilingId", ''))
    ${id === undefined ? Prisma.empty : Prisma.sql`AND a."id" = ${id}`}
    ORDER BY a."id" LIMIT ${take}`
  return rows.map((row) => row.id)
}
