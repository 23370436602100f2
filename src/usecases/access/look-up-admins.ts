import type { AccountActor } from '../../domain/actor.js'
import { Refused } from '../../domain/refused.js'
import type { Tx } from '../../store/open-store.js'
import { findAdministrators } from '../../store/people/accounts.js'
import type { SlackPerson } from '../../domain/accounts/slack-profile.js'
import { reach } from '../../store/people/reach.js'
import type { Deps } from '../deps.js'

/** Of an organization's super admins at most so many are looked up. */
const mostLookedUp = 10

/**
 * Whom Slack knows of an organization's super admins that nobody has met; nobody when `ofWhom` answers null or refuses,
 * as they will not be asked then. Asks Slack, so it is called between transactions.
 */
export async function lookUpAdmins(
  deps: Deps, actor: AccountActor, lookUp: ((email: string) => Promise<SlackPerson | null>) | undefined, ofWhom: (tx: Tx) => Promise<string | null>,
): Promise<SlackPerson[]> {
  if (!lookUp) return []
  const unmet = await deps.store.read(async (tx) => {
    const organizationId = await ofWhom(tx).catch(notRefused)
    if (organizationId === null) return []
    const admins = await findAdministrators(tx, organizationId)
    const reached = new Set((await reach(tx, actor.slack.teamId, admins)).map((admin) => admin.id))
    return admins.filter((admin) => !reached.has(admin.id)).map((admin) => admin.personEmail).slice(0, mostLookedUp)
  })
  return (await Promise.all(unmet.map(lookUp))).filter((person) => person !== null)
}

/** The refusal itself comes from the transaction that would ask. */
function notRefused(error: unknown): null {
  if (error instanceof Refused) return null
  throw error
}
