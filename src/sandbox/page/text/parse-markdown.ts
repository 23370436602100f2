import { emojiCharacter } from './emoji.js'
import { type Inline, isSafeUrl, type TextBlock } from './mrkdwn-nodes.js'

const inline = /(`[^`\n]+`)|\*\*(.+?)\*\*|~~(.+?)~~|\*(\S(?:.*?\S)?)\*|\b_(\S(?:.*?\S)?)_\b|\[([^\]\n]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>)]+)|:([a-z0-9_+-]+):/

function parseMarkdownInline(text: string): Inline[] {
  const nodes: Inline[] = []
  let rest = text
  for (;;) {
    const found = inline.exec(rest)
    if (!found) break
    if (found.index > 0) nodes.push({ type: 'text', text: rest.slice(0, found.index) })
    const [all, code, bold, strike, star, underscore, label, url, bare, emoji] = found
    const italic = star ?? underscore
    if (code) nodes.push({ type: 'code', text: code.slice(1, -1) })
    else if (bold) nodes.push({ type: 'bold', children: parseMarkdownInline(bold) })
    else if (strike) nodes.push({ type: 'strike', children: parseMarkdownInline(strike) })
    else if (italic) nodes.push({ type: 'italic', children: parseMarkdownInline(italic) })
    else if (label && url && isSafeUrl(url)) nodes.push({ type: 'link', url, children: parseMarkdownInline(label) })
    else if (bare) nodes.push({ type: 'link', url: bare, children: [{ type: 'text', text: bare }] })
    else if (emoji && emojiCharacter(emoji)) nodes.push({ type: 'emoji', name: emoji })
    else nodes.push({ type: 'text', text: all })
    rest = rest.slice(found.index + all.length)
  }
  if (rest) nodes.push({ type: 'text', text: rest })
  return nodes
}

/** Reads the Markdown of a `markdown` block: headings, lists, quotes, fences, rules, the usual inline marks. */
export function parseMarkdown(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  const paragraph: string[] = []
  const flush = () => {
    if (paragraph.length === 0) return
    const children = paragraph.flatMap((line, i): Inline[] => [
      ...(i > 0 ? [{ type: 'break' } as const] : []),
      ...parseMarkdownInline(line),
    ])
    blocks.push({ type: 'paragraph', children })
    paragraph.length = 0
  }
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string
    const heading = /^(#{1,6})\s+(.*)$/.exec(line)
    const listed = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/.exec(line)
    if (line.startsWith('```')) {
      flush()
      const end = lines.findIndex((l, at) => at > i && l.startsWith('```'))
      const stop = end < 0 ? lines.length : end
      blocks.push({ type: 'pre', text: lines.slice(i + 1, stop).join('\n') })
      i = stop
    } else if (heading) {
      flush()
      blocks.push({ type: 'heading', level: (heading[1] as string).length, children: parseMarkdownInline(heading[2] ?? '') })
    } else if (/^(-{3,}|\*{3,})$/.test(line.trim())) {
      flush()
      blocks.push({ type: 'rule' })
    } else if (line.startsWith('>')) {
      flush()
      const quoted: string[] = []
      for (; i < lines.length && lines[i]?.startsWith('>'); i++) quoted.push((lines[i] as string).replace(/^> ?/, ''))
      i--
      blocks.push({ type: 'quote', children: parseMarkdown(quoted.join('\n')) })
    } else if (listed) {
      flush()
      const [, spaces = '', marker = '', rest = ''] = listed
      const shown = /\d/.test(marker) ? marker : '•'
      blocks.push({ type: 'item', marker: shown, indent: Math.floor(spaces.length / 2), children: parseMarkdownInline(rest) })
    } else if (line.trim() === '') flush()
    else paragraph.push(line)
  }
  flush()
  return blocks
}
