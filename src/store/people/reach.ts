import { mayUse } from '../../domain/accounts/may-use.js'
import type { Tx } from '../open-store.js'
import type { AccountRow } from './accounts.js'
import { findPeopleByEmail } from './slack-users.js'
import type { SlackIdentity } from './slack-users.js'

export interface ReachedPerson {
  id: string
  name: string
  slack: SlackIdentity
}

/**
 * Those of the accounts with a Slack user: the one they are tied to, or the one who was met in the workspace under their
 * address and is tied at first use.
 */
export async function reach(tx: Tx, teamId: string | null, people: readonly AccountRow[]): Promise<ReachedPerson[]> {
  const untied = people.filter((person) => person.slack === null).map((person) => person.personEmail)
  const found = teamId === null || untied.length === 0 ? [] : await findPeopleByEmail(tx, teamId, untied)
  return people.flatMap((person) => {
    const { id, name, slack } = person
    if (slack) return [{ id, name, slack }]
    const met = found.find((user) => user.email === person.personEmail && mayUse(user, person))
    return met ? [{ id, name, slack: { teamId: met.teamId, userId: met.userId } }] : []
  })
}
