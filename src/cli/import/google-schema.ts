/** What Google's Reseller API answers: `subscriptions.list` and `customers.get`. What the bot does not use is passed over. */
import { z } from 'zod'
import type { DirectoryRecord } from '../../domain/import/directory-record.js'
import type { SubscriptionStatus } from '../../domain/words.js'
import { addressFields, addressOf, domain, email, id, milliseconds, text, told } from './fields.js'

/** Google's statuses beside ours: what is not active yet opens nothing. */
const statuses = {
  ACTIVE: 'ACTIVE', SUSPENDED: 'SUSPENDED', PENDING: 'SUSPENDED', BILLING_ACTIVATION_PENDING: 'SUSPENDED', CANCELLED: 'CANCELLED', CANCELED: 'CANCELLED',
} as const satisfies Record<string, SubscriptionStatus>

const seatCount = z.number().optional()

const subscription = z.object({
  customerId: id.optional(), customerDomain: domain, subscriptionId: id.optional(), skuId: id, skuName: text().optional(),
  plan: z.object({ planName: text(50).optional() }).optional(),
  seats: z.object({ numberOfSeats: seatCount, licensedNumberOfSeats: seatCount, maximumNumberOfSeats: seatCount }).optional(),
  status: z.enum(Object.keys(statuses) as (keyof typeof statuses)[]).optional(),
  creationTime: milliseconds.optional(),
})

/** The API is the reseller's: everything in it was bought from the reseller. */
function subscriptionRecords(value: z.output<typeof subscription>): DirectoryRecord[] {
  const { customerDomain, customerId, seats } = value
  return [
    { type: 'customer', mentioned: true, domain: customerDomain, ...told({ externalId: externalIdOf(customerId, customerDomain) }) },
    {
      type: 'subscription', customer: customerDomain, skuId: value.skuId, seller: 'RESELLER',
      ...told({
        skuName: value.skuName, planName: value.plan?.planName, status: value.status && statuses[value.status],
        seats: seats?.numberOfSeats ?? seats?.licensedNumberOfSeats ?? seats?.maximumNumberOfSeats,
        externalId: value.subscriptionId, createdAt: value.creationTime,
      }),
    },
  ]
}

const customer = z.object({
  customerId: id.optional(), customerDomain: domain, alternateEmail: email.optional(), phoneNumber: text(50).optional(),
  postalAddress: z.object(addressFields).optional(),
})

function customerRecords({ customerId, customerDomain, alternateEmail, phoneNumber, postalAddress }: z.output<typeof customer>): DirectoryRecord[] {
  return [{
    type: 'customer', domain: customerDomain,
    ...told({
      externalId: externalIdOf(customerId, customerDomain), name: postalAddress?.organizationName, contactName: postalAddress?.contactName,
      contactEmail: alternateEmail, contactPhone: phoneNumber, address: postalAddress && addressOf(postalAddress),
    }),
  }]
}

/** Google takes a domain where it expects an id; only the id stays when the domain changes. */
function externalIdOf(customerId: string | undefined, customerDomain: string): string | undefined {
  return customerId === customerDomain ? undefined : customerId
}

export type GoogleKind = 'subscription' | 'customer'

export const google = {
  subscription: { fields: Object.keys(subscription.shape), parse: (input: unknown) => subscription.transform(subscriptionRecords).safeParse(input) },
  customer: { fields: Object.keys(customer.shape), parse: (input: unknown) => customer.transform(customerRecords).safeParse(input) },
} satisfies Record<GoogleKind, unknown>
