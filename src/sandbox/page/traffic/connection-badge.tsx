import { useStore } from '../state/store.js'

const words = {
  none: 'No bot connected — waiting…',
  socket: 'Bot connected via Socket Mode',
  http: 'Bot connected via HTTP',
}

export function ConnectionBadge() {
  const connection = useStore((state) => state.workspace?.connection) ?? 'none'
  const online = useStore((state) => state.online)
  const kind = online ? connection : 'offline'
  const text = online ? words[connection] : 'Workspace lost — reconnecting…'
  return (
    <span class={`connection ${kind}`} role="status" title={text}>
      <span class="dot" aria-hidden="true" />
      <span class="connection-words">{text}</span>
    </span>
  )
}
