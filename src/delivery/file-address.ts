/**
 * Where a file may be fetched from with the bot's token: Slack's own file hosts over https, or the very origin of the
 * configured API. Null for everything else, whatever it claims to be.
 */
export function fileAddress(address: string, apiUrl?: string): URL | null {
  const url = URL.parse(address)
  if (!url || url.username !== '' || url.password !== '') return null
  if (apiUrl !== undefined && (url.protocol === 'http:' || url.protocol === 'https:') && url.origin === URL.parse(apiUrl)?.origin) return url
  if (url.protocol !== 'https:' || url.port !== '') return null
  const host = url.hostname
  return host === 'slack-files.com' || host.endsWith('.slack.com') ? url : null
}
