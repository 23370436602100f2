import { caseUpdate } from '../../slack/views/cases/case-update.js'
import { loadCaseCard } from '../../store/cases/cases.js'
import { stillConcerned } from '../../store/cases/case-readers.js'
import { findPostedCard, resellersOfChannel, shownAsGone } from '../../store/cases/posted-cards.js'
import { findOwner, findToldEntry } from '../../store/cases/told-entries.js'
import type { ToldCaseEntry } from '../../store/cases/told-entries.js'
import { postOnce } from '../post-once.js'
import type { Send, Sending } from '../sending.js'
import { caseBlock } from './case-block.js'

/**
 * Says in the thread of a case's card who did what, with no text of theirs, under the very conditions of the card: only
 * while the channel's reseller domain still manages the customer (SCOPE-1, SCOPE-3) and may read the case (ACCESS-1).
 * Without a card there is no thread; the card, which comes first in the channel's order, shows the state anyway.
 */
export const sendCaseUpdate: Send<'case_update'> = async (sending, attempt, { caseNumber, channel, entryId }) => {
  const { db } = sending.store
  const [reseller, ...others] = await resellersOfChannel(db, channel)
  if (!reseller || others.length > 0) return { how: 'dropped', why: 'the channel is not that of one reseller domain' }
  if ((await stillConcerned(db, caseNumber, [reseller.id])).length === 0) return { how: 'dropped', why: 'the case does not concern the channel any more' }
  if (await caseBlock(sending, caseNumber, reseller.id)) return { how: 'dropped', why: 'the case is locked' }
  const posted = await findPostedCard(db, caseNumber, channel)
  if (!posted || posted.shownVersion === shownAsGone) return { how: 'dropped', why: 'there is no card to write under' }
  const card = await loadCaseCard(db, caseNumber)
  const entry = await findToldEntry(db, caseNumber, entryId)
  if (!card || !entry || !(await mayBeNamed(sending, entry, reseller.id))) return { how: 'dropped', why: 'there is nothing to tell' }

  const owner = await findOwner(db, caseNumber)
  // Whoever did or recorded it knows, and is not called for it.
  const ownerUserId = owner?.organizationId === reseller.id && owner.accountId !== entry.authorId ? owner.slackUserId : null
  const said = caseUpdate({ number: caseNumber, state: card.state, reopenUntil: card.reopenUntil, entry, ownerUserId }, { locale: reseller.language, timeZone: 'UTC' })
  await postOnce(sending, attempt, { channel: posted.channelId, channelId: posted.channelId, threadTs: posted.ts }, said)
  return { how: 'sent' }
}

/** A link tells that there is another case: only where that one may be shown, too (SCOPE-1). */
async function mayBeNamed(sending: Sending, { kind, data }: ToldCaseEntry, organizationId: string): Promise<boolean> {
  if (kind !== 'LINKED' || data?.related === undefined) return true
  return (await stillConcerned(sending.store.db, data.related, [organizationId])).length > 0
}
