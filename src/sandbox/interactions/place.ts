/** Where an interactive element stands, as its person sees it. */
import { findChannel } from '../model/channels.js'
import { findMessage, maySee, slackMessage } from '../model/messages.js'
import { findView, slackView } from '../model/views.js'
import type { JsonObject } from '../json.js'
import type { Person, Place, StateValues } from '../protocol.js'
import type { StoredChannel, StoredMessage, StoredView } from '../state.js'
import type { World } from '../world.js'
import { channelInPayload } from './payload.js'

export type Found =
  | { in: 'view'; view: StoredView; blocks: unknown; kept: StateValues }
  | { in: 'message'; channel: StoredChannel; message: StoredMessage; blocks: unknown; kept: StateValues }

export function findPlace(world: World, person: Person, place: Place): Found | undefined {
  if ('viewId' in place) {
    const view = findView(world, place.viewId)
    if (view?.ownerId !== person.id) return undefined
    return { in: 'view', view, blocks: view.view['blocks'], kept: view.values }
  }
  const channel = findChannel(world, place.channel)
  const message = findMessage(world, place.channel, place.ts)
  if (!channel || !message || !maySee(world, person.id, message)) return undefined
  return { in: 'message', channel, message, blocks: message.blocks ?? [], kept: message.values ?? {} }
}

export function keepValues(found: Found, values: StateValues): void {
  if (found.in === 'view') found.view.values = values
  else found.message.values = values
}

/** The part of a payload that says where it comes from. */
export function placeInPayload(world: World, found: Found, values: StateValues): JsonObject {
  if (found.in === 'view') {
    return { container: { type: 'view', view_id: found.view.id }, view: slackView(world, found.view) }
  }
  const { channel, message } = found
  const ephemeral = message.ephemeralTo !== undefined
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...(message.threadTs !== undefined && { thread_ts: message.threadTs }),
    },
    channel: channelInPayload(channel),
    // Slack leaves an ephemeral message out of the payload.
    ...(!ephemeral && { message: slackMessage(world, message) }),
    state: { values },
  }
}
