/** To whom an approval may be shown at the moment it is sent, and in which language. */
import type { ApprovalValue } from '../../../domain/approvals/approval.js'
import { endedBy } from '../../../domain/approvals/deciders.js'
import type { Reader } from '../../../locales/words.js'
import { findAskedAs, isCustomerOf, languageOf } from '../../../store/approvals/approval-readers.js'
import { entitledPeople } from '../../../store/approvals/entitled-people.js'
import { slackReader } from '../../../store/cases/case-readers.js'
import type { SlackIdentity } from '../../../store/people/slack-users.js'
import type { Sending } from '../../sending.js'

export interface AskedReader {
  accountId: string
  /** Whom the person handed it on to: it does not wait for them any more. */
  handedOnTo: string | null
}

/** The person as somebody who was asked and may decide still; null when not, and then nothing of it is shown. */
export async function askedReader(sending: Sending, approval: ApprovalValue, person: SlackIdentity): Promise<AskedReader | null> {
  const accounts = await findAskedAs(sending.store.db, approval.id, person)
  const entitled = await entitledIds(sending, approval)
  for (const { accountId, organizationId } of accounts) {
    if (!entitled.has(accountId) || !(await mayRead(sending, approval, organizationId))) continue
    return { accountId, handedOnTo: handedOnTo(approval, accountId) }
  }
  return null
}

/** Whether the account is asked still: it waits, was not handed on, and the account may decide it. */
export async function waitsFor(sending: Sending, approval: ApprovalValue, accountId: string): Promise<boolean> {
  const asked = approval.asked.some((person) => person.accountId === accountId && person.handedOnTo === null)
  return asked && stillWaits(sending, approval) && (await mayRead(sending, approval, approval.organization.id)) && (await entitledIds(sending, approval)).has(accountId)
}

/** From its last moment on it has expired, whether or not that was written down. */
export function stillWaits(sending: Sending, approval: ApprovalValue): boolean {
  return endedBy(approval, sending.now()) === null
}

/**
 * Whether an organization may read of the request while its customer is the domain's; once it went to another reseller
 * only others than the domain, and only how it ended (SCOPE-3).
 */
export async function mayRead(sending: Sending, approval: ApprovalValue, organizationId: string): Promise<boolean> {
  const { customer, organization, state } = approval
  if (customer === null || (await isCustomerOf(sending.store.db, customer.id, organization.id))) return true
  return state !== 'PENDING' && organizationId !== organization.id
}

/** The person's language, else that of the domain it belongs to. */
export async function readerFor(sending: Sending, approval: ApprovalValue, person: SlackIdentity): Promise<Reader> {
  return (await slackReader(sending.store.db, person)) ?? teamReader(sending, approval)
}

/** The language of the domain it belongs to. */
export async function teamReader(sending: Sending, approval: ApprovalValue): Promise<Reader> {
  return { locale: await languageOf(sending.store.db, approval.organization.id), timeZone: 'UTC' }
}

async function entitledIds(sending: Sending, { payload, organization, customer }: ApprovalValue): Promise<Set<string>> {
  const people = await entitledPeople(sending.store.db, payload.kind, { organizationId: organization.id, customerId: customer?.id ?? null })
  return new Set(people.map(({ id }) => id))
}

const handedOnTo = (approval: ApprovalValue, accountId: string): string | null =>
  approval.asked.find((person) => person.accountId === accountId)?.handedOnTo ?? null
