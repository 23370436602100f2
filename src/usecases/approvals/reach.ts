import type { Tx } from '../../store/open-store.js'
import type { AccountRow } from '../../store/people/accounts.js'
import { findPeopleByEmail } from '../../store/people/slack-users.js'
import type { SlackIdentity } from '../../store/people/slack-users.js'

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
  const met = new Map(found.map(({ email, ...slack }) => [email, slack]))
  return people.flatMap(({ id, name, slack, personEmail }) => {
    const to = slack ?? met.get(personEmail)
    return to ? [{ id, name, slack: to }] : []
  })
}
