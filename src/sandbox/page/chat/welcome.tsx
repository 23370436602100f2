import { HashIcon, LockIcon, Mark } from '../parts/icons.js'
import { Avatar } from '../people/avatar.js'
import { openApp, openChannel } from '../state/navigate.js'
import { useStore } from '../state/store.js'
import { useNames } from '../text/use-names.js'

/** What somebody sees who is not in any channel yet: where to go, and the first thing to type there. */
export function Welcome({ lost }: { lost: boolean }) {
  const { me } = useNames()
  const bot = useStore((state) => state.workspace?.bot)
  const command = useStore((state) => state.workspace?.commands[0])
  const channels = useStore((state) => state.person?.channels)
  const rooms = (channels ?? []).filter((channel) => channel.kind === 'channel').toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <main class="pane welcome">
      <div class="welcome-inside">
        <Mark size={52} />
        <h2>{lost ? `${me?.name} is not in this channel` : `You are ${me?.name}`}</h2>
        {command && <p>Open a channel and type <code>{command.command}</code>: {command.description}.</p>}
        <div class="welcome-places">
          {rooms.map((channel) => (
            <button key={channel.id} type="button" class="welcome-place" onClick={() => openChannel(channel.id)}>
              {channel.isPrivate ? <LockIcon /> : <HashIcon />}
              <span><strong>{channel.name}</strong><span>{channel.topic}</span></span>
            </button>
          ))}
          {bot && (
            <button type="button" class="welcome-place" onClick={() => openApp('home')}>
              <Avatar id={bot.userId} name={bot.name} size={20} bot />
              <span><strong>{bot.name}</strong><span>Its Home, and the messages it sent to you</span></span>
            </button>
          )}
        </div>
      </div>
    </main>
  )
}
