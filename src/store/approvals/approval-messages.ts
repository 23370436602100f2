import type { Tx } from '../open-store.js'
import { approvalPlaceSchema } from '../outbox/outbox-payloads.js'
import type { ApprovalPlace } from '../outbox/outbox-payloads.js'

/** The message a place has for an approval. */
export interface PostedApproval {
  /** The channel's id as Slack answered it. */
  channelId: string
  ts: string
  /** The version of the approval that it shows. */
  shownVersion: number
}

/** Names a place in `ApprovalMessage.place` and in dedupe keys. */
export function approvalPlaceKey(place: ApprovalPlace): string {
  return place.at === 'channel' ? `channel:${place.channel}` : `${place.at}:${place.teamId}:${place.userId}`
}

export async function findApprovalMessage(tx: Tx, approvalId: string, place: ApprovalPlace): Promise<PostedApproval | null> {
  return tx.approvalMessage.findUnique({
    where: { approvalId_place: { approvalId, place: approvalPlaceKey(place) } },
    select: { channelId: true, ts: true, shownVersion: true },
  })
}

/** Keeps where the message stands and what it shows. */
export async function saveApprovalMessage(tx: Tx, approvalId: string, place: ApprovalPlace, posted: PostedApproval): Promise<void> {
  const key = approvalPlaceKey(place)
  await tx.approvalMessage.upsert({
    where: { approvalId_place: { approvalId, place: key } },
    create: { approvalId, place: key, ...posted },
    update: posted,
  })
}

/** Every place that has a message for it. */
export async function findApprovalPlaces(tx: Tx, approvalId: string): Promise<ApprovalPlace[]> {
  const rows = await tx.approvalMessage.findMany({ where: { approvalId }, orderBy: { place: 'asc' }, select: { place: true } })
  return rows.map(({ place }) => readPlace(place))
}

function readPlace(key: string): ApprovalPlace {
  const [at, first, ...rest] = key.split(':')
  return approvalPlaceSchema.parse(at === 'channel' ? { at, channel: [first, ...rest].join(':') } : { at, teamId: first, userId: rest.join(':') })
}
