import { differenceInMinutes } from 'date-fns'
import type { AccountActor } from '../domain/actor.js'
import type { Refusal } from '../domain/refused.js'
import { suspendAccounts } from '../store/accounts.js'
import type { AccountRow } from '../store/accounts.js'
import { writeAudit } from '../store/audit.js'
import type { Tx } from '../store/open-store.js'
import { findSlackUser, saveSlackUser, signIn } from '../store/slack-users.js'
import type { SlackUserRow } from '../store/slack-users.js'
import type { Deps } from './deps.js'
import { findOwnAccounts, mayUse, slackSignIn } from './own-accounts.js'
import { slackUserOf } from './slack-profile.js'
import type { SlackProfile } from './slack-profile.js'

export type { SlackProfile } from './slack-profile.js'

export interface WhoActs {
  teamId: string
  userId: string
  /** Asks Slack; called between transactions, and only when what is kept is 15 minutes old or tells of a deleted user. */
  loadProfile: () => Promise<SlackProfile>
}

/** Whose language and wall clock an answer is in; known even of people who may do nothing. */
export interface ActorReader {
  locale: string
  timeZone: string
}

export type ResolvedActor = { reader: ActorReader; actor: AccountActor } | { reader: ActorReader; refusal: Refusal }

const keptForMinutes = 15

/**
 * Turns a Slack user into the signed-in account, tying accounts at first use (ACCOUNT-5) and suspending those of a
 * deactivated user (ACCOUNT-1). A no is returned, not thrown, so that it can be said in the person's language and what
 * Slack told is kept.
 */
export async function resolveActor(deps: Deps, who: WhoActs): Promise<ResolvedActor> {
  const now = deps.now()
  const known = await deps.store.transaction(async (tx) => {
    const user = await findSlackUser(tx, who)
    return user && isFresh(user, now) ? resolve(tx, deps, user, now) : null
  })
  if (known) return known

  const profile = await who.loadProfile()
  return deps.store.transaction(async (tx) => resolve(tx, deps, await saveSlackUser(tx, slackUserOf(who, profile, now)), now))
}

/** A clock that was moved back makes nothing fresh. */
function isFresh(user: SlackUserRow, now: Date): boolean {
  return !user.isDeleted && Math.abs(differenceInMinutes(now, user.fetchedAt)) < keptForMinutes
}

async function resolve(tx: Tx, deps: Deps, user: SlackUserRow, now: Date): Promise<ResolvedActor> {
  const reader = { locale: user.locale, timeZone: user.timeZone }
  if (user.isBot) return { reader, refusal: { code: 'not_a_person' } }
  // Another organization's people are told no more than that they have no account.
  if (user.isStranger) return { reader, refusal: { code: 'no_account' } }

  const own = await findOwnAccounts(tx, deps, user, now)
  if (user.isDeleted) return { reader, refusal: await suspend(tx, user, own, now) }

  const active = own.filter((account) => account.status === 'ACTIVE' && mayUse(user, account))
  const signedIn = active.find((account) => account.id === user.signedInAccountId) ?? active.sort(byOrganization)[0]
  if (!signedIn) return { reader, refusal: noAccount(user, own) }
  if (signedIn.id !== user.signedInAccountId) await signIn(tx, user, signedIn.id)
  return { reader, actor: actorOf(signedIn, user, active) }
}

async function suspend(tx: Tx, user: SlackUserRow, own: readonly AccountRow[], now: Date): Promise<Refusal> {
  const active = own.filter((account) => account.status === 'ACTIVE')
  await suspendAccounts(tx, active.map((account) => account.id))
  for (const account of active) {
    await writeAudit(tx, {
      at: now, actor: slackSignIn, action: 'account.suspended', subjectType: 'account', subjectId: account.id,
      before: { status: 'ACTIVE' }, after: { status: 'SUSPENDED', because: 'slack_user_deactivated' },
      origin: { teamId: user.teamId, userId: user.userId },
    })
  }
  const first = [...own].sort(byOrganization)[0]
  return first ? { code: 'account_suspended', domain: first.organization.primaryDomain } : { code: 'no_account' }
}

function noAccount(user: SlackUserRow, own: readonly AccountRow[]): Refusal {
  const suspended = own.filter((account) => account.status === 'SUSPENDED' && mayUse(user, account)).sort(byOrganization)[0]
  if (suspended) return { code: 'account_suspended', domain: suspended.organization.primaryDomain }
  return { code: user.isGuest ? 'guest_without_account' : 'no_account', ...(user.email !== null && { email: user.email }) }
}

function actorOf(account: AccountRow, user: SlackUserRow, active: readonly AccountRow[]): AccountActor {
  const { id, kind, primaryDomain, supportOnly } = account.organization
  const others = active.filter((each) => each.id !== account.id).sort(byOrganization)
  return {
    kind: 'account',
    accountId: account.id,
    name: account.name,
    organizationId: id,
    organizationKind: kind,
    domain: primaryDomain,
    supportOnly,
    privileges: account.privileges,
    locale: user.locale,
    timeZone: user.timeZone,
    slack: { teamId: user.teamId, userId: user.userId },
    domains: [...new Set([account, ...others].map((each) => each.organization.primaryDomain))],
  }
}

function byOrganization({ organization: a }: AccountRow, { organization: b }: AccountRow): number {
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.primaryDomain < b.primaryDomain ? -1 : 1)
}
