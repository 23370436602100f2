import { subDays } from 'date-fns'
import type { CustomerRecord, SubscriptionRecord } from '../../domain/import/directory-record.js'
import type { Portal, Seller, SupportTier } from '../../domain/words.js'

interface DemoCustomer {
  name: string
  reseller: 'hikari.example' | 'boreal.example'
  tier: SupportTier
  portal: Portal
  language: string
  timeZone: string
  /** Contact, street, town, country. */
  contact: readonly [name: string, email: string, street: string, town: string, country: string]
  skus: readonly (keyof typeof skuNames)[]
  seller?: Seller
}

const skuNames = {
  '1010020027': 'Google Workspace Business Starter',
  '1010020028': 'Google Workspace Business Standard',
  '1010020026': 'Google Workspace Enterprise Standard',
  '1010010001': 'Cloud Identity Free',
  '1010330004': 'Google Voice Standard',
  'Google-Vault': 'Google Vault',
} as const

const care = 'CUSTOMER_CARE_PORTAL'
const center = 'SUPPORT_CENTER'

const customers: Record<string, DemoCustomer> = {
  'acme.example': { name: 'Acme Corporation', reseller: 'hikari.example', tier: 'PREMIUM', portal: care, language: 'de', timeZone: 'Europe/Berlin', contact: ['Petra Vogel', 'petra@acme.example', 'Torstraße 140', 'Berlin', 'DE'], skus: ['1010020026', 'Google-Vault', '1010330004'] },
  'globex.example': { name: 'Globex Corporation', reseller: 'hikari.example', tier: 'STANDARD', portal: center, language: 'en', timeZone: 'America/Chicago', contact: ['Liam Ortiz', 'liam@globex.example', '14 Wacker Drive', 'Chicago', 'US'], skus: ['1010020028'] },
  'initech.example': { name: 'Initech', reseller: 'hikari.example', tier: 'ENHANCED', portal: care, language: 'pt', timeZone: 'Europe/Lisbon', contact: ['Ines Costa', 'ines@initech.example', 'Rua Augusta 24', 'Lisboa', 'PT'], skus: ['1010020028'], seller: 'GOOGLE' },
  'umbrella.example': { name: 'Umbrella Group', reseller: 'hikari.example', tier: 'STANDARD', portal: care, language: 'en', timeZone: 'Europe/London', contact: ['Vera Novak', 'it@umbrella.example', '5 Canal Street', 'Manchester', 'GB'], skus: ['1010020028', 'Google-Vault'], seller: 'GOOGLE' },
  'hooli.example': { name: 'Hooli', reseller: 'boreal.example', tier: 'ENHANCED', portal: care, language: 'en', timeZone: 'America/Los_Angeles', contact: ['Denise Park', 'it@hooli.example', '1 Hooli Way', 'Palo Alto', 'US'], skus: ['1010020026', '1010010001'] },
  'wayne.example': { name: 'Wayne Enterprises', reseller: 'hikari.example', tier: 'STANDARD', portal: care, language: 'en', timeZone: 'America/New_York', contact: ['Lucius Reed', 'it@wayne.example', '1007 Mountain Drive', 'New York', 'US'], skus: ['1010020028'] },
  'stark.example': { name: 'Stark Industries', reseller: 'boreal.example', tier: 'PREMIUM', portal: center, language: 'en', timeZone: 'America/Los_Angeles', contact: ['Pepper Adams', 'it@stark.example', '10880 Point Road', 'Malibu', 'US'], skus: ['1010020026', 'Google-Vault'] },
  'wonka.example': { name: 'Wonka Chocolate', reseller: 'hikari.example', tier: 'PREMIUM', portal: care, language: 'en', timeZone: 'Europe/London', contact: ['Veruca Hill', 'it@wonka.example', '8 Factory Lane', 'York', 'GB'], skus: ['1010020026', 'Google-Vault'] },
  'nakatomi.example': { name: 'Nakatomi Trading (中富商事)', reseller: 'hikari.example', tier: 'STANDARD', portal: care, language: 'ja', timeZone: 'Asia/Tokyo', contact: ['Kenji Mori', 'it@nakatomi.example', '1-1 Otemachi', 'Tokyo', 'JP'], skus: ['1010020027'] },
  'tyrell.example': { name: 'Tyrell Robotics', reseller: 'hikari.example', tier: 'ENHANCED', portal: center, language: 'fr', timeZone: 'Europe/Paris', contact: ['Rachel Morel', 'it@tyrell.example', '3 rue des Orfèvres', 'Paris', 'FR'], skus: ['1010020028', '1010010001'] },
  'cyberdyne.example': { name: 'Cyberdyne Systems', reseller: 'boreal.example', tier: 'ENHANCED', portal: care, language: 'sv', timeZone: 'Europe/Stockholm', contact: ['Miles Ek', 'it@cyberdyne.example', 'Kungsgatan 8', 'Göteborg', 'SE'], skus: ['1010020028', '1010330004'] },
  'vandelay.example': { name: 'Vandelay Imports', reseller: 'boreal.example', tier: 'STANDARD', portal: center, language: 'en', timeZone: 'America/New_York', contact: ['Art Costanza', 'it@vandelay.example', '129 West 81st Street', 'New York', 'US'], skus: ['1010020027'] },
  'oceanic.example': { name: 'Oceanic Airways', reseller: 'boreal.example', tier: 'PREMIUM', portal: care, language: 'ko', timeZone: 'Asia/Seoul', contact: ['Sun Kwon', 'it@oceanic.example', '815 Hangang-daero', 'Seoul', 'KR'], skus: ['1010020026'] },
}

/** How long ago wayne.example went from boreal to hikari. */
export const transferredDaysAgo = 30
const customerForDays = 400

/** Customers, each with its subscriptions. */
export function demoCustomers(now: Date): (CustomerRecord | SubscriptionRecord)[] {
  const began = subDays(now, customerForDays)
  const moved = subDays(now, transferredDaysAgo)
  return Object.entries(customers).flatMap(([domain, customer], index): (CustomerRecord | SubscriptionRecord)[] => {
    const { name, reseller, tier, portal, language, timeZone, contact, skus, seller = 'RESELLER' } = customer
    const [contactName, contactEmail, addressLine1, locality, countryCode] = contact
    const assignments = domain === 'wayne.example'
      ? [{ reseller: 'boreal.example', from: began, until: moved }, { reseller, from: moved, until: null }]
      : [{ reseller, from: began, until: null }]
    return [
      {
        type: 'customer', domain, name, reseller, assignments, tier, portal, language, timeZone, contactName, contactEmail,
        externalId: `C0demo${String(index + 1).padStart(2, '0')}`, address: { organizationName: name, addressLine1, locality, countryCode },
      },
      ...skus.map((skuId): SubscriptionRecord => ({
        type: 'subscription', customer: domain, skuId, skuName: skuNames[skuId], seller, planName: 'ANNUAL', seats: 20 + index * 15, status: 'ACTIVE', createdAt: began,
      })),
    ]
  })
}
