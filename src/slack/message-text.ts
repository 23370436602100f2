/** A message's text as a person reads it: Slack's escapes and links undone. */
export function readableText(text: string): string {
  return text
    .replace(/<([^<>|]*)(?:\|([^<>]*))?>/g, (_whole, target: string, label: string | undefined) => readableLink(target, label))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

function readableLink(target: string, label: string | undefined): string {
  if (target.startsWith('@') || target.startsWith('!')) return label ? label.replace(/^(?!@)/, '@') : target.replace(/^!(?:subteam\^)?/, '@')
  if (target.startsWith('#')) return `#${label ?? target.slice(1)}`
  const address = target.replace(/^mailto:/, '')
  // `<http://acme.example|acme.example>`: Slack made the link, the person wrote the label.
  if (label === undefined || label === address || address.replace(/^https?:\/\//, '') === label) return label ?? address
  return `${label} (${address})`
}
