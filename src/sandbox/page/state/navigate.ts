import { formatPlace, parsePlace, type PlaceInPage } from './place-in-page.js'
import { remember, remembered } from './remembered.js'
import { getState, setState } from './store.js'

/** Goes somewhere by way of the address: the hash listener does the rest. */
export function navigate(place: PlaceInPage): void {
  location.hash = formatPlace(place)
}

export function openChannel(channelId: string): void {
  navigate({ personId: getState().place.personId, channelId })
}

export function openApp(tab: 'home' | 'messages'): void {
  navigate({ personId: getState().place.personId, channelId: 'app', tab })
}

export function openThread(channelId: string, threadTs: string | undefined): void {
  navigate({ personId: getState().place.personId, channelId, threadTs })
}

/** Becomes somebody else, in the same channel if they are in it. */
export function becomePerson(personId: string | undefined): void {
  if (personId) remember('person', personId)
  const { channelId, tab } = getState().place
  navigate(personId ? { personId, channelId, tab } : {})
}

/** Keeps `place` in step with the address; `onPerson` runs when the person changed. */
export function followAddress(onPerson: () => void): void {
  const known = remembered<string | undefined>('person', undefined)
  if (!getState().place.personId && known) history.replaceState(null, '', formatPlace({ personId: known }))
  const read = () => {
    const before = getState().place.personId
    const place = parsePlace(location.hash)
    setState((state) => ({ ...state, place }))
    if (place.personId !== before) onPerson()
  }
  setState((state) => ({ ...state, place: parsePlace(location.hash) }))
  addEventListener('hashchange', read)
}
