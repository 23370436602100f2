import type { SearchableCategory } from '../../domain/cases/category-search.js'
import type { CategoryChoice, Question } from '../../domain/cases/filing-form.js'
import type { Product } from '../../domain/products.js'
import { readChoices, readKeywords, readLocalized } from '../json-columns.js'
import type { Tx } from '../open-store.js'

/** Product types cases can be filed under, in their order. */
export async function findProducts(tx: Tx): Promise<Product[]> {
  return tx.product.findMany({ where: { active: true }, orderBy: [{ position: 'asc' }, { id: 'asc' }], select: { id: true, name: true, elsewhere: true } })
}

const nodeSelect = { id: true, productId: true, parentId: true, names: true, keywords: true } as const

/**
 * The leaves that cases can be filed under, in the catalogue's order: leaves ask questions, so that a branch whose
 * leaves are gone does not become one. A leaf below a node that is gone is gone too.
 */
export async function findLeaves(tx: Tx, productIds: readonly string[]): Promise<SearchableCategory[]> {
  const nodes = await tx.category.findMany({
    where: { active: true, productId: { in: [...productIds] }, product: { active: true } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { ...nodeSelect, _count: { select: { questions: true } } },
  })
  const known = new Set(nodes.map((node) => node.id))
  const below = new Map<string | null, typeof nodes>()
  for (const node of nodes) {
    if (node.parentId === null || known.has(node.parentId)) below.set(node.parentId, [...(below.get(node.parentId) ?? []), node])
  }
  const walk = (node: (typeof nodes)[number], path: CategoryChoice['path']): SearchableCategory[] => {
    const children = below.get(node.id)
    const name = readLocalized(node.names)
    if (children) return children.flatMap((child) => walk(child, [...path, name]))
    if (node._count.questions === 0) return []
    return [{ id: node.id, productId: node.productId, name, path, keywords: readKeywords(node.keywords) }]
  }
  return productIds.flatMap((productId) => (below.get(null) ?? []).filter((root) => root.productId === productId).flatMap((root) => walk(root, [])))
}

/** A category that cases can be filed under, with its questions; null when it is unknown, gone, or no leaf. */
export async function findLeaf(tx: Tx, id: string): Promise<(CategoryChoice & { questions: Question[] }) | null> {
  const leaf = await tx.category.findFirst({
    where: { id, active: true, product: { active: true }, children: { none: { active: true } }, questions: { some: {} } },
    select: { ...nodeSelect, questions: { orderBy: { position: 'asc' } } },
  })
  const path = leaf && (await findPath(tx, leaf.parentId))
  if (!leaf || !path) return null
  return {
    id: leaf.id,
    productId: leaf.productId,
    name: readLocalized(leaf.names),
    path,
    questions: leaf.questions.map((question) => ({
      id: question.id,
      kind: question.kind,
      label: readLocalized(question.labels),
      hint: question.hints === null ? null : readLocalized(question.hints),
      choices: readChoices(question.choices),
      required: question.required,
      maxLength: question.maxLength,
    })),
  }
}

/** Names from the root down to the node; null when one of them is gone. Three levels in practice. */
async function findPath(tx: Tx, id: string | null): Promise<CategoryChoice['path'] | null> {
  if (id === null) return []
  const node = await tx.category.findFirst({ where: { id, active: true }, select: nodeSelect })
  const above = node && (await findPath(tx, node.parentId))
  return node && above ? [...above, readLocalized(node.names)] : null
}
