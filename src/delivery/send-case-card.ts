import { WebAPIPlatformError } from '@slack/web-api'
import { caseCard } from '../slack/views/case-card.js'
import { channelIdOf, findPostedCard, forgetPostedCard, resellersOfChannel, savePostedCard, type PostedCard } from '../store/posted-cards.js'
import { stillConcerned } from '../store/case-readers.js'
import { loadCaseCard } from '../store/cases.js'
import type { CaseCardValue } from '../domain/case-view.js'
import { postOnce, type Said } from './post-once.js'
import type { Attempt, Send, Sending } from './sending.js'

/**
 * Shows a case in a channel: one message, posted once and edited in place. What is shown is the present state, and
 * only while the channel's reseller domain still manages the customer (SCOPE-1, SCOPE-3).
 */
export const sendCaseCard: Send<'case_card'> = async (sending, attempt, { caseNumber, channel }) => {
  const { db } = sending.store
  const resellers = await resellersOfChannel(db, channel)
  const concerned = await stillConcerned(db, caseNumber, resellers.map(({ id }) => id))
  const reseller = resellers.find(({ id }) => concerned.includes(id))
  if (!reseller) return { how: 'dropped', why: 'the case does not concern the channel any more' }
  const shown = await loadCaseCard(db, caseNumber)
  if (!shown) return { how: 'dropped', why: 'the case is gone' }

  const said = caseCard(shown, { locale: reseller.language, timeZone: 'UTC' }, sending.now())
  const card = await findPostedCard(db, caseNumber, channel)
  if (card && card.shownVersion >= shown.version) return { how: 'sent' }
  if (card && (await edited(sending, card, said))) {
    return { how: 'sent', save: (tx) => savePostedCard(tx, { ...card, shownVersion: shown.version }) }
  }
  return post(sending, attempt, { shown, channel, said, gone: card })
}

/** Posts it, or takes up the message that a former attempt posted. */
async function post(
  sending: Sending,
  attempt: Attempt,
  what: { shown: CaseCardValue; channel: string; said: Said; gone: PostedCard | null },
): ReturnType<Send<'case_card'>> {
  const { shown, channel, said, gone } = what
  const caseNumber = shown.number
  const channelId = /^[CGD][A-Z0-9]{6,}$/.test(channel) ? channel : await channelIdOf(sending.store.db, channel)
  const posted = await postOnce(sending, attempt, { channel, channelId }, said)
  const card = { caseNumber, channel, channelId: posted.channel, ts: posted.ts, shownVersion: shown.version }
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
