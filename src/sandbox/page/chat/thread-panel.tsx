import { useMemo } from 'preact/hooks'
import { CloseIcon } from '../parts/icons.js'
import { openThread } from '../state/navigate.js'
import { useStore } from '../state/store.js'
import { useNames } from '../text/use-names.js'
import { threadMessages } from './channel-messages.js'
import { Composer } from './composer.js'
import { MessageList } from './message-list.js'

export function ThreadPanel({ channel, threadTs }: { channel: string; threadTs: string }) {
  const names = useNames()
  const all = useStore((state) => state.person?.messages)
  const dismissed = useStore((state) => state.dismissed)
  const allNotices = useStore((state) => state.notices)
  const messages = useMemo(() => threadMessages(all ?? [], channel, threadTs, dismissed), [all, channel, threadTs, dismissed])
  const notices = useMemo(() => allNotices.filter((n) => n.channel === channel && n.threadTs === threadTs), [allNotices, channel, threadTs])
  const place = names.channel(channel)
  return (
    <aside class="thread" aria-label="Thread">
      <header class="pane-head">
        <h2>Thread <span class="pane-topic">{names.person(place) ? '' : `#${place}`}</span></h2>
        <button type="button" class="icon-button" aria-label="Close the thread" title="Close" onClick={() => openThread(channel, undefined)}><CloseIcon /></button>
      </header>
      <MessageList label="Messages of the thread" messages={messages} notices={notices} parentTs={threadTs}>
        {messages.length === 0 && <p class="empty-line">This message is gone.</p>}
      </MessageList>
      <Composer key={`${channel}/${threadTs}`} channel={channel} threadTs={threadTs} placeName="thread" />
    </aside>
  )
}
