import { describe, expect, it } from 'vitest'
import { productOfSku, products } from '../../src/domain/products.js'

describe('product types', () => {
  it('are filed here, but for Google Cloud (CASE-1)', () => {
    expect(products.filter((product) => product.elsewhere).map((product) => product.id)).toEqual(['google-cloud'])
    expect(new Set(products.map((product) => product.id)).size).toBe(products.length)
  })

  it.each([
    ['1010020027', 'Google Workspace Business Starter', 'google-workspace'],
    ['1010060003', 'Google Workspace Enterprise Essentials', 'google-workspace'],
    ['1010310008', 'Google Workspace for Education Plus', 'google-workspace'],
    ['Google-Apps-Unlimited', 'G Suite Business', 'google-workspace'],
    ['Google-Apps-For-Postini', 'Google Apps Message Security', 'google-workspace'],
    ['Google-Drive-storage-20GB', 'Google Drive storage 20 GB', 'google-workspace'],
    ['1010340001', 'Google Workspace Enterprise Plus - Archived User', 'google-workspace'],
    ['1010010001', 'Cloud Identity', 'cloud-identity'],
    ['1010050001', 'Cloud Identity Premium', 'cloud-identity'],
    ['1010330004', 'Google Voice Standard', 'google-voice'],
    ['Google-Vault', 'Google Vault', 'google-vault'],
    ['Google-Vault-Former-Employee', 'Google Vault - Former Employee', 'google-vault'],
    ['Google-Chrome-Device-Management', 'Chrome Device Management', 'chrome-enterprise'],
    ['1010400001', 'Chrome Enterprise Premium', 'chrome-enterprise'],
    ['1010380001', 'AppSheet Core', 'appsheet'],
  ])('%s (%s) belongs to %s by its id', (skuId, skuName, productId) => {
    expect(productOfSku({ skuId, skuName: '' })).toBe(productId)
    expect(productOfSku({ skuId, skuName })).toBe(productId)
  })

  it.each([
    ['Google Workspace Frontline Plus', 'google-workspace'],
    ['G Suite Basic', 'google-workspace'],
    ['Cloud Identity Premium', 'cloud-identity'],
    ['Google Voice Premier', 'google-voice'],
    ['Chrome Enterprise Upgrade', 'chrome-enterprise'],
    ['ChromeOS device management', 'chrome-enterprise'],
    ['AppSheet Enterprise Plus', 'appsheet'],
    ['Google Vault', 'google-vault'],
    ['Google Cloud Platform', 'google-cloud'],
    ['Google Maps Platform', 'google-cloud'],
    ['Something else', null],
    ['', null],
  ])('an unknown id is known by its name: %s', (skuName, productId) => {
    expect(productOfSku({ skuId: '999999', skuName })).toBe(productId)
  })
})
