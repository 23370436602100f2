import { welcomeMessage } from '../../slack/views/welcome.js'
import { findToldAccount } from '../../store/approvals/approval-readers.js'
import { slackReader } from '../../store/cases/case-readers.js'
import { findAccountsByIds, findAccountsOfPerson } from '../../store/people/accounts.js'
import { directMessageOnce } from '../post-once.js'
import type { Send } from '../sending.js'

/** Welcomes a new account in its language (ACCOUNT-3), unless it was suspended or is somebody else's meanwhile. */
export const sendWelcome: Send<'welcome'> = async (sending, attempt, { accountId, to }) => {
  const { db } = sending.store
  const [account] = await findAccountsByIds(db, [accountId])
  const told = await findToldAccount(db, accountId)
  if (!account || !told || account.status !== 'ACTIVE') return { how: 'dropped', why: 'the account is not in use' }
  const { slack, organization } = account
  if (slack !== null && (slack.teamId !== to.teamId || slack.userId !== to.userId)) return { how: 'dropped', why: 'the account is somebody else’s' }
  const own = await findAccountsOfPerson(db, to, account.personEmail)
  const others = own.filter((each) => each.id !== accountId && each.status === 'ACTIVE').map((each) => each.organization.primaryDomain)
  const known = await slackReader(db, to)
  const reader = { locale: told.locale ?? known?.locale ?? told.organization.language, timeZone: told.timeZone ?? known?.timeZone ?? 'UTC' }
  await directMessageOnce(sending, attempt, to.userId, welcomeMessage({
    name: account.name, email: account.email, organizationName: organization.name, organizationKind: organization.kind,
    domain: organization.primaryDomain, privileges: account.privileges, otherDomains: [...new Set(others)].sort(),
  }, reader))
  return { how: 'sent' }
}
