import { findToldAccount } from '../../../store/approvals/approval-readers.js'
import { findApprovalValue } from '../../../store/approvals/approval-values.js'
import { sendMail } from '../../send-mail.js'
import type { Send } from '../../sending.js'
import { approvalAlertEmail } from './approval-alert-email.js'
import { waitsFor } from './approval-readers.js'

/** Reminds somebody who is asked by email too, at the account's alert address or its own (ACCOUNT-4), while it waits for them. */
export const sendApprovalAlert: Send<'approval_alert'> = async (sending, attempt, { approvalId, accountId }) => {
  const { db } = sending.store
  const approval = await findApprovalValue(db, approvalId)
  const account = approval && (await waitsFor(sending, approval, accountId)) ? await findToldAccount(db, accountId) : null
  if (!approval || !account) return { how: 'dropped', why: 'it does not wait for the account any more' }
  const { name, email, alertEmail, organization } = account
  const told = { name, domain: organization.primaryDomain, customer: approval.customer?.name ?? null }
  const reader = { locale: account.locale ?? organization.language, timeZone: account.timeZone ?? 'UTC' }
  await sendMail(sending, attempt, { ...approvalAlertEmail(told, reader), to: alertEmail ?? email })
  return { how: 'sent' }
}
