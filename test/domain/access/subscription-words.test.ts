import { describe, expect, it } from 'vitest'
import { subscriptionsMeant } from '../../../src/domain/access/subscription-words.js'
import type { HeldSubscription } from '../../../src/domain/access/access.js'

const held = (id: string, skuId: string, skuName: string, more: Partial<HeldSubscription> = {}) =>
  ({ id, skuId, skuName, productId: 'google-workspace', seller: 'GOOGLE', status: 'ACTIVE', ...more }) as const
const starter = held('s1', '1010020027', 'Google Workspace Business Starter', { status: 'CANCELLED' })
const standard = held('s2', '1010020028', 'Google Workspace Business Standard')
const resold = held('s3', '1010020028', 'Google Workspace Business Standard', { seller: 'RESELLER' })
const vault = held('s4', 'Google-Vault', 'Google Vault', { productId: 'google-vault' })
const former = held('s5', 'Google-Vault-Former-Employee', 'Google Vault - Former Employee', { productId: 'google-vault' })

describe('the words of a subscription', () => {
  const all = [starter, standard, resold, vault, former]
  it.each<[string, string, string[]]>([
    ['part of a name, in any case', 'STANDARD', ['s2']],
    ['full-width letters', 'Ｆｏｒｍｅｒ', ['s5']],
    ['a SKU’s id', '1010020028', ['s2']],
    ['what was bought from Google before the same from the reseller', 'business standard', ['s2']],
    ['what is active before what has ended', 'business', ['s2']],
    ['what has ended, when nothing else is meant', 'starter', ['s1']],
    ['a name spelled out before one that holds it', 'google vault', ['s4']],
    ['a SKU’s id before one that begins like it', 'google-vault-former-employee', ['s5']],
    ['a SKU’s id before a product’s', 'google-vault', ['s4']],
    ['a product’s name, of which one is active', 'Google Workspace', ['s2']],
    ['a product’s id', 'google-workspace', ['s2']],
    ['the id of a button', 's3', ['s3']],
    ['several', 'google', ['s2', 's3', 's4', 's5']],
    ['nobody’s words', 'meet', []],
    ['no words', ' ', []],
  ])('%s', (_, words, ids) => {
    expect(subscriptionsMeant(words, all).map(({ id }) => id)).toEqual(ids)
  })
})
