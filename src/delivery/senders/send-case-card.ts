import { WebAPIPlatformError } from '@slack/web-api'
import { caseCard } from '../../slack/views/cases/case-card.js'
import { goneCard } from '../../slack/views/cases/gone-card.js'
import { lockedCard } from '../../slack/views/cases/locked-card.js'
import { channelIdOf, findPostedCard, forgetPostedCard, resellersOfChannel, savePostedCard, shownAsGone, type PostedCard } from '../../store/cases/posted-cards.js'
import { announcingOrganization, stillConcerned } from '../../store/cases/case-readers.js'
import { loadCaseCard } from '../../store/cases/cases.js'
import { findUpdatesChannel } from '../../store/people/organizations.js'
import type { Tx } from '../../store/open-store.js'
import { enqueue } from '../../store/outbox/outbox.js'
import { caseBlock } from './case-block.js'
import { findPosted } from '../find-posted.js'
import { postOnce, type Said } from '../post-once.js'
import type { Attempt, Send, Sending, Sent } from '../sending.js'

/**
 * Shows a case in a channel: one message, posted once and edited in place. What is shown is the present state, and
 * only while the channel's reseller domain still manages the customer (SCOPE-1, SCOPE-3) and may read the case (ACCESS-1).
 */
export const sendCaseCard: Send<'case_card'> = async (sending, attempt, { caseNumber, channel }) => {
  const { db } = sending.store
  const [reseller, ...others] = await resellersOfChannel(db, channel)
  if (others.length > 0) {
    sending.log.error({ row: attempt.row.id, channel }, 'several reseller domains name this updates channel: nothing is posted there')
    return { how: 'dropped', why: 'several reseller domains name the channel' }
  }
  if (!reseller || (await stillConcerned(db, caseNumber, [reseller.id])).length === 0) {
    return moveOn(sending, attempt, { caseNumber, channel, language: reseller?.language ?? null })
  }
  const shown = await loadCaseCard(db, caseNumber)
  if (!shown) return { how: 'dropped', why: 'the case is gone' }
  if (shown.state === 'PENDING_APPROVAL') return { how: 'dropped', why: 'the case is not filed yet' }

  const reader = { locale: reseller.language, timeZone: 'UTC' }
  const block = await caseBlock(sending, caseNumber, reseller.id)
  const said = block ? lockedCard({ ...shown, block }, reader) : caseCard(shown, reader, sending.now())
  // A locked card shows no version, so that the next row draws it anew.
  const shownVersion = block ? 0 : shown.version
  const card = await findPostedCard(db, caseNumber, channel)
  if (card && !block && card.shownVersion >= shownVersion) return { how: 'sent' }
  if (card && (await edited(sending, card, said))) {
    return { how: 'sent', save: (tx) => savePostedCard(tx, { ...card, shownVersion }) }
  }
  return post(sending, attempt, { caseNumber, channel, shownVersion, said, gone: card })
}

/**
 * A card that waited while its domain chose another channel goes there, in that channel's order; else nobody wants it. One
 * that stands in the channel of a domain the case does not concern any more, `language` being that domain's, or in one that
 * is nobody's when it concerns nobody who filed it, becomes a neutral line (SCOPE-3).
 */
async function moveOn(
  sending: Sending, attempt: Attempt, { caseNumber, channel, language }: { caseNumber: number; channel: string; language: string | null },
): Promise<Sent> {
  const { row } = attempt
  const { db } = sending.store
  const owner = await announcingOrganization(db, caseNumber)
  const concerned = owner !== null && (await stillConcerned(db, caseNumber, [owner.id])).length > 0
  const present = concerned ? await findUpdatesChannel(db, owner.id) : null
  const stands = language !== null || !concerned ? (await findPostedCard(db, caseNumber, channel)) ?? (await takeUp(sending, attempt, { caseNumber, channel })) : null
  const blank = stands && (await blankOut(sending, stands, language ?? owner?.language ?? 'en'))
  if (present === null || present === channel) return blank ? { how: 'sent', save: blank } : { how: 'dropped', why: 'the case does not concern the channel any more' }
  const message = { kind: 'case_card', caseNumber, channel: present } as const
  return {
    how: 'sent',
    save: async (tx) => {
      await blank?.(tx)
      await enqueue(tx, { message, dedupeKey: `${row.uid}:${present}`, uid: `${row.uid}-moved`, now: sending.now() })
    },
  }
}

/** The message that a former attempt posted without learning of it. */
async function takeUp(sending: Sending, attempt: Attempt, { caseNumber, channel }: { caseNumber: number; channel: string }): Promise<PostedCard | null> {
  const channelId = attempt.unknown ? await whereToLook(sending, channel) : null
  const posted = channelId === null ? null : await findPosted(sending, attempt, { channel: channelId })
  return posted && { caseNumber, channel, channelId: posted.channel, ts: posted.ts, shownVersion: 0 }
}

/** Null: nobody knows the channel's id yet. */
async function whereToLook(sending: Sending, channel: string): Promise<string | null> {
  return /^[CGD][A-Z0-9]{6,}$/.test(channel) ? channel : channelIdOf(sending.store.db, channel)
}

/** Leaves nothing of the case in the card but its number. Answers how to keep that; once is enough. */
async function blankOut(sending: Sending, card: PostedCard, language: string): Promise<(tx: Tx) => Promise<void>> {
  const stands = card.shownVersion === shownAsGone || (await edited(sending, card, goneCard(card.caseNumber, { locale: language, timeZone: 'UTC' })))
  return (tx) => (stands ? savePostedCard(tx, { ...card, shownVersion: shownAsGone }) : forgetPostedCard(tx, card))
}

/** Posts it, or takes up the message that a former attempt posted. */
async function post(
  sending: Sending,
  attempt: Attempt,
  what: { caseNumber: number; channel: string; shownVersion: number; said: Said; gone: PostedCard | null },
): Promise<Sent> {
  const { caseNumber, channel, shownVersion, said, gone } = what
  const posted = await postOnce(sending, attempt, { channel, channelId: await whereToLook(sending, channel) }, said)
  const card = { caseNumber, channel, channelId: posted.channel, ts: posted.ts, shownVersion }
  if (posted.found) {
    // Kept before anything else can fail: the next attempt would otherwise post a second one. Its state may be an older one.
    await sending.store.transaction((tx) => savePostedCard(tx, { ...card, shownVersion: 0 }))
    await edited(sending, card, said)
  }
  return {
    how: 'sent',
    save: async (tx) => {
      if (gone) await forgetPostedCard(tx, gone)
      await savePostedCard(tx, card)
      // Who locked the customer's cards meanwhile did not know of this one; it is looked at once more now that it is known.
      const message = { kind: 'case_card', caseNumber, channel } as const
      await enqueue(tx, { message, dedupeKey: `${attempt.row.uid}:posted`, uid: `${attempt.row.uid}-posted`, now: sending.now() })
    },
  }
}

/** False when somebody deleted the message. */
async function edited(sending: Sending, card: PostedCard, said: Said): Promise<boolean> {
  const { client, call } = sending.slack
  try {
    await call('chat.update', () => client.chat.update({ channel: card.channelId, ts: card.ts, ...said }))
    return true
  } catch (error) {
    if (error instanceof WebAPIPlatformError && error.data.error === 'message_not_found') return false
    throw error
  }
}
