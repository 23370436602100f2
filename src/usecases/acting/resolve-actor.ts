import { differenceInMinutes } from 'date-fns'
import { mayUse } from '../../domain/accounts/may-use.js'
import { slackUserOf } from '../../domain/accounts/slack-profile.js'
import type { SlackProfile } from '../../domain/accounts/slack-profile.js'
import type { AccountActor } from '../../domain/actor.js'
import type { Refusal } from '../../domain/refused.js'
import type { AccountRow } from '../../store/people/accounts.js'
import type { Tx } from '../../store/open-store.js'
import { findSlackUser, saveSlackUser, signIn } from '../../store/people/slack-users.js'
import type { SlackUserRow } from '../../store/people/slack-users.js'
import type { Deps } from '../deps.js'
import { findOwnAccounts, findSettledAccounts } from './own-accounts.js'
import { suspendDeactivated } from './suspend-deactivated.js'
import { byOrganization } from './usable.js'

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
  const kept = await deps.store.read(async (tx) => {
    const user = await findFreshUser(tx, who, now)
    return user && { resolved: await resolveSettled(tx, deps, user) }
  })
  if (kept?.resolved) return kept.resolved
  const settled = kept && (await deps.store.transaction(async (tx) => {
    const user = await findFreshUser(tx, who, now)
    return user && resolve(tx, deps, user, now)
  }))
  const resolved = settled ?? (await resolveTold(deps, who, now))
  // Somebody may have been welcomed.
  deps.wakeDelivery()
  return resolved
}

/** The answer by what Slack tells now. */
async function resolveTold(deps: Deps, who: WhoActs, now: Date): Promise<ResolvedActor> {
  const profile = await who.loadProfile()
  return deps.store.transaction(async (tx) => resolve(tx, deps, await saveSlackUser(tx, slackUserOf(who, profile, now)), now))
}

async function findFreshUser(tx: Tx, who: WhoActs, now: Date): Promise<SlackUserRow | null> {
  const user = await findSlackUser(tx, who)
  return user && isFresh(user, now) ? user : null
}

/** A clock that was moved back makes nothing fresh. */
function isFresh(user: SlackUserRow, now: Date): boolean {
  return !user.isDeleted && Math.abs(differenceInMinutes(now, user.fetchedAt)) < keptForMinutes
}

/** The answer when nothing has to be written for it, as at nearly every step; null when something may have to be. */
async function resolveSettled(tx: Tx, deps: Deps, user: SlackUserRow): Promise<ResolvedActor | null> {
  const nobody = neverAnActor(user)
  if (nobody) return nobody
  const own = await findSettledAccounts(tx, deps, user)
  if (!own) return null
  const { accountId, resolved } = signedInAs(user, own)
  return accountId === null || accountId === user.signedInAccountId ? resolved : null
}

async function resolve(tx: Tx, deps: Deps, user: SlackUserRow, now: Date): Promise<ResolvedActor> {
  const nobody = neverAnActor(user)
  if (nobody) return nobody
  const own = await findOwnAccounts(tx, deps, user, now)
  if (user.isDeleted) return { reader: readerOf(user), refusal: await suspend(tx, user, own, now) }
  const { accountId, resolved } = signedInAs(user, own)
  if (accountId !== null && accountId !== user.signedInAccountId) await signIn(tx, user, accountId)
  return resolved
}

/** The answer to those who act for nobody, whatever accounts there are. */
function neverAnActor(user: SlackUserRow): ResolvedActor | null {
  if (user.isBot) return { reader: readerOf(user), refusal: { code: 'not_a_person' } }
  // Another organization's people are told no more than that they have no account.
  return user.isStranger ? { reader: readerOf(user), refusal: { code: 'no_account' } } : null
}

/** Which of the person's accounts acts: the one signed in, else the one that has the Slack email as its address, else the first. */
function signedInAs(user: SlackUserRow, own: readonly AccountRow[]): { accountId: string | null; resolved: ResolvedActor } {
  const reader = readerOf(user)
  const active = own.filter((account) => account.status === 'ACTIVE' && mayUse(user, account))
  const signedIn = active.find((account) => account.id === user.signedInAccountId) 
    ?? active.find((account) => account.email.toLowerCase() === user.email) ?? active.sort(byOrganization)[0]
  if (!signedIn) return { accountId: null, resolved: { reader, refusal: noAccount(user, own) } }
  return { accountId: signedIn.id, resolved: { reader, actor: actorOf(signedIn, user, active) } }
}

const readerOf = ({ locale, timeZone }: SlackUserRow): ActorReader => ({ locale, timeZone })

async function suspend(tx: Tx, user: SlackUserRow, own: readonly AccountRow[], now: Date): Promise<Refusal> {
  await suspendDeactivated(tx, user, own, now)
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
