import type { Actor } from '../../domain/actor.js'
import { cardChannels } from '../../store/cases/card-channels.js'
import { findShareAddresses } from '../../store/cases/shares.js'
import type { HeldCase } from '../../store/cases/held-case.js'
import type { Tx } from '../../store/open-store.js'
import { enqueue } from '../../store/outbox/outbox.js'
import type { OutboxMessage } from '../../store/outbox/outbox-payloads.js'
import type { Deps } from '../deps.js'
import { deskLinks } from '../desk/desk-links.js'
import type { DeskNews } from '../desk/desk.js'
import { tellPeople } from './tell-people.js'

/** Who is told of a change beside the channels, whose cards and threads always show it. */
export interface CaseNews {
  /** What the desk is told; left out: nothing, or it did it itself. */
  desk?: DeskNews['what']
  /** Accounts told by direct message, beside who did it: the owner where the team must act, a new owner. */
  people?: readonly (string | null)[]
  /** Whether addresses it is shared with are told (CASE-3). */
  shares?: boolean
}

interface Changed {
  held: HeldCase
  version: number
  entryIds: readonly number[]
  news: CaseNews
  now: Date
}

/** Enqueues what is told of a change, in the transaction that made it. The first entry is the one that is told. */
export async function announceChange(tx: Tx, deps: Deps, actor: Actor, { held, version, entryIds, news, now }: Changed): Promise<void> {
  const caseNumber = held.number
  const [entryId] = entryIds
  const put = (dedupeKey: string, message: OutboxMessage): Promise<void> => enqueue(tx, { message, dedupeKey, now, uid: deps.newId() })
  for (const channel of await cardChannels(tx, held)) {
    await put(`card:${caseNumber}:${channel}:v${version}`, { kind: 'case_card', caseNumber, channel })
    if (entryId !== undefined) await put(`update:${entryId}:${channel}`, { kind: 'case_update', caseNumber, channel, entryId })
  }
  if (entryId === undefined) return
  await tellPeople(tx, deps, actor, { caseNumber, entryId, accountIds: news.people ?? [], now })
  if (news.shares && deps.settings.email) {
    for (const email of await findShareAddresses(tx, caseNumber)) await put(`share-update:${entryId}:${email}`, { kind: 'share_update', caseNumber, email, entryId })
  }
  if (news.desk) await deskLinks[held.desk].tell(tx, deps, { what: news.desk, kase: held, entryId, by: actor, now })
}
