import type { CatalogueCategory } from '../../domain/catalogue/catalogue.js'
import type { Question } from '../../domain/cases/filing-form.js'
import type { Privilege } from '../../domain/privileges.js'
import type { Product } from '../../domain/products.js'
import { sameJson } from '../../domain/same-json.js'
import type { Tx } from '../open-store.js'

/** Each `install…` writes only what differs and answers how many rows that were. */
export async function installProducts(tx: Tx, products: readonly Product[]): Promise<number> {
  const stored = new Map((await tx.product.findMany()).map((row) => [row.id, row]))
  let changed = 0
  for (const [position, { id, name, elsewhere }] of products.entries()) {
    const wanted = { id, name, elsewhere, position, active: true }
    if (sameJson(stored.get(id), wanted)) continue
    await tx.product.upsert({ where: { id }, create: wanted, update: wanted })
    changed += 1
  }
  const gone = [...stored.values()].filter((row) => row.active && !products.some(({ id }) => id === row.id))
  if (gone.length > 0) await tx.product.updateMany({ where: { id: { in: gone.map((row) => row.id) } }, data: { active: false } })
  return changed + gone.length
}

/** Categories come parents first. A category's questions are replaced together: answers keep the words they were asked in. */
export async function installCategories(tx: Tx, categories: readonly CatalogueCategory[]): Promise<number> {
  const rows = await tx.category.findMany({ include: { questions: { orderBy: { position: 'asc' } } } })
  const stored = new Map(rows.map(({ questions, ...row }) => [row.id, { row, questions }]))
  let changed = 0
  for (const { questions, ...category } of categories) {
    const wanted = { ...category, names: { ...category.names }, keywords: [...category.keywords], active: true }
    const before = stored.get(category.id)
    const asked = questions.map((question, position) => questionRow(category.id, question, position))
    const sameCategory = before !== undefined && sameJson(before.row, wanted)
    const sameQuestions = before !== undefined && sameJson(before.questions, asked)
    if (sameCategory && sameQuestions) continue
    changed += 1
    if (!sameCategory) await tx.category.upsert({ where: { id: category.id }, create: wanted, update: wanted })
    if (sameQuestions || (!before && asked.length === 0)) continue
    await tx.categoryQuestion.deleteMany({ where: { OR: [{ categoryId: category.id }, { id: { in: asked.map(({ id }) => id) } }] } })
    await tx.categoryQuestion.createMany({ data: asked })
  }
  const known = new Set(categories.map(({ id }) => id))
  const gone = rows.filter((row) => row.active && !known.has(row.id)).map((row) => row.id)
  if (gone.length > 0) await tx.category.updateMany({ where: { id: { in: gone } }, data: { active: false } })
  return changed + gone.length
}

function questionRow(categoryId: string, question: Question, position: number) {
  const { id, kind, label, hint, choices, required, maxLength } = question
  const options = choices.map((choice) => ({ id: choice.id, labels: { ...choice.label } }))
  return {
    id, categoryId, position, kind, labels: { ...label }, required, maxLength,
    ...(hint ? { hints: { ...hint } } : {}),
    ...(options.length > 0 ? { choices: options } : {}),
  }
}

interface RoleToInstall {
  id: string
  name: string
  kind: 'PREBUILT' | 'LEGACY'
  privileges: readonly Privilege[]
}

/** The roles every organization has. A role that is known no more stays with whom it was granted to. */
export async function installRoles(tx: Tx, roles: readonly RoleToInstall[]): Promise<number> {
  const rows = await tx.role.findMany({ where: { organizationId: null }, include: { privileges: true } })
  const stored = new Map(rows.map((row) => [row.id, { ...row, privileges: row.privileges.map(({ privilege }) => privilege).sort() }]))
  let changed = 0
  for (const { id, name, kind, privileges } of roles) {
    if (sameJson(stored.get(id), { id, organizationId: null, name, kind, privileges: [...privileges].sort() })) continue
    await tx.role.upsert({ where: { id }, create: { id, name, kind }, update: { name, kind } })
    await tx.rolePrivilege.deleteMany({ where: { roleId: id } })
    await tx.rolePrivilege.createMany({ data: privileges.map((privilege) => ({ roleId: id, privilege })) })
    changed += 1
  }
  return changed
}
