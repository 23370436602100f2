import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import type { Message } from '../../protocol.js'
import type { Notice } from '../state/page-state.js'
import { useWorkspaceNow } from '../state/workspace-now.js'
import { dayName } from '../text/times.js'
import { useNames } from '../text/use-names.js'
import { groupMessages } from './group-messages.js'
import { MessageItem } from './message-item.js'
import { NoticeItem } from './notice-item.js'

interface MessageListProps {
  label: string
  messages: Message[]
  notices: Notice[]
  unreadFrom?: string
  /** Set in a thread: the message that it hangs on. */
  parentTs?: string
  /** Stands above the first message. */
  children?: ComponentChildren
}

/** Within this many pixels of the end, the list follows what comes. */
const nearEnd = 120

export function MessageList({ label, messages, notices, unreadFrom, parentTs, children }: MessageListProps) {
  const { me } = useNames()
  const now = useWorkspaceNow(60_000)
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const timeZone = me?.timeZone ?? 'UTC'
  const rows = useMemo(
    () => groupMessages(messages, { timeZone, notices, unreadFrom, parentTs }),
    [messages, notices, timeZone, unreadFrom, parentTs],
  )
  useLayoutEffect(() => {
    const list = box.current
    if (!list) return
    const follow = () => atEnd.current && list.scrollTo({ top: list.scrollHeight })
    follow()
    // Pictures and fonts arrive later and push the end away.
    const observer = new ResizeObserver(follow)
    observer.observe(list)
    for (const child of list.children) observer.observe(child)
    return () => observer.disconnect()
  }, [rows])

  return (
    <div
      ref={box}
      class="message-list"
      role="log"
      aria-label={label}
      tabIndex={0}
      onScroll={({ currentTarget: list }) => {
        atEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < nearEnd
      }}
    >
      {children}
      {rows.map((row) => {
        switch (row.type) {
          case 'day':
            return <div key={row.key} class="day-line" role="separator"><span>{dayName(row.at, { timeZone, now })}</span></div>
          case 'unread':
            return <div key={row.key} class="unread-line" role="separator"><span>New</span></div>
          case 'replies':
            return <div key={row.key} class="reply-line">{row.count} {row.count === 1 ? 'reply' : 'replies'}</div>
          case 'notice':
            return <NoticeItem key={row.key} notice={row.notice} timeZone={timeZone} />
          case 'message':
            return <MessageItem key={row.key} message={row.message} follows={row.follows} inThread={parentTs !== undefined} timeZone={timeZone} />
        }
      })}
    </div>
  )
}
