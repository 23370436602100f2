import type { Reader } from '../locales/words.js'
import { resolveActor } from '../usecases/acting/resolve-actor.js'
import type { ResolvedActor } from '../usecases/acting/resolve-actor.js'
import type { Edge } from './edge.js'
import { loadProfile } from './slack-people.js'

export interface Caller {
  teamId: string
  userId: string
}

/** How many people's languages are remembered. */
const mostReaders = 5000

/** Slack's team and user become the signed-in account, or a refusal; and always a language and a wall clock. */
export async function whoActs(edge: Edge, caller: Caller): Promise<ResolvedActor> {
  const who = await resolveActor(edge.deps, { ...caller, loadProfile: () => loadProfile(edge, caller.userId) })
  if (edge.readers.size >= mostReaders) edge.readers.clear()
  edge.readers.set(keyOf(caller), who.reader)
  return who
}

const keyOf = (caller: Caller): string => `${caller.teamId} ${caller.userId}`

export const unknownReader: Reader = { locale: 'en-US', timeZone: 'UTC' }

/** The language and wall clock of whoever acts, also when nobody can say who it is. */
export function readerOf({ edge, caller, who }: { edge: Edge; caller: Caller; who: Promise<ResolvedActor> }): Promise<Reader> {
  return who.then(({ reader }) => reader, () => lastReader(edge, caller))
}

/** The language last seen of a person; English of somebody new. */
export function lastReader(edge: Edge, caller: Caller): Reader {
  return edge.readers.get(keyOf(caller)) ?? unknownReader
}
