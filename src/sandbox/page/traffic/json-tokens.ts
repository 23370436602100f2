export interface JsonToken {
  text: string
  kind?: 'key' | 'string' | 'number' | 'word'
}

const token = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g

/** JSON written out for reading, cut into pieces to colour. A text that is no JSON stays a text. */
export function jsonTokens(value: unknown): JsonToken[] {
  if (value === undefined || value === null || value === '') return [{ text: '(empty)' }]
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2)
  if (typeof value === 'string') return [{ text }]
  const tokens: JsonToken[] = []
  let end = 0
  for (const match of text.matchAll(token)) {
    const [all, quoted, colon, word] = match
    if (match.index > end) tokens.push({ text: text.slice(end, match.index) })
    if (quoted && colon) tokens.push({ text: quoted, kind: 'key' }, { text: colon })
    else tokens.push({ text: all, kind: quoted ? 'string' : word ? 'word' : 'number' })
    end = match.index + all.length
  }
  tokens.push({ text: text.slice(end) })
  return tokens
}
