import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Channel } from '../../protocol.js'
import { BackIcon, HashIcon, LockIcon } from '../parts/icons.js'
import { navigate } from '../state/navigate.js'
import { markRead } from '../state/notices.js'
import { getState, useStore } from '../state/store.js'
import { useNames } from '../text/use-names.js'
import { channelMessages, unreadMessages } from './channel-messages.js'
import { Composer } from './composer.js'
import { EmptyChannel } from './empty-channel.js'
import { MessageList } from './message-list.js'

export function BackButton() {
  return (
    <button type="button" class="icon-button back" aria-label="Back to the channels" onClick={() => navigate({ personId: getState().place.personId })}>
      <BackIcon />
    </button>
  )
}

function firstUnread(channel: string): string | undefined {
  const { person, lastRead, place } = getState()
  // On the very first visit everything would be new: no line then.
  if (lastRead[channel] === undefined) return undefined
  return unreadMessages(person?.messages ?? [], channel, lastRead[channel], place.personId)[0]?.ts
}

/** The conversation of one channel: shared by channels and direct messages. `readOnly` stands where one would type. */
export function Conversation({ channel, placeName, label, readOnly }: { channel: Channel; placeName: string; label: string; readOnly?: string }) {
  const all = useStore((state) => state.person?.messages)
  const dismissed = useStore((state) => state.dismissed)
  const allNotices = useStore((state) => state.notices)
  const messages = useMemo(() => channelMessages(all ?? [], channel.id, dismissed), [all, channel.id, dismissed])
  const notices = useMemo(() => allNotices.filter((n) => n.channel === channel.id && !n.threadTs), [allNotices, channel.id])
  // The line above what is new stays where it was when the pane was opened.
  const [unreadFrom] = useState(() => firstUnread(channel.id))
  const newest = messages.at(-1)?.ts
  useEffect(() => {
    if (newest) markRead(channel.id, newest)
  }, [newest, channel.id])
  return (
    <>
      <MessageList label={label} messages={messages} notices={notices} unreadFrom={unreadFrom}>
        <EmptyChannel channel={channel} quiet={messages.length > 0 || readOnly !== undefined} />
      </MessageList>
      {readOnly === undefined ? <Composer key={channel.id} channel={channel.id} placeName={placeName} /> : <p class="read-only">{readOnly}</p>}
    </>
  )
}

export function ChannelPane({ channel }: { channel: Channel }) {
  const names = useNames()
  const isIm = channel.kind === 'im'
  const title = isIm ? names.user(channel.name) : channel.name
  const count = channel.members.length
  return (
    <main class="pane" aria-label={title}>
      <header class="pane-head">
        <BackButton />
        <h2>{!isIm && (channel.isPrivate ? <LockIcon /> : <HashIcon />)}{title}</h2>
        <span class="pane-topic">{channel.topic}</span>
        {!isIm && <span class="pane-members" title={channel.members.map(names.user).join(', ')}>{count} {count === 1 ? 'member' : 'members'}</span>}
      </header>
      <Conversation channel={channel} placeName={isIm ? title : `#${title}`} label={`Messages in ${title}`} />
    </main>
  )
}
