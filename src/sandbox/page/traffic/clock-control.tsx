import { useRef, useState } from 'preact/hooks'
import { Floating } from '../parts/floating.js'
import { ClockIcon } from '../parts/icons.js'
import { api } from '../state/api.js'
import { useStore } from '../state/store.js'
import { useWorkspaceNow } from '../state/workspace-now.js'
import { shortDay, timeOfDay } from '../text/times.js'
import { useNames } from '../text/use-names.js'

const steps = ['+1h', '+1d', '+31d']

/** The workspace's clock, which the bot follows, and ways to move it. */
export function ClockControl() {
  const { me } = useNames()
  const now = useWorkspaceNow()
  const moved = useStore((state) => Math.abs(state.workspace?.clockOffset ?? 0) > 1000)
  const [open, setOpen] = useState(false)
  const [custom, setCustom] = useState('')
  const [trouble, setTrouble] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const zone = me?.timeZone ?? 'UTC'
  const move = async (by: string) => {
    try {
      await api.moveClock(by)
      setTrouble('')
    } catch {
      setTrouble(`The clock does not understand “${by}”. Try +3h, +2d or -30m.`)
    }
  }
  return (
    <>
      <button ref={button} type="button" class={moved ? 'bar-button moved' : 'bar-button'} aria-expanded={open} aria-label="Workspace clock" title={`Workspace clock, shown in ${zone}`} onClick={() => setOpen(!open)}>
        <ClockIcon /> <time>{shortDay(now, zone)}, {timeOfDay(now, zone)}</time>
      </button>
      {open && (
        <Floating anchor={button} onLeave={() => setOpen(false)} minWidth={280}>
          <div class="clock-box" role="group" aria-label="Move the clock" onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}>
            <p>The bot’s clock moves with this one: reminders, expiries and closing windows come due.</p>
            <div class="clock-steps">
              {steps.map((by) => <button key={by} type="button" class="button small" onClick={() => void move(by)}>{by}</button>)}
              <button type="button" class="button small" disabled={!moved} onClick={() => void move('real')}>Reset</button>
            </div>
            <form
              class="clock-custom"
              onSubmit={(event) => {
                event.preventDefault()
                if (custom.trim()) void move(custom.trim())
              }}
            >
              <input class="text-input" aria-label="Move the clock by" placeholder="+90m" value={custom} onInput={(event) => setCustom(event.currentTarget.value)} />
              <button type="submit" class="button small">Move</button>
            </form>
            {trouble && <div class="field-error" role="alert">{trouble}</div>}
          </div>
        </Floating>
      )}
    </>
  )
}
