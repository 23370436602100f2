import type { RichTextBlock, RichTextElement } from '@slack/types'
import { useMemo } from 'preact/hooks'
import type { Inline, TextBlock } from '../text/mrkdwn-nodes.js'
import { TextBlocks } from '../text/rich-text.js'

type Style = { bold?: boolean; italic?: boolean; strike?: boolean; code?: boolean }

function bare(element: RichTextElement): Inline {
  switch (element.type) {
    case 'text':
      return (element as { style?: Style }).style?.code ? { type: 'code', text: element.text } : { type: 'text', text: element.text }
    case 'link':
      return { type: 'link', url: element.url, children: [{ type: 'text', text: element.text ?? element.url }] }
    case 'user':
      return { type: 'user', id: element.user_id }
    case 'channel':
      return { type: 'channel', id: element.channel_id }
    case 'usergroup':
      return { type: 'group', id: element.usergroup_id }
    case 'broadcast':
      return { type: 'broadcast', range: element.range }
    case 'emoji':
      return { type: 'emoji', name: element.name }
    case 'date':
      return { type: 'date', seconds: element.timestamp, format: element.format, url: element.url, fallback: element.fallback ?? '' }
    case 'color':
      return { type: 'code', text: element.value }
    case 'team':
      return { type: 'text', text: element.team_id }
  }
}

function toInline(element: RichTextElement): Inline {
  const { bold, italic, strike } = (element as { style?: Style }).style ?? {}
  let node = bare(element)
  if (bold) node = { type: 'bold', children: [node] }
  if (italic) node = { type: 'italic', children: [node] }
  if (strike) node = { type: 'strike', children: [node] }
  return node
}

/** `\n` inside a text is a line break here, too. */
function inlines(elements: readonly RichTextElement[]): Inline[] {
  return elements.flatMap((element): Inline[] => {
    if (element.type !== 'text' || !element.text.includes('\n')) return [toInline(element)]
    return element.text.split('\n').flatMap((text, i): Inline[] => {
      const line = toInline({ ...element, text })
      return i > 0 ? [{ type: 'break' }, line] : [line]
    })
  })
}

function toBlocks(block: RichTextBlock): TextBlock[] {
  return block.elements.flatMap((part): TextBlock[] => {
    switch (part.type) {
      case 'rich_text_section':
        return [{ type: 'paragraph', children: inlines(part.elements) }]
      case 'rich_text_quote':
        return [{ type: 'quote', children: [{ type: 'paragraph', children: inlines(part.elements) }] }]
      case 'rich_text_preformatted':
        return [{ type: 'pre', text: part.elements.map((e) => (e.type === 'link' ? (e.text ?? e.url) : e.text)).join('') }]
      case 'rich_text_list':
        return part.elements.map((item, i) => ({
          type: 'item',
          marker: part.style === 'ordered' ? `${i + 1}.` : '•',
          indent: part.indent ?? 0,
          children: inlines(item.elements),
        }))
    }
  })
}

export function RichTextBlockView({ block }: { block: RichTextBlock }) {
  const blocks = useMemo(() => toBlocks(block), [block])
  return <div class="prose"><TextBlocks blocks={blocks} /></div>
}
