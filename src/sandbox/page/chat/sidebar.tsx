import type { ComponentChildren } from 'preact'
import type { Channel } from '../../protocol.js'
import { HashIcon, LockIcon } from '../parts/icons.js'
import { Avatar } from '../people/avatar.js'
import { openApp, openChannel } from '../state/navigate.js'
import { useStore } from '../state/store.js'
import { useNames } from '../text/use-names.js'
import { unreadMessages } from './channel-messages.js'

interface EntryProps {
  name: string
  current: boolean
  unread: number
  icon: ComponentChildren
  onOpen(): void
}

function Entry({ name, current, unread, icon, onOpen }: EntryProps) {
  return (
    <button type="button" class={unread > 0 && !current ? 'entry unread' : 'entry'} aria-current={current ? 'page' : undefined} onClick={onOpen}>
      {icon}
      <span class="entry-name">{name}</span>
      {unread > 0 && !current && <span class="entry-count" aria-label={`${unread} unread`}>{unread}</span>}
    </button>
  )
}

export function Sidebar() {
  const names = useNames()
  const bot = useStore((state) => state.workspace?.bot)
  const person = useStore((state) => state.person)
  const place = useStore((state) => state.place)
  const lastRead = useStore((state) => state.lastRead)
  const channels = person?.channels ?? []
  const unread = (channel: Channel | undefined) =>
    channel ? unreadMessages(person?.messages ?? [], channel.id, lastRead[channel.id], place.personId).length : 0
  const rooms = channels.filter((channel) => channel.kind === 'channel').toSorted((a, b) => a.name.localeCompare(b.name))
  const ims = channels.filter((channel) => channel.kind === 'im' && channel.name !== bot?.userId)
  const botChannel = channels.find((channel) => channel.kind === 'im' && channel.name === bot?.userId)
  const botUnread = unread(botChannel)

  return (
    <nav class="sidebar" aria-label="Channels and messages">
      {bot && (
        <section>
          <h2>Apps</h2>
          <Entry
            name={bot.name}
            current={place.channelId === 'app'}
            unread={botUnread}
            icon={<Avatar id={bot.userId} name={bot.name} size={20} bot />}
            onOpen={() => openApp(botUnread > 0 ? 'messages' : 'home')}
          />
        </section>
      )}
      <section>
        <h2>Channels</h2>
        {rooms.length === 0 && <p class="sidebar-empty">{person ? 'Not in any channel.' : 'Loading…'}</p>}
        {rooms.map((channel) => (
          <Entry
            key={channel.id}
            name={channel.name}
            current={place.channelId === channel.id}
            unread={unread(channel)}
            icon={channel.isPrivate ? <LockIcon /> : <HashIcon />}
            onOpen={() => openChannel(channel.id)}
          />
        ))}
      </section>
      {ims.length > 0 && (
        <section>
          <h2>Direct messages</h2>
          {ims.map((channel) => (
            <Entry
              key={channel.id}
              name={names.user(channel.name)}
              current={place.channelId === channel.id}
              unread={unread(channel)}
              icon={<Avatar id={channel.name} name={names.user(channel.name)} size={20} />}
              onOpen={() => openChannel(channel.id)}
            />
          ))}
        </section>
      )}
    </nav>
  )
}
