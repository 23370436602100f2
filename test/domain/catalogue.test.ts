import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/domain/catalogue/catalogue.js'
import { products } from '../../src/domain/products.js'

const byId = new Map(catalogue.map((category) => [category.id, category]))
const parents = new Set(catalogue.map((category) => category.parentId))
const leaves = catalogue.filter((category) => !parents.has(category.id))

function path(id: string | null): string[] {
  const category = id === null ? undefined : byId.get(id)
  return category ? [...path(category.parentId), category.names.en] : []
}

describe('the catalogue', () => {
  it.each(products.map((product) => [product.id, product.elsewhere] as const))('has leaves for %s unless its cases are filed elsewhere', (id, elsewhere) => {
    expect(leaves.some((leaf) => leaf.productId === id)).toBe(!elsewhere)
  })

  it('has about sixty leaves in all', () => {
    expect(leaves.length).toBeGreaterThanOrEqual(60)
  })

  it('calls everything by an id of its own', () => {
    const ids = [...catalogue.map((category) => category.id), ...catalogue.flatMap((category) => category.questions.map((question) => question.id))]
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('has siblings in their own places', () => {
    const places = catalogue.map((category) => `${category.productId}/${category.parentId}/${category.position}`)
    expect(new Set(places).size).toBe(places.length)
  })
})

describe.each(leaves.map((leaf) => [leaf.id, leaf] as const))('the leaf %s', (_, leaf) => {
  it('asks two to four questions: what happens first, optional ones last', () => {
    expect(leaf.questions.length).toBeGreaterThanOrEqual(2)
    expect(leaf.questions.length).toBeLessThanOrEqual(4)
    expect(leaf.questions.find((question) => question.kind === 'LONG_TEXT')).toMatchObject({ id: `${leaf.id}.what`, required: true, maxLength: 3000 })
    const required = leaf.questions.map((question) => question.required)
    expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)))
  })

  it('is found by more words than its name', () => {
    expect(leaf.keywords.length).toBeGreaterThanOrEqual(5)
  })
})

describe.each(catalogue.map((category, index) => [category.id, category, index] as const))('the category %s', (id, category, index) => {
  it('has a readable id, short enough for a block, and stands under its parent, at most three deep', () => {
    expect(id).toMatch(/^[a-z0-9-]{3,60}$/)
    expect(path(id).length).toBeLessThanOrEqual(3)
    const parent = catalogue.findIndex((other) => other.id === category.parentId)
    expect(parent).toBeLessThan(index)
    expect(catalogue[parent]?.productId ?? category.productId).toBe(category.productId)
    expect(parents.has(id) && category.questions.length > 0).toBe(false)
  })

  it('is said in English and Japanese, within the limits of Slack', () => {
    const names = [category.names, ...category.questions.flatMap((question) => question.choices.map((choice) => choice.label))]
    const labels = category.questions.flatMap((question) => [question.label, ...(question.hint ? [question.hint] : [])])
    for (const words of [...names, ...labels]) expect(Object.keys(words).filter((language) => words[language])).toEqual(expect.arrayContaining(['en', 'ja']))
    expect(Math.max(...names.flatMap((words) => Object.values(words).map((word) => word!.length)))).toBeLessThanOrEqual(75)
    expect(Math.max(0, ...labels.flatMap((words) => Object.values(words).map((word) => word!.length)))).toBeLessThanOrEqual(150)
    expect(path(category.parentId).join(' > ').length).toBeLessThanOrEqual(75)
  })

  it('offers choices exactly where one is to be chosen', () => {
    expect(category.questions.filter((question) => (question.kind === 'CHOICE') !== question.choices.length > 1)).toEqual([])
    for (const { choices } of category.questions) expect(new Set(choices.map((choice) => choice.id)).size).toBe(choices.length)
    expect(category.questions.every((question) => question.maxLength <= 3000 && question.id === `${id}.${question.id.split('.').at(-1)}`)).toBe(true)
  })
})
