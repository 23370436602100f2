/** What somebody typed into a form of a case and did not submit: offered when the form is opened again. */
import type { AccountActor } from '../../domain/actor.js'
import type { CaseAction } from '../../domain/cases/case-actions.js'
import { readKeptValues, toJson } from '../json-columns.js'
import type { Tx } from '../open-store.js'

type Whose = Pick<AccountActor, 'accountId'>

/** Text by field; empty when nothing is kept. */
export async function findKeptForm(tx: Tx, { accountId }: Whose, caseNumber: number, form: CaseAction): Promise<Record<string, string>> {
  const row = await tx.keptForm.findUnique({ where: { accountId_caseNumber_form: { accountId, caseNumber, form } }, select: { values: true } })
  return row ? readKeptValues(row.values) : {}
}

/** Keeps what was typed in place of what was kept before. */
export async function saveKeptForm(tx: Tx, { accountId }: Whose, caseNumber: number, form: CaseAction, typed: Readonly<Record<string, string>>, now: Date): Promise<void> {
  const values = toJson(typed)
  await tx.keptForm.upsert({
    where: { accountId_caseNumber_form: { accountId, caseNumber, form } },
    create: { accountId, caseNumber, form, values, updatedAt: now },
    update: { values, updatedAt: now },
  })
}

/** Forgets what was kept of one form. */
export async function forgetKeptForm(tx: Tx, { accountId }: Whose, caseNumber: number, form: CaseAction): Promise<void> {
  await tx.keptForm.deleteMany({ where: { accountId, caseNumber, form } })
}

/** Forgets what nobody came back to. */
export async function forgetOldKeptForms(tx: Tx, keptBefore: Date): Promise<void> {
  await tx.keptForm.deleteMany({ where: { updatedAt: { lt: keptBefore } } })
}
