import { decodeEntities, type TextBlock } from './mrkdwn-nodes.js'
import { parseInline } from './parse-inline.js'

const item = /^( *)([•◦▪‣\-–]|\d+[.)]) +(.*)$/

function parseLines(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let paragraph: string[] = []
  let quote: string[] = []
  const flush = () => {
    if (paragraph.length > 0) blocks.push({ type: 'paragraph', children: parseInline(paragraph.join('\n')) })
    if (quote.length > 0) blocks.push({ type: 'quote', children: parseLines(quote.join('\n')) })
    paragraph = []
    quote = []
  }
  const lines = text.split('\n')
  for (const [at, line] of lines.entries()) {
    if (/^(&gt;|>){3}/.test(line)) {
      // `>>>` quotes everything to the end.
      flush()
      quote = [line.replace(/^(&gt;|>){3} ?/, ''), ...lines.slice(at + 1)]
      break
    }
    if (/^(&gt;|>)/.test(line)) {
      if (paragraph.length > 0) flush()
      quote.push(line.replace(/^(&gt;|>) ?/, ''))
      continue
    }
    if (quote.length > 0) flush()
    const listed = item.exec(line)
    if (listed) {
      flush()
      const [, spaces = '', marker = '', rest = ''] = listed
      blocks.push({ type: 'item', marker, indent: Math.floor(spaces.length / 2), children: parseInline(rest) })
    } else paragraph.push(line)
  }
  flush()
  return blocks
}

/** Reads Slack's mrkdwn. A line beginning with a bullet or a number becomes an item with a hanging indent. */
export function parseMrkdwn(text: string): TextBlock[] {
  const blocks: TextBlock[] = []
  const pieces = text.split('```')
  // An odd number of fences leaves the last one open: Slack shows it as typed.
  if (pieces.length % 2 === 0) {
    const open = pieces.pop()
    pieces.push(`${pieces.pop()}\`\`\`${open}`)
  }
  for (const [at, piece] of pieces.entries()) {
    if (at % 2 === 1) blocks.push({ type: 'pre', text: decodeEntities(piece).replace(/^\n|\n$/g, '') })
    else {
      const around = piece.replace(at > 0 ? /^\n/ : /^(?!)/, '').replace(at < pieces.length - 1 ? /\n$/ : /(?!)$/, '')
      if (around) blocks.push(...parseLines(around))
    }
  }
  return blocks
}
