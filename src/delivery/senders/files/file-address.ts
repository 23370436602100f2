/**
 * Where a file may be fetched from with the bot's token: Slack's own file hosts over https, or the very origin of the
 * configured API. Null for everything else, whatever it claims to be. `base` is the address that led there.
 */
export function fileAddress(address: string, options: { apiUrl?: string; base?: URL } = {}): URL | null {
  const { apiUrl, base } = options
  if (!URL.canParse(address, base?.href)) return null
  const url = new URL(address, base?.href)
  if (url.username !== '' || url.password !== '') return null
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  if (isWeb && apiUrl !== undefined && URL.canParse(apiUrl) && url.origin === new URL(apiUrl).origin) return url
  if (url.protocol !== 'https:' || url.port !== '') return null
  return url.hostname === 'slack-files.com' || url.hostname.endsWith('.slack.com') ? url : null
}
