import { Mark, MoreIcon, TrafficIcon } from './parts/icons.js'
import { Menu } from './parts/menu.js'
import { askConfirm } from './parts/confirm.js'
import { PersonSwitcher } from './people/person-switcher.js'
import { api } from './state/api.js'
import { useStore } from './state/store.js'
import { ClockControl } from './traffic/clock-control.js'
import { ConnectionBadge } from './traffic/connection-badge.js'

const startAfresh = {
  title: { type: 'plain_text', text: 'Start the workspace afresh?' },
  text: { type: 'plain_text', text: 'Messages, dialogs and files of this workspace are thrown away. What the bot keeps in its own store stays.' },
  confirm: { type: 'plain_text', text: 'Start afresh' },
  style: 'danger',
} as const

export function TopBar({ trafficOpen, onTraffic }: { trafficOpen: boolean; onTraffic(): void }) {
  const team = useStore((state) => state.workspace?.team.name)
  const reset = async () => {
    if (await askConfirm(startAfresh)) await api.reset()
  }
  return (
    <header class="top-bar">
      <div class="brand"><Mark /> <span class="brand-name">{team}</span></div>
      <ConnectionBadge />
      <div class="top-tools">
        <ClockControl />
        <button type="button" class="bar-button" aria-pressed={trafficOpen} aria-label="Traffic" onClick={onTraffic}>
          <TrafficIcon /> <span class="bar-words">Traffic</span>
        </button>
        <Menu label="Workspace" buttonClass="bar-button" items={[{ key: 'reset', text: 'Start afresh…', description: 'Throw away messages and dialogs', danger: true, onChoose: () => void reset() }]}>
          <MoreIcon />
        </Menu>
        <PersonSwitcher />
      </div>
    </header>
  )
}
