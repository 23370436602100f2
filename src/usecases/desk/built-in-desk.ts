import type { Tx } from '../../store/open-store.js'
import { isUrgent } from '../../store/desk/urgent.js'
import { findHolders } from '../../store/people/accounts.js'
import type { Deps } from '../deps.js'
import { tellPeople } from '../verbs/tell-people.js'
import type { DeskLink, DeskNews } from './desk.js'

/** The desk whose people answer in Slack: they have accounts of the vendor's, a queue, and direct messages. */
export const builtInDesk: DeskLink = { tell }

/** Who works on the case is told; as long as nobody does, everybody who could, and only of what cannot wait: P1 and escalated. */
async function tell(tx: Tx, deps: Deps, { kase, entryId, by, now }: DeskNews): Promise<void> {
  const { number: caseNumber, deskOwnerId } = kase
  const agents = (await findHolders(tx, { kind: 'VENDOR' }, 'ANSWER_CASES')).map(({ id }) => id)
  // Who left the desk works on it no more.
  const working = agents.filter((id) => id === deskOwnerId)
  const accountIds = working.length > 0 ? working : (await isUrgent(tx, caseNumber)) ? agents : []
  await tellPeople(tx, deps, by, { caseNumber, entryId, accountIds, now })
}
