/** Whom a case is shared with: addresses of people and groups, one on a line or between commas (CASE-3). */
export interface ShareAddresses {
  /** Lower case, each once, as they were typed first. */
  addresses: string[]
  /** What is no address, as it was typed. */
  bad: string[]
}

const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?'
const address = new RegExp(`^(?!.{255})[\\p{L}\\p{N}!#$%&'*+/=?^_\`{|}~-]+(?:\\.[\\p{L}\\p{N}!#$%&'*+/=?^_\`{|}~-]+)*@(?:${label}\\.)+(?!\\p{N}+$)${label}$`, 'u')
/** Whether a text is an address as `parseShareAddresses` gives it back. */
export function isShareAddress(text: string): boolean {
  return address.test(text)
}

/** `Jane Doe <jane@acme.example>`, as mail programs copy it; Slack adds `mailto:` and a second spelling after a bar. */
const wrapped = /^[^<>]*<\s*(?:mailto:)?([^<>|\s]+)(?:\|[^<>]*)?>$/iu

/** Reads what was typed; commas, semicolons and lines part addresses, whatever script's commas they are. */
export function parseShareAddresses(typed: string): ShareAddresses {
  const addresses = new Set<string>()
  const bad = new Set<string>()
  for (const part of typed.split(/[\n\r,;、，；]+/u)) {
    const text = part.trim()
    if (text === '') continue
    for (const piece of piecesOf(text)) {
      const bare = piece.normalize('NFKC').replace(/^mailto:/iu, '').toLowerCase()
      if (address.test(bare)) addresses.add(bare)
      else bad.add(piece)
    }
  }
  return { addresses: [...addresses], bad: [...bad] }
}

/** One address, unless several stand between spaces. */
function piecesOf(text: string): string[] {
  const inner = wrapped.exec(text)?.[1]
  if (inner !== undefined) return [inner]
  const pieces = text.split(/\s+/u)
  return pieces.every((piece) => piece.includes('@')) ? pieces : [text]
}
