import type { MessageShortcut } from '@slack/bolt'
import type { DraftOrigin } from '../../domain/cases/draft.js'
import type { ShortcutCall } from '../listeners.js'
import { readableText } from '../message-text.js'
import { openFilingModal } from './open-filing.js'
import { wholeText } from '../whole-text.js'
import { messageFiles } from './read-filing-values.js'

/** *File a case*, from anywhere. */
export function fileCase(call: ShortcutCall): Promise<void> {
  return openFilingModal(call, {
    trigger: { triggerId: call.triggerId, inModal: false },
    origin: { how: 'shortcut' },
    deliveryKey: `shortcut:${call.triggerId}`,
  })
}

/** *File case from message*: its text and files begin the draft. */
export async function fileCaseFromMessage(call: ShortcutCall): Promise<void> {
  const { shortcut } = call
  if (shortcut.type !== 'message_action') return fileCase(call)
  return openFilingModal(call, {
    trigger: { triggerId: call.triggerId, inModal: false },
    origin: { how: 'message', channelId: shortcut.channel.id, ...call.answerAddress, message: messageOrigin(shortcut) },
    message: { text: wholeText(readableText(shortcut.message.text ?? '')), files: messageFiles(shortcut.message['files']) },
    deliveryKey: `shortcut:${call.triggerId}`,
  })
}

/**
 * Telling the author is offered where the bot may be a member: in channels, under a person's message of this workspace.
 * Without the scope to look channels up, a message of another team is what tells a shared channel; whether the bot is a
 * member, Slack says when it posts, and then nobody is told.
 */
function messageOrigin({ channel, message, team }: MessageShortcut): NonNullable<DraftOrigin['message']> {
  const author = message.user
  const teams = [message['team'], message['user_team'], message['source_team']].filter((id) => typeof id === 'string')
  const isChannel = /^[CG]/.test(channel.id) && channel.name !== 'directmessage' && !channel.name.startsWith('mpdm-')
  return {
    channelId: channel.id,
    ts: message.ts,
    ...(author ? { authorId: author } : {}),
    mayTellAuthor: isChannel && author !== undefined && teams.every((id) => id === team?.id),
  }
}
