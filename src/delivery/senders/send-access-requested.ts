import { accessRequested } from '../../slack/views/access/access-requested.js'
import { customerManagedBy, slackReader } from '../../store/cases/case-readers.js'
import { directMessageOnce } from '../post-once.js'
import type { Send } from '../sending.js'

/** Tells a customer's admin who asks for access, while that reseller domain still manages the customer. */
export const sendAccessRequested: Send<'access_requested'> = async (sending, attempt, message) => {
  const { customerId, resellerDomain, requesterName, to } = message
  const { db } = sending.store
  const customer = await customerManagedBy(db, customerId, resellerDomain)
  if (!customer) return { how: 'dropped', why: 'the customer is not managed by the domain any more' }
  const reader = (await slackReader(db, to)) ?? { locale: 'en', timeZone: 'UTC' }
  await directMessageOnce(sending, attempt, to.userId, accessRequested({ customerName: customer.name, requesterName, resellerDomain }, reader))
  return { how: 'sent' }
}
