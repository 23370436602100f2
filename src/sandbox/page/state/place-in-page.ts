/** Where a person is on the page. It lives in the address (`#U01/C02/1700000000.000100`), so links and screenshots work. */
export interface PlaceInPage {
  personId?: string
  /** A channel's id, or `app` for the bot's entry. */
  channelId?: string
  /** For the bot's entry: which tab. */
  tab?: 'home' | 'messages'
  /** The parent's ts of the thread that is open. */
  threadTs?: string
}

export function parsePlace(hash: string): PlaceInPage {
  const [personId, channelId, third] = hash.replace(/^#/, '').split('/').map(decodeURIComponent)
  if (!personId) return {}
  const place: PlaceInPage = { personId }
  if (channelId) place.channelId = channelId
  if (channelId === 'app') place.tab = third === 'messages' ? 'messages' : 'home'
  else if (third) place.threadTs = third
  return place
}

export function formatPlace(place: PlaceInPage): string {
  if (!place.personId) return '#'
  const third = place.channelId === 'app' ? place.tab : place.threadTs
  return `#${[place.personId, place.channelId, place.channelId && third].filter(Boolean).join('/')}`
}
