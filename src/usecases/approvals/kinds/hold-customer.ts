import { findCustomerFor, lockCustomer } from '../../../store/customers/customers.js'
import type { CustomerRow } from '../../../store/customers/customers.js'
import type { Tx } from '../../../store/open-store.js'
import type { StoredApproval } from '../../../store/approvals/stored-approval.js'

/** The customer of an approval, with others who would change its access waiting; null when the domain does not manage it any more. */
export async function holdCustomerOf(tx: Tx, { customerId, organizationId }: StoredApproval): Promise<CustomerRow | null> {
  if (customerId === null) return null
  await lockCustomer(tx, customerId)
  const customer = await findCustomerFor(tx, organizationId, customerId)
  return customer?.resellerId === organizationId ? customer : null
}

/** The subscription of an approval as its customer holds it now; undefined when it does no more, or it has ended. */
export function heldBy(customer: CustomerRow, { subscriptionId }: StoredApproval): CustomerRow['subscriptions'][number] | undefined {
  return customer.subscriptions.find((held) => held.id === subscriptionId && held.status === 'ACTIVE')
}
