import type { ApprovalValue } from '../../../domain/approvals/approval.js'
import type { Reader } from '../../../locales/words.js'
import { approvalMessage, neutralApproval } from '../../../slack/views/approvals/approval-message.js'
import type { ApprovalLook } from '../../../slack/views/approvals/approval-message.js'
import { findApprovalChannel } from '../../../store/approvals/approval-channel.js'
import { findApprovalMessage, saveApprovalMessage } from '../../../store/approvals/approval-messages.js'
import type { PostedApproval } from '../../../store/approvals/approval-messages.js'
import { channelIdOfPlace, domainsOfApprovalChannel, standsInChannel } from '../../../store/approvals/approval-readers.js'
import { findApprovalValue } from '../../../store/approvals/approval-values.js'
import type { ApprovalPlace } from '../../../store/outbox/outbox-payloads.js'
import { enqueue } from '../../../store/outbox/outbox.js'
import { edited } from '../../edit-posted.js'
import { findPosted, type Posted } from '../../find-posted.js'
import { directMessageId, postOnce, type Said } from '../../post-once.js'
import type { Attempt, Send, Sending, Sent } from '../../sending.js'
import { askedReader, mayRead, readerFor, stillWaits, teamReader } from './approval-readers.js'
import { redrawReminder } from './redraw-reminder.js'

/** Where a message is posted by this; reminders are by their own. */
type Place = Exclude<ApprovalPlace, { at: 'reminder' }>

/** What is shown at a place; `look` is null where nothing of it may be shown any more. */
interface Shown {
  reader: Reader
  look: ApprovalLook | null
  /** Why nothing is posted there while nothing stands there yet; null: it is. */
  held: string | null
}

const unwanted = 'nobody waits for it any more'

/**
 * Shows a request to a person who is asked, or in the domain's approval channel (APPROVAL-3): one message, posted once
 * and edited in place. What is shown is the present state, and only to whom it concerns at this moment (SCOPE-1, SCOPE-3).
 */
export const sendApprovalMessage: Send<'approval_message'> = async (sending, attempt, { approvalId, place }) => {
  const { db } = sending.store
  const approval = await findApprovalValue(db, approvalId)
  if (!approval) return { how: 'dropped', why: 'the request is gone' }
  if (place.at === 'reminder') return redrawReminder(sending, approval, place)
  const posted = await findApprovalMessage(db, approvalId, place)
  if (place.at === 'channel' && !posted) {
    const present = await findApprovalChannel(db, approval.organization.id)
    if (present !== null && present !== place.channel) return moveOn(sending, attempt, approval, present)
    if (await standsInChannel(db, approvalId, place)) return { how: 'dropped', why: 'the channel shows it already' }
  }
  const shown = place.at === 'person' ? await forPerson(sending, approval, place) : await forChannel(sending, attempt, approval, place.channel, posted !== null)
  const said = shown.look ? approvalMessage(approval, shown.reader, shown.look) : neutralApproval(shown.reader)
  // What is neutral shows no version, so that the next row draws it anew.
  const shownVersion = shown.look ? approval.version : 0
  if (posted && shown.look && posted.shownVersion >= shownVersion) return { how: 'sent' }
  if (posted && (await edited(sending, posted, said))) {
    return { how: 'sent', save: (tx) => saveApprovalMessage(tx, approvalId, place, { ...posted, shownVersion }) }
  }
  return post(sending, attempt, { approvalId, place, said, shownVersion, held: shown.held })
}

async function forPerson(sending: Sending, approval: ApprovalValue, person: ApprovalPlace & { at: 'person' }): Promise<Shown> {
  const reader = await readerFor(sending, approval, person)
  const asked = await askedReader(sending, approval, person)
  if (!asked) return { reader, look: null, held: unwanted }
  return { reader, look: { for: 'asked', handedOnTo: asked.handedOnTo }, held: asked.handedOnTo === null && stillWaits(sending, approval) ? null : unwanted }
}

/** A channel that was the domain's when it was posted there is told the end too. */
async function forChannel(sending: Sending, { row }: Attempt, approval: ApprovalValue, channel: string, stands: boolean): Promise<Shown> {
  const reader = await teamReader(sending, approval)
  const { own, others } = await domainsOfApprovalChannel(sending.store.db, channel, approval.organization.id)
  if (others) {
    sending.log.error({ row: row.id, channel }, 'another reseller domain names this approval channel: nothing is shown there')
    return { reader, look: null, held: 'another reseller domain names the channel' }
  }
  const concerned = (stands || own) && (await mayRead(sending, approval, approval.organization.id))
  return { reader, look: concerned ? { for: 'channel' } : null, held: concerned && stillWaits(sending, approval) ? null : unwanted }
}

/** What waited while the domain chose another channel goes there, in that channel's order. */
function moveOn(sending: Sending, { row }: Attempt, approval: ApprovalValue, channel: string): Sent {
  const message = { kind: 'approval_message', approvalId: approval.id, place: { at: 'channel', channel } } as const
  return { how: 'sent', save: (tx) => enqueue(tx, { message, dedupeKey: `${row.uid}:${channel}`, uid: `${row.uid}-moved`, now: sending.now() }) }
}

interface ToPost {
  approvalId: string
  place: Place
  said: Said
  shownVersion: number
  held: string | null
}

/** Posts it, or takes up the message that a former attempt posted; what has ended is not posted any more. */
async function post(sending: Sending, attempt: Attempt, { approvalId, place, said, shownVersion, held }: ToPost): Promise<Sent> {
  const posted = await (held === null ? begin(sending, attempt, place, said) : takeUp(sending, attempt, place))
  if (!posted) return { how: 'dropped', why: held ?? unwanted }
  const message: PostedApproval = { channelId: posted.channel, ts: posted.ts, shownVersion }
  if (posted.found) {
    // Kept before anything else can fail: the next attempt would otherwise post a second one. Its state may be an older one.
    await sending.store.transaction((tx) => saveApprovalMessage(tx, approvalId, place, { ...message, shownVersion: 0 }))
    await edited(sending, message, said)
  }
  return {
    how: 'sent',
    save: async (tx) => {
      await saveApprovalMessage(tx, approvalId, place, message)
      // A name has led to its channel only now: whether that is another domain's is asked once more (SCOPE-1).
      if (place.at === 'person' || place.channel === posted.channel) return
      await enqueue(tx, { message: { kind: 'approval_message', approvalId, place }, dedupeKey: `${attempt.row.uid}:posted`, uid: `${attempt.row.uid}-posted`, now: sending.now() })
    },
  }
}

type Stands = Posted & { found: boolean }

async function begin(sending: Sending, attempt: Attempt, place: Place, said: Said): Promise<Stands> {
  const channel = place.at === 'person' ? place.userId : place.channel
  return postOnce(sending, attempt, { channel, channelId: await whereToLook(sending, attempt, place) }, said)
}

async function takeUp(sending: Sending, attempt: Attempt, place: Place): Promise<Stands | null> {
  const channel = await whereToLook(sending, attempt, place)
  const posted = channel === null ? null : await findPosted(sending, attempt, { channel })
  return posted && { ...posted, found: true }
}

/** Only a look needs the conversation's own id; null when there is nothing to look for, or nobody knows where. */
async function whereToLook(sending: Sending, attempt: Attempt, place: Place): Promise<string | null> {
  if (!attempt.unknown) return null
  if (place.at === 'person') return directMessageId(sending, place.userId)
  return /^[CG][A-Z0-9]{6,}$/.test(place.channel) ? place.channel : channelIdOfPlace(sending.store.db, place)
}
