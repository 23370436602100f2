import { emojiCharacter } from './emoji.js'
import { decodeEntities, type Inline, isSafeUrl } from './mrkdwn-nodes.js'

const wordCharacter = /[\p{L}\p{N}]/u
const marks = { '*': 'bold', _: 'italic', '~': 'strike' } as const

/** `<…>` as Slack reads it: link, mention, date or special. */
function parseAngle(inside: string): Inline {
  const [target = '', ...rest] = inside.split('|')
  const label = rest.length > 0 ? decodeEntities(rest.join('|')) : undefined
  const id = target.slice(1)
  if (target.startsWith('@')) return { type: 'user', id, label }
  if (target.startsWith('#')) return { type: 'channel', id, label }
  if (target.startsWith('!date^')) {
    const [, seconds, format = '', url] = target.split('^')
    const at = Number(seconds)
    const fallback = label ?? format
    return Number.isFinite(at) ? { type: 'date', seconds: at, format, url, fallback } : { type: 'text', text: fallback }
  }
  if (target.startsWith('!subteam^')) return { type: 'group', id: target.slice(9), label }
  if (target.startsWith('!')) return { type: 'broadcast', range: id }
  const url = decodeEntities(target)
  if (!isSafeUrl(url)) return { type: 'text', text: decodeEntities(`<${inside}>`) }
  return { type: 'link', url, children: [{ type: 'text', text: label ?? url.replace(/^mailto:/, '') }] }
}

/**
 * Where the mark that opens at `start` closes, or -1. As in Slack a mark opens only at the edge of a word and closes
 * at one, on the same line; letters of any script count, so `*太字*です` is not bold there either.
 */
function closing(text: string, start: number): number {
  const mark = text[start] as string
  const before = text[start - 1]
  const after = text[start + 1]
  if (before !== undefined && wordCharacter.test(before)) return -1
  if (after === undefined || /\s/.test(after) || after === mark) return -1
  for (let i = start + 1; i < text.length; i++) {
    const c = text[i]
    if (c === '\n') return -1
    if (c === '<') {
      const end = text.indexOf('>', i)
      if (end > 0) i = end
    } else if (c === '`') {
      const end = text.indexOf('`', i + 1)
      if (end > 0) i = end
    } else if (c === mark && !/\s/.test(text[i - 1] as string)) {
      const next = text[i + 1]
      if (next === undefined || !wordCharacter.test(next)) return i
    }
  }
  return -1
}

/** Reads the marks inside a paragraph of mrkdwn. */
export function parseInline(text: string): Inline[] {
  const nodes: Inline[] = []
  let plain = ''
  const flush = () => {
    if (plain) nodes.push({ type: 'text', text: decodeEntities(plain) })
    plain = ''
  }
  const add = (node: Inline) => {
    flush()
    nodes.push(node)
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string
    if (c === '\n') {
      add({ type: 'break' })
      continue
    }
    if (c === '<') {
      const end = text.indexOf('>', i)
      if (end > i + 1 && !text.slice(i, end).includes('\n')) {
        add(parseAngle(text.slice(i + 1, end)))
        i = end
        continue
      }
    }
    if (c === '`') {
      const end = text.indexOf('`', i + 1)
      if (end > i + 1 && !text.slice(i, end).includes('\n')) {
        add({ type: 'code', text: decodeEntities(text.slice(i + 1, end)) })
        i = end
        continue
      }
    }
    if (c === ':') {
      const name = /^:([a-z0-9_+'-]+):/.exec(text.slice(i, i + 60))?.[1]
      if (name && emojiCharacter(name)) {
        add({ type: 'emoji', name })
        i += name.length + 1
        continue
      }
    }
    if (c === '*' || c === '_' || c === '~') {
      const end = closing(text, i)
      if (end > 0) {
        add({ type: marks[c], children: parseInline(text.slice(i + 1, end)) })
        i = end
        continue
      }
    }
    plain += c
  }
  flush()
  return nodes
}
