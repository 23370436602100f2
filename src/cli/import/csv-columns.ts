/** The columns of `customers.csv`, and what their cells hold. An empty cell tells nothing: what is stored stays. */
import { z } from 'zod'
import type { DirectoryRecord } from '../../domain/import/directory-record.js'
import { portals, sellers, supportTiers } from '../../domain/words.js'
import { addressOf, domain, email, language, oneOf, text, timeZone, told } from './fields.js'

/** Several SKUs of one customer stand in one cell, with spaces, bars or semicolons between them. */
const skus = z.string().transform((cell) => cell.split(/[\s;|]+/).filter((sku) => sku !== '')).pipe(z.array(text(100)))

const row = z.strictObject({
  domain, name: text().optional(), id: text(100).optional(), reseller: domain.optional(), tier: oneOf(supportTiers).optional(), portal: oneOf(portals).optional(),
  contact_name: text().optional(), contact_email: email.optional(), contact_phone: text(50).optional(),
  country: text().optional(), region: text().optional(), locality: text().optional(), postal_code: text().optional(),
  address: text().optional(), address_2: text().optional(), address_3: text().optional(),
  language: language.optional(), time_zone: timeZone.optional(), sku: skus.optional(), seller: oneOf(sellers).optional(),
})

export const csvColumns = Object.keys(row.shape) as readonly string[]

/** A row by its columns, empty cells left out. */
export function parseCsvRow(cells: Record<string, string>) {
  return row.transform(recordsOf).safeParse(cells)
}

function recordsOf(cells: z.output<typeof row>): DirectoryRecord[] {
  const address = addressOf({
    addressLine1: cells.address, addressLine2: cells.address_2, addressLine3: cells.address_3, locality: cells.locality, region: cells.region,
    postalCode: cells.postal_code, countryCode: cells.country,
  })
  const customer = {
    name: cells.name, externalId: cells.id, reseller: cells.reseller, tier: cells.tier, portal: cells.portal, contactName: cells.contact_name,
    contactEmail: cells.contact_email, contactPhone: cells.contact_phone, address, language: cells.language, timeZone: cells.time_zone,
  }
  const seller = cells.seller ?? 'RESELLER'
  return [
    { type: 'customer', domain: cells.domain, ...told(customer) },
    ...(cells.sku ?? []).map((skuId) => ({ type: 'subscription' as const, customer: cells.domain, skuId, seller })),
  ]
}
