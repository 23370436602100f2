/** The category catalogue as it is installed: every node, parents before their children. */
import type { Question } from '../cases/filing-form.js'
import type { ProductId } from '../products.js'
import type { Localized } from '../words.js'
import { administration } from './admin.js'
import { billing } from './billing.js'
import { collaboration } from './collaboration.js'
import { gmail } from './gmail.js'
import type { CatalogueNode, SharedQuestion } from './node.js'
import { appsheet, chrome, cloudIdentity, vault, voice } from './other-products.js'

export interface CatalogueCategory {
  id: string
  productId: string
  /** Null: a root. */
  parentId: string | null
  names: Localized
  /** More words people search by, in any language. */
  keywords: readonly string[]
  /** Among its siblings. */
  position: number
  /** Empty on everything but leaves. */
  questions: readonly Question[]
}

const trees: readonly [product: ProductId, roots: readonly CatalogueNode[]][] = [
  ['google-workspace', [gmail, ...collaboration, ...administration, billing]],
  ['cloud-identity', cloudIdentity],
  ['google-voice', voice],
  ['google-vault', vault],
  ['chrome-enterprise', chrome],
  ['appsheet', appsheet],
]

function laidOut(productId: string, nodes: readonly CatalogueNode[], parent: CatalogueCategory | null): CatalogueCategory[] {
  return nodes.flatMap((node, position) => {
    const words = (node.words ?? '').split(',').map((word) => word.trim()).filter((word) => word !== '')
    const category: CatalogueCategory = {
      id: node.id,
      productId,
      parentId: parent?.id ?? null,
      names: { en: node.en, ja: node.ja },
      // What a branch is searched by finds its leaves: cases are filed under leaves only.
      keywords: [...new Set([...words, ...(parent?.keywords ?? [])])],
      position,
      questions: optionalLast(node.asks ?? []).map(({ key, ...question }) => Object.assign({ id: `${node.id}.${key}` }, question)),
    }
    return [category, ...laidOut(productId, node.holds ?? [], category)]
  })
}

function optionalLast(asks: readonly SharedQuestion[]): SharedQuestion[] {
  return [...asks.filter((question) => question.required), ...asks.filter((question) => !question.required)]
}

export const catalogue: readonly CatalogueCategory[] = trees.flatMap(([productId, roots]) => laidOut(productId, roots, null))
