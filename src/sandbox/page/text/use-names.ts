import type { Channel, Person } from '../../protocol.js'
import { useStore } from '../state/store.js'

export interface Names {
  me?: Person
  user(id: string): string
  channel(id: string): string
  person(id: string): Person | undefined
}

/** How people and channels are called, for whoever is looking. */
export function useNames(): Names {
  const workspace = useStore((state) => state.workspace)
  const personId = useStore((state) => state.place.personId)
  const joined = useStore((state) => state.person?.channels)
  const person = (id: string) => workspace?.people.find((p) => p.id === id)
  const channels: Channel[] = [...(joined ?? []), ...(workspace?.channels ?? [])]
  return {
    me: personId ? person(personId) : undefined,
    person,
    user: (id) => (id === workspace?.bot.userId ? workspace.bot.name : (person(id)?.name ?? 'unknown person')),
    channel: (id) => channels.find((c) => c.id === id)?.name ?? 'private-channel',
  }
}
