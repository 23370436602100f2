import { useMemo, useState } from 'preact/hooks'
import { CloseIcon } from '../parts/icons.js'
import { useStore } from '../state/store.js'
import { filterTraffic } from './filter-traffic.js'
import { TrafficEntry } from './traffic-entry.js'
import { TroubleMenu } from './trouble-menu.js'

/** Everything that passes between the workspace and the bot. */
export function TrafficPanel({ onClose }: { onClose(): void }) {
  const traffic = useStore((state) => state.traffic)
  const [filter, setFilter] = useState('')
  /** Entries up to this number were cleared away here; the workspace keeps them. */
  const [clearedTo, setClearedTo] = useState(-1)
  const shown = useMemo(() => filterTraffic(traffic.filter((entry) => entry.n > clearedTo), filter), [traffic, clearedTo, filter])
  return (
    <section class="traffic" aria-label="Traffic between bot and workspace">
      <header class="traffic-head">
        <h2>Traffic</h2>
        <input type="search" class="text-input" aria-label="Filter the traffic" placeholder="Filter: views.open, error, a name…" value={filter} onInput={(event) => setFilter(event.currentTarget.value)} />
        <span class="traffic-count">{shown.length}</span>
        <TroubleMenu />
        <button type="button" class="button small" onClick={() => setClearedTo(Math.max(-1, ...traffic.map((entry) => entry.n)))}>Clear</button>
        <button type="button" class="icon-button" aria-label="Close the traffic" onClick={onClose}><CloseIcon /></button>
      </header>
      <div class="traffic-list" tabIndex={0}>
        {shown.length === 0 && (
          <p class="empty-line">{filter ? 'Nothing matches the filter.' : 'Nothing yet. Commands, clicks and the bot’s calls appear here as they happen.'}</p>
        )}
        {shown.map((entry) => <TrafficEntry key={entry.n} entry={entry} />)}
      </div>
    </section>
  )
}
