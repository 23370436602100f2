import type { Traffic } from '../../protocol.js'
import { useNames } from '../text/use-names.js'
import { PrettyJson } from './pretty-json.js'

function clockTime(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at)
}

export function TrafficEntry({ entry }: { entry: Traffic }) {
  const { me } = useNames()
  const toBot = entry.direction === 'to_bot'
  return (
    <details class="traffic-entry">
      <summary>
        <span class={toBot ? 'arrow to-bot' : 'arrow from-bot'} title={toBot ? 'To the bot' : 'From the bot'} role="img" aria-label={toBot ? 'To the bot' : 'From the bot'}>
          {toBot ? '→' : '←'}
        </span>
        <span class="traffic-kind">{entry.kind}</span>
        <span class="traffic-name">{entry.name}</span>
        {entry.error && <span class="traffic-error">{entry.error}</span>}
        <span class={entry.ok ? 'state ok' : 'state bad'}>{entry.ok ? 'ok' : 'error'}</span>
        <span class={entry.milliseconds > 2000 ? 'traffic-ms slow' : 'traffic-ms'}>{Math.round(entry.milliseconds)} ms</span>
        <time class="traffic-time">{clockTime(entry.at, me?.timeZone ?? 'UTC')}</time>
      </summary>
      <TrafficContent entry={entry} />
    </details>
  )
}

function TrafficContent({ entry }: { entry: Traffic }) {
  return (
    <div class="traffic-content">
      <PrettyJson label="Request" value={entry.request} />
      <PrettyJson label="Response" value={entry.response} />
    </div>
  )
}
