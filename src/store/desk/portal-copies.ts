import { handedOut } from '../../domain/cases/attachment.js'
import type { CaseAnswer } from '../../domain/cases/case.js'
import { carriedKinds } from '../../domain/desk/portal-entry.js'
import type { ToldToPortal } from '../../domain/desk/portal-entry.js'
import type { Localized } from '../../domain/words.js'
import { readCaseAnswers, readEntryFacts, readLocalized } from '../json-columns.js'
import type { Tx } from '../open-store.js'

/** What of a filing is carried to the web portal, beside what a held case has. */
export interface CarriedFiling {
  customerDomain: string
  productName: string
  /** Names of the category and of those above it, from the top. */
  category: Localized[]
  answers: CaseAnswer[]
  /** Names of the files that may be handed out. */
  attachments: string[]
  shares: string[]
}

export async function findCarriedFiling(tx: Tx, number: number): Promise<CarriedFiling> {
  const row = await tx.case.findUniqueOrThrow({
    where: { number },
    select: {
      answers: true, categoryId: true,
      customer: { select: { domain: true } }, product: { select: { name: true } },
      attachments: { where: { state: { in: [...handedOut] } }, orderBy: [{ addedAt: 'asc' }, { id: 'asc' }], select: { name: true } },
      shares: { orderBy: { email: 'asc' }, select: { email: true } },
    },
  })
  return {
    customerDomain: row.customer.domain,
    productName: row.product.name,
    category: await categoryPath(tx, row.categoryId),
    answers: readCaseAnswers(row.answers),
    attachments: row.attachments.map(({ name }) => name),
    shares: row.shares.map(({ email }) => email),
  }
}

/** A catalogue is not deeper; one that went round in a circle would have no end. */
const deepest = 10

async function categoryPath(tx: Tx, id: string): Promise<Localized[]> {
  const path: Localized[] = []
  for (let next: string | null = id; next !== null && path.length < deepest;) {
    const row: { names: unknown; parentId: string | null } = await tx.category.findUniqueOrThrow({ where: { id: next }, select: { names: true, parentId: true } })
    path.unshift(readLocalized(row.names))
    next = row.parentId
  }
  return path
}

/**
 * What of a case's history the desk would read if it were here, oldest first: everything, or what came from `since` on.
 * Never a note, and nothing that the desk itself said, or somebody recorded that it did.
 */
export async function findCarriedEntries(tx: Tx, number: number, since: Date | null, take: number): Promise<ToldToPortal[]> {
  const rows = await tx.caseEvent.findMany({
    where: { caseNumber: number, audience: 'CASE', kind: { in: [...carriedKinds] }, ...(since && { at: { gte: since } }) },
    orderBy: { id: 'asc' }, take, select: { at: true, kind: true, authorName: true, text: true, data: true },
  })
  return rows.map(({ data, ...row }) => ({ ...row, data: readEntryFacts(data) })).filter(({ data }) => data?.recordedBy === undefined)
}
