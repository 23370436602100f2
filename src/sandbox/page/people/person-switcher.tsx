import { useRef, useState } from 'preact/hooks'
import { Floating } from '../parts/floating.js'
import { ChevronIcon } from '../parts/icons.js'
import { useMenuKeys } from '../parts/use-menu-keys.js'
import { becomePerson } from '../state/navigate.js'
import { useStore } from '../state/store.js'
import { useWorkspaceNow } from '../state/workspace-now.js'
import { timeOfDay } from '../text/times.js'
import { Avatar } from './avatar.js'
import { byOrganization } from './by-organization.js'
import { PersonRow } from './person-row.js'

/** Who one is, always in reach, and the way to be somebody else. */
export function PersonSwitcher() {
  const workspace = useStore((state) => state.workspace)
  const personId = useStore((state) => state.place.personId)
  const now = useWorkspaceNow(5000)
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const onKeyDown = useMenuKeys(list, open, close)
  const me = workspace?.people.find((person) => person.id === personId)
  if (!workspace || !me) return null
  return (
    <>
      <button ref={button} type="button" class="switcher" aria-haspopup="menu" aria-expanded={open} aria-label={`You are ${me.name}. Be somebody else`} onClick={() => setOpen(!open)}>
        <Avatar id={me.id} name={me.name} size={28} />
        <span class="switcher-words">
          <span class="switcher-name">{me.name}</span>
          <span class="switcher-title">{timeOfDay(now, me.timeZone)} · {me.locale}</span>
        </span>
        <ChevronIcon />
      </button>
      {open && (
        <Floating anchor={button} onLeave={() => setOpen(false)} minWidth={360} maxHeight={720}>
          <div ref={list} class="menu people-menu" role="menu" aria-label="Be somebody else" onKeyDown={onKeyDown}>
            {byOrganization(workspace.people).map(({ domain, people }) => (
              <div key={domain} role="group" aria-label={domain}>
                <div class="menu-heading">{domain}</div>
                {people.map((person) => (
                  <PersonRow
                    key={person.id}
                    role="menuitem"
                    person={person}
                    now={now}
                    current={person.id === personId}
                    onChoose={() => {
                      close()
                      becomePerson(person.id)
                    }}
                  />
                ))}
              </div>
            ))}
            <button type="button" role="menuitem" class="menu-item" onClick={() => becomePerson(undefined)}>See everybody</button>
          </div>
        </Floating>
      )}
    </>
  )
}
