import { parseDocument } from 'yaml'

const eventsPath = '/slack/events'

/**
 * The manifest for HTTP, made of the one for Socket Mode: every request goes to `/slack/events` of `baseUrl`.
 * Comments and order stay. Throws when `baseUrl` is no https address.
 */
export function httpManifest(manifest: string, baseUrl: string): string {
  const document = parseDocument(manifest)
  const base = new URL(baseUrl)
  if (base.protocol !== 'https:') throw new TypeError('https')
  const requestUrl = new URL(base.pathname.replace(/\/?$/, eventsPath), base.origin).href
  const hasEvents = document.hasIn(['settings', 'event_subscriptions'])

  document.setIn(['settings', 'socket_mode_enabled'], false)
  document.setIn(['settings', 'interactivity', 'is_enabled'], true)
  document.setIn(['settings', 'interactivity', 'request_url'], requestUrl)
  // Searchable selects ask there.
  document.setIn(['settings', 'interactivity', 'message_menu_options_url'], requestUrl)
  if (hasEvents) document.setIn(['settings', 'event_subscriptions', 'request_url'], requestUrl)
  const { features } = document.toJS() as { features?: { slash_commands?: unknown[] } }
  for (const index of (features?.slash_commands ?? []).keys()) document.setIn(['features', 'slash_commands', index, 'url'], requestUrl)
  return document.toString({ lineWidth: 0 })
}
