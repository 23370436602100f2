import type { Tx } from '../open-store.js'

/** Whose language and wall clock an answer is in. */
interface Reader {
  locale: string
  timeZone: string
}

/** The language and zone Slack told of a person; null when it never did. */
export async function slackReader(tx: Tx, person: { teamId: string; userId: string }): Promise<Reader | null> {
  const { teamId, userId } = person
  return tx.slackUser.findUnique({ where: { teamId_userId: { teamId, userId } }, select: { locale: true, timeZone: true } })
}

/** The organization that filed the case, and the language it speaks; null without the case. */
export async function filingOrganization(tx: Tx, caseNumber: number): Promise<{ id: string; name: string; language: string } | null> {
  const found = await tx.case.findUnique({
    where: { number: caseNumber },
    select: { filedByOrg: { select: { id: true, name: true, language: true } } },
  })
  return found?.filedByOrg ?? null
}

/** The domain whose updates channel has the case's card: who filed it, of a direct case who managed the customer then (SCOPE-4); null without one. */
export async function announcingOrganization(tx: Tx, caseNumber: number): Promise<{ id: string; language: string } | null> {
  const select = { id: true, language: true } as const
  const found = await tx.case.findUnique({ where: { number: caseNumber }, select: { kind: true, filedByOrg: { select }, managedAtFiling: { select } } })
  return (found?.kind === 'DIRECT' ? found.managedAtFiling : found?.filedByOrg) ?? null
}

/**
 * Which of the organizations the case still concerns (SCOPE-3, SCOPE-4, SCOPE-5): the reseller domain that managed
 * its customer when it was filed and manages it now, the partner that filed it and is still assigned to its service,
 * the customer itself.
 */
export async function stillConcerned(tx: Tx, caseNumber: number, organizationIds: readonly string[]): Promise<string[]> {
  const found = await tx.case.findUnique({
    where: { number: caseNumber },
    select: {
      managedAtFilingId: true,
      filedByOrgId: true,
      productId: true,
      customer: {
        select: {
          organizationId: true,
          resellerId: true,
          partnerRelations: { where: { state: 'ACTIVE', partnerId: { in: [...organizationIds] } }, select: { partnerId: true, productId: true } },
        },
      },
    },
  })
  if (!found) return []
  const { customer } = found
  return organizationIds.filter(
    (id) =>
      customer.organizationId === id ||
      (found.managedAtFilingId === id && customer.resellerId === id) ||
      (found.filedByOrgId === id &&
        customer.partnerRelations.some((relation) => relation.partnerId === id && relation.productId === found.productId)),
  )
}

/** What an email about a shared case needs; null when it is not shared with the address any more. */
export async function findShare(tx: Tx, caseNumber: number, email: string): Promise<{ language: string; timeZone: string } | null> {
  const share = await tx.caseShare.findUnique({
    where: { caseNumber_email: { caseNumber, email } },
    select: { case: { select: { language: true, timeZone: true } } },
  })
  return share?.case ?? null
}
