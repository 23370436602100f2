import type { Person } from '../../protocol.js'
import { timeOfDay, zoneOffset } from '../text/times.js'
import { Avatar } from './avatar.js'

function mark(person: Person): string | undefined {
  if (person.deleted) return 'deactivated'
  if (person.isStranger) return 'other workspace'
  return person.isGuest ? 'guest' : undefined
}

interface PersonRowProps {
  person: Person
  now: number
  current?: boolean
  role?: 'menuitem'
  onChoose(): void
}

/** One person in a list to choose from: who they are, their language, their time. */
export function PersonRow({ person, now, current, role, onChoose }: PersonRowProps) {
  const badge = mark(person)
  return (
    <button type="button" role={role} class={current ? 'person-row current' : 'person-row'} aria-current={current} onClick={onChoose}>
      <Avatar id={person.id} name={person.name} size={36} />
      <span class="person-words">
        <span class="person-name">{person.name}{badge && <span class="badge">{badge}</span>}</span>
        <span class="person-title">{person.title || person.email}</span>
      </span>
      <span class="person-time" title={person.timeZone}>
        <span>{timeOfDay(now, person.timeZone)}</span>
        <span class="person-locale">{person.locale} · {zoneOffset(person.timeZone, now)}</span>
      </span>
    </button>
  )
}
