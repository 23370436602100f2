/** To whom news of a case may be sent at the moment it is sent, and in which language. */
import type { AccountActor } from '../../domain/actor.js'
import type { Reader } from '../../locales/words.js'
import { findToldAccount } from '../../store/approvals/approval-readers.js'
import { slackReader } from '../../store/cases/case-readers.js'
import { findCase } from '../../store/cases/cases.js'
import type { LoadedCase } from '../../store/cases/cases.js'
import type { Recipient } from '../../store/outbox/outbox-payloads.js'
import { findAccountsByIds } from '../../store/people/accounts.js'
import type { Sending } from '../sending.js'
import { caseBlock } from './case-block.js'

export interface AccountReader {
  actor: AccountActor
  reader: Reader
}

/** The account as it may act now, with what its person reads; null when it is not in use, or is somebody else's by now. */
export async function accountReader(sending: Sending, accountId: string, to: Recipient): Promise<AccountReader | null> {
  const { db } = sending.store
  const [account] = await findAccountsByIds(db, [accountId])
  const told = await findToldAccount(db, accountId)
  if (!account || !told || account.status !== 'ACTIVE') return null
  const { slack, organization } = account
  if (slack !== null && (slack.teamId !== to.teamId || slack.userId !== to.userId)) return null
  // As forms and answers are: what Slack tells comes first, for it is what the person chose last.
  const known = await slackReader(db, to)
  const reader = { locale: known?.locale ?? told.locale ?? told.organization.language, timeZone: known?.timeZone ?? told.timeZone ?? 'UTC' }
  const actor: AccountActor = {
    kind: 'account', accountId, name: account.name, privileges: account.privileges,
    organizationId: organization.id, organizationKind: organization.kind, domain: organization.primaryDomain, supportOnly: organization.supportOnly,
    ...reader, slack: { teamId: to.teamId, userId: to.userId }, domains: [organization.primaryDomain],
  }
  return { actor, reader }
}

/** The case when the account may see and read it now (SCOPE-1 to SCOPE-6, ACCESS-1); null when not. */
export async function caseForAccount(sending: Sending, actor: AccountActor, caseNumber: number): Promise<LoadedCase | null> {
  const found = await findCase(sending.store.db, actor, caseNumber, 0)
  if (!found) return null
  const locked = actor.organizationKind === 'RESELLER' && (await caseBlock(sending, caseNumber, actor.organizationId)) !== null
  return locked ? null : found
}
