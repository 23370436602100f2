import { describe, expect, it } from 'vitest'
import { catalogue } from '../../../src/domain/catalogue/catalogue.js'
import { searchCategories } from '../../../src/domain/cases/category-search.js'
import type { SearchableCategory } from '../../../src/domain/cases/category-search.js'
import type { Localized } from '../../../src/domain/words.js'

const byId = new Map(catalogue.map((category) => [category.id, category]))
const pathOf = (id: string | null): Localized[] => {
  const category = id === null ? undefined : byId.get(id)
  return category ? [...pathOf(category.parentId), category.names] : []
}
const leaves: SearchableCategory[] = catalogue
  .filter((category) => category.questions.length > 0)
  .map(({ id, productId, names, keywords, parentId }) => ({ id, productId, name: names, keywords, path: pathOf(parentId) }))
const ids = (words: string, language = 'en'): string[] => searchCategories(leaves, words, language).map((category) => category.id)

describe('the search for a category (CASE-1)', () => {
  it('gives the catalogue in its order without words', () => {
    expect(ids('')).toEqual(leaves.map((leaf) => leaf.id))
    expect(ids('   ')).toEqual(leaves.map((leaf) => leaf.id))
  })

  it.each([
    ['late', 'gmail-delivery-delayed'], ['messages arrive', 'gmail-delivery-delayed'], ['bounce', 'gmail-delivery-bounced'], ['2fa', 'admin-sign-in-2sv'],
    ['saml', 'security-identity-saml'], ['shared drives', 'drive-sharing-shared-drives'], ['holds', 'vault-retention-holds'], ['gcds', 'identity-directory-sync'],
    ['mx', 'domains-setup-mx'], ['transfer token', 'billing-transfer-reseller'], ['porting', 'voice-numbers-porting'], ['SMTP relay', 'gmail-routing-smtp-relay'],
    ['遅延', 'gmail-delivery-delayed'], ['共有ドライブ', 'drive-sharing-shared-drives'], ['２段階', 'admin-sign-in-2sv'], ['返金', 'billing-payments-invoice'],
    ['환불', 'billing-payments-invoice'], ['垃圾郵件', 'gmail-spam-wanted'], ['försenad', 'gmail-delivery-delayed'], ['forsenad', 'gmail-delivery-delayed'], ['facture', 'billing-payments-invoice'],
  ])('finds %s first at %s', (words, id) => {
    expect(ids(words)[0]).toBe(id)
    expect(ids(words, 'ja')).toContain(id)
  })

  it('wants all the words', () => {
    expect(ids('gmail late')).toEqual(['gmail-delivery-delayed'])
    expect(ids('gmail 返金')).toEqual([])
    expect(ids('nothing of the kind')).toEqual([])
  })

  it('puts names over paths and paths over keywords', () => {
    const make = (id: string, name: string, path: string, keyword: string): SearchableCategory => ({ id, productId: 'p', name: { en: name }, path: [{ en: path }], keywords: [keyword] })
    const all = [make('keyword', 'a', 'b', 'spam'), make('path', 'a', 'Spam', 'c'), make('within', 'Wanted spam', 'b', 'c'), make('begins', 'Spam filter', 'b', 'c'), make('same', 'Spam', 'b', 'c')]
    expect(searchCategories(all, 'spam', 'en').map((each) => each.id)).toEqual(['same', 'begins', 'within', 'path', 'keyword'])
  })

  it('puts the reader’s language over the others', () => {
    const other: SearchableCategory = { id: 'other', productId: 'p', name: { en: 'x', fr: 'agenda' }, path: [], keywords: [] }
    const own: SearchableCategory = { id: 'own', productId: 'p', name: { en: 'agenda', fr: 'y' }, path: [], keywords: [] }
    expect(searchCategories([other, own], 'agenda', 'en')[0]?.id).toBe('own')
    expect(searchCategories([own, other], 'agenda', 'fr-FR')[0]?.id).toBe('other')
  })

  it('finds a whole product by its root’s word', () => {
    expect(ids('カレンダー', 'ja').slice(0, 5).every((id) => id.startsWith('calendar-'))).toBe(true)
    expect(ids('calendar').length).toBeGreaterThanOrEqual(5)
  })
})
