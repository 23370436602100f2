import { useEffect, useState } from 'preact/hooks'
import { AppPane } from './chat/app-pane.js'
import { ChannelPane } from './chat/channel-pane.js'
import { Sidebar } from './chat/sidebar.js'
import { ThreadPanel } from './chat/thread-panel.js'
import { Welcome } from './chat/welcome.js'
import { ModalStack } from './modal/modal-stack.js'
import { ConfirmHost } from './parts/confirm.js'
import { Mark } from './parts/icons.js'
import { Spinner } from './parts/spinner.js'
import { Chooser } from './people/chooser.js'
import { remember, remembered } from './state/remembered.js'
import { useStore } from './state/store.js'
import { useNames } from './text/use-names.js'
import { TopBar } from './top-bar.js'
import { TrafficPanel } from './traffic/traffic-panel.js'

/** What stands in the middle: the bot's entry, a channel, or a word of welcome. */
function Middle() {
  const place = useStore((state) => state.place)
  const person = useStore((state) => state.person)
  const bot = useStore((state) => state.workspace?.bot)
  if (!person) return <main class="pane waiting"><Spinner label="Loading" /></main>
  if (place.channelId === 'app') return <AppPane channel={person.channels.find((c) => c.kind === 'im' && c.name === bot?.userId)} />
  const channel = person.channels.find((c) => c.id === place.channelId)
  if (channel) return <ChannelPane key={`${place.personId}/${channel.id}`} channel={channel} />
  return <Welcome lost={place.channelId !== undefined} />
}

export function App() {
  const workspace = useStore((state) => state.workspace)
  const place = useStore((state) => state.place)
  const failure = useStore((state) => state.failure)
  const { me } = useNames()
  const [trafficOpen, setTrafficOpen] = useState(() => remembered('traffic', false))
  const toggleTraffic = () => {
    setTrafficOpen(!trafficOpen)
    remember('traffic', !trafficOpen)
  }
  useEffect(() => {
    document.title = [me?.name, workspace?.team.name ?? 'Onbehalf sandbox'].filter(Boolean).join(' · ')
  }, [me?.name, workspace?.team.name])

  if (!workspace) {
    return (
      <main class="waiting whole">
        <Mark size={56} />
        {failure ? <p role="alert">{failure}</p> : <Spinner label="Loading the workspace" />}
      </main>
    )
  }
  if (!me) return <Chooser />
  const inside = ['app', place.channelId ? 'in-channel' : '', place.threadTs ? 'with-thread' : '', trafficOpen ? 'with-traffic' : ''].join(' ')
  return (
    <div class={inside}>
      <TopBar trafficOpen={trafficOpen} onTraffic={toggleTraffic} />
      <Sidebar />
      <Middle />
      {place.channelId && place.threadTs && <ThreadPanel key={place.threadTs} channel={place.channelId} threadTs={place.threadTs} />}
      {trafficOpen && <TrafficPanel onClose={toggleTraffic} />}
      <ModalStack key={me.id} />
      <ConfirmHost />
    </div>
  )
}
