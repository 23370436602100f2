import type { Message } from '../../protocol.js'
import { EyeIcon } from '../parts/icons.js'
import { Avatar } from '../people/avatar.js'
import { openThread } from '../state/navigate.js'
import { dismissMessage } from '../state/notices.js'
import { fullTime, timeOfDay, tsToMilliseconds } from '../text/times.js'
import { useNames } from '../text/use-names.js'
import { MessageBody } from './message-body.js'
import { MessageToolbar } from './message-toolbar.js'

interface MessageItemProps {
  message: Message
  /** Stands right under another of the same author: no head. */
  follows: boolean
  inThread: boolean
  timeZone: string
}

export function MessageItem({ message, follows, inThread, timeZone }: MessageItemProps) {
  const names = useNames()
  const author = names.user(message.user)
  const at = tsToMilliseconds(message.ts)
  const ephemeral = message.ephemeralTo !== undefined
  const kind = `message${follows ? ' follows' : ''}${ephemeral ? ' ephemeral' : ''}`
  return (
    <article class={kind} aria-label={`${author} at ${timeOfDay(at, timeZone)}`} data-ts={message.ts}>
      <div class="message-side">
        {follows ? <time class="message-time" title={fullTime(at, timeZone)}>{timeOfDay(at, timeZone)}</time> : <Avatar id={message.user} name={author} bot={message.fromBot} />}
      </div>
      <div class="message-main">
        {ephemeral && (
          <div class="only-you">
            <EyeIcon /> Only visible to you
            <button type="button" class="link-button" onClick={() => dismissMessage(message.channel, message.ts)}>Dismiss</button>
          </div>
        )}
        {!follows && (
          <div class="message-head">
            <span class="message-author">{author}</span>
            {message.fromBot && <span class="badge">App</span>}
            <time class="message-time" title={fullTime(at, timeZone)}>{timeOfDay(at, timeZone)}</time>
          </div>
        )}
        <MessageBody message={message} place={inThread ? 'thread' : 'channel'} />
        {!inThread && message.replyCount > 0 && (
          <button type="button" class="replies" onClick={() => openThread(message.channel, message.ts)}>
            {message.replyCount} {message.replyCount === 1 ? 'reply' : 'replies'}
            <span class="replies-more">View thread</span>
          </button>
        )}
      </div>
      {!ephemeral && <MessageToolbar message={message} inThread={inThread} />}
    </article>
  )
}
