import { useEffect } from 'preact/hooks'
import type { Channel, OpenView } from '../../protocol.js'
import { Blocks } from '../blocks/blocks.js'
import { SurfaceContext, useNewSurface } from '../form/surface.js'
import { api } from '../state/api.js'
import { openApp } from '../state/navigate.js'
import { notify } from '../state/notices.js'
import { getState, useStore } from '../state/store.js'
import { Avatar } from '../people/avatar.js'
import { BackButton, Conversation } from './channel-pane.js'

function HomeView({ home }: { home: OpenView }) {
  const surface = useNewSurface({
    key: home.id,
    place: { viewId: home.id },
    blocks: home.view.blocks,
    known: home,
    onRefused: (result) => notify(result.words, { channel: 'app' }),
  })
  return (
    <SurfaceContext.Provider value={surface}>
      <Blocks blocks={home.view.blocks} />
    </SurfaceContext.Provider>
  )
}

function Home() {
  const personId = useStore((state) => state.place.personId)
  const home = useStore((state) => state.person?.home)
  const bot = useStore((state) => state.workspace?.bot.name)
  const connection = useStore((state) => state.workspace?.connection)
  const notices = useStore((state) => state.notices)
  useEffect(() => {
    const open = async () => {
      if (!personId || connection === 'none') return
      const result = await api.act(personId, { do: 'open_home' })
      if (!result.ok) notify(result.words, { channel: 'app' })
    }
    void open()
  }, [personId, connection])
  const last = notices.findLast((notice) => notice.channel === 'app')
  return (
    <div class="home" role="tabpanel" aria-label="Home">
      <div class="home-inside">
        {last && <p class="home-trouble" role="alert">{last.words}</p>}
        {home ? <HomeView key={home.id} home={home} /> : (
          <div class="beginning"><h3>Nothing here yet</h3><p>{connection === 'none' ? `${bot} is not connected. Its Home appears once it is.` : `${bot} has not published its Home for you.`}</p></div>
        )}
      </div>
    </div>
  )
}

/** The bot's own entry: its Home and the direct messages with it. */
export function AppPane({ channel }: { channel: Channel | undefined }) {
  const bot = useStore((state) => state.workspace?.bot)
  const tab = useStore((state) => state.place.tab) ?? 'home'
  if (!bot) return null
  // Before the first word there is no channel: the bot's own id leads to it, as in Slack.
  const direct = channel ?? { id: bot.userId, name: bot.userId, kind: 'im' as const, isPrivate: true, topic: '', members: [getState().place.personId ?? '', bot.userId] }
  // As in Slack: where the manifest says so, there is nothing to type into.
  const readOnly = bot.messagesTab === 'on' ? undefined : `${bot.name} does not read messages here. Commands work in every channel.`
  const tabs = [['home', 'Home'], ['messages', 'Messages']] as const
  return (
    <main class="pane" aria-label={bot.name}>
      <header class="pane-head app-head">
        <BackButton />
        <Avatar id={bot.userId} name={bot.name} size={26} bot />
        <h2>{bot.name} <span class="badge">App</span></h2>
        <div class="tabs" role="tablist" aria-label={bot.name}>
          {tabs.map(([name, words]) => (
            <button key={name} type="button" role="tab" aria-selected={tab === name} onClick={() => openApp(name)}>{words}</button>
          ))}
        </div>
      </header>
      {tab === 'home' ? <Home /> : <Conversation key={direct.id} channel={direct} placeName={bot.name} label={`Messages with ${bot.name}`} readOnly={readOnly} />}
    </main>
  )
}
