import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { openChannel } from '../state/navigate.js'
import { useStore } from '../state/store.js'
import { workspaceNow } from '../state/workspace-now.js'
import { emojiCharacter, withEmoji } from './emoji.js'
import { decodeEntities, type Inline, isSafeUrl, type TextBlock } from './mrkdwn-nodes.js'
import { parseMrkdwn } from './parse-mrkdwn.js'
import { formatSlackDate } from './slack-date.js'
import { fullTime } from './times.js'
import { useNames } from './use-names.js'

function External({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  )
}

function DateNode({ node }: { node: Extract<Inline, { type: 'date' }> }) {
  const me = useNames().me
  if (!me) return <>{node.fallback}</>
  const words = formatSlackDate(node.seconds, node.format, { locale: me.locale, timeZone: me.timeZone, now: workspaceNow() })
  const shown = <time title={fullTime(node.seconds * 1000, me.timeZone)}>{words}</time>
  return node.url && isSafeUrl(node.url) ? <External href={node.url}>{shown}</External> : shown
}

function Mention({ node }: { node: Extract<Inline, { type: 'user' | 'channel' | 'group' }> }) {
  const names = useNames()
  const joined = useStore((state) => state.person?.channels)
  if (node.type === 'channel' && joined?.some((channel) => channel.id === node.id)) {
    return (
      <button type="button" class="mention mention-link" onClick={() => openChannel(node.id)}>
        #{names.channel(node.id)}
      </button>
    )
  }
  if (node.type === 'channel') return <span class="mention">#{node.label || names.channel(node.id)}</span>
  const own = node.id === names.me?.id
  return <span class={own ? 'mention mention-me' : 'mention'}>@{node.type === 'user' ? names.user(node.id) : (node.label ?? 'group')}</span>
}

export function InlineText({ nodes }: { nodes: Inline[] }) {
  return (
    <>
      {nodes.map((node, i) => {
        switch (node.type) {
          case 'text':
            return node.text
          case 'bold':
            return <strong key={i}><InlineText nodes={node.children} /></strong>
          case 'italic':
            return <em key={i}><InlineText nodes={node.children} /></em>
          case 'strike':
            return <s key={i}><InlineText nodes={node.children} /></s>
          case 'code':
            return <code key={i}>{node.text}</code>
          case 'link':
            return <External key={i} href={node.url}><InlineText nodes={node.children} /></External>
          case 'user':
          case 'channel':
          case 'group':
            return <Mention key={i} node={node} />
          case 'broadcast':
            return <span key={i} class="mention mention-me">@{node.range}</span>
          case 'date':
            return <DateNode key={i} node={node} />
          case 'emoji':
            return <span key={i} class="emoji" title={`:${node.name}:`}>{emojiCharacter(node.name)}</span>
          case 'break':
            return <br key={i} />
        }
      })}
    </>
  )
}

export function TextBlocks({ blocks }: { blocks: TextBlock[] }) {
  return (
    <>
      {blocks.map((block, i) => {
        switch (block.type) {
          case 'paragraph':
            return <p key={i}><InlineText nodes={block.children} /></p>
          case 'heading':
            return <p key={i} class={`md-heading md-heading-${block.level}`}><InlineText nodes={block.children} /></p>
          case 'pre':
            return <pre key={i}>{block.text}</pre>
          case 'quote':
            return <blockquote key={i}><TextBlocks blocks={block.children} /></blockquote>
          case 'rule':
            return <hr key={i} />
          case 'item':
            return (
              <div key={i} class="list-item" style={{ '--indent': String(block.indent) }}>
                <span class="list-marker">{block.marker === '-' ? '•' : block.marker}</span>
                <span><InlineText nodes={block.children} /></span>
              </div>
            )
        }
      })}
    </>
  )
}

export function Mrkdwn({ text }: { text: string }) {
  const blocks = useMemo(() => parseMrkdwn(text), [text])
  return <div class="prose"><TextBlocks blocks={blocks} /></div>
}

/** The words of a `plain_text` object. */
export function plainText(object: { text: string; emoji?: boolean } | undefined): string {
  if (!object) return ''
  const text = decodeEntities(object.text)
  return object.emoji === false ? text : withEmoji(text)
}

/** A text object of either kind. */
export function SlackText({ object }: { object: { type: string; text: string; emoji?: boolean } }) {
  if (object.type === 'mrkdwn') return <Mrkdwn text={object.text} />
  return <div class="prose plain">{plainText(object)}</div>
}
