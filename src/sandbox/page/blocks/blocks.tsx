import type { ActionsBlock, ContextBlock, HeaderBlock, ImageBlock, InputBlock, MarkdownBlock, RichTextBlock, SectionBlock, TableBlock } from '@slack/types'
import { useMemo } from 'preact/hooks'
import { ElementView } from '../elements/element-view.js'
import { actionIdOf, type AnyBlock, blockIdOf } from '../form/elements-of.js'
import { parseMarkdown } from '../text/parse-markdown.js'
import { plainText, SlackText, TextBlocks } from '../text/rich-text.js'
import { InputBlockView } from './input-block.js'
import { Picture } from './picture.js'
import { RichTextBlockView } from './rich-text-block.js'
import { SectionBlockView } from './section-block.js'
import { TableBlockView } from './table-block.js'

function Markdown({ block }: { block: MarkdownBlock }) {
  const parsed = useMemo(() => parseMarkdown(block.text), [block.text])
  return <div class="prose"><TextBlocks blocks={parsed} /></div>
}

function Context({ block }: { block: ContextBlock }) {
  return (
    <div class="block-context">
      {block.elements.map((element, i) =>
        element.type === 'image' ? <Picture key={i} image={element} class="context-image" /> : <SlackText key={i} object={element} />,
      )}
    </div>
  )
}

function Actions({ block, blockId }: { block: ActionsBlock; blockId: string }) {
  return (
    <div class="block-actions">
      {block.elements.map((element, at) => {
        const actionId = actionIdOf(element, at)
        return <ElementView key={actionId} element={element} blockId={blockId} actionId={actionId} dispatches />
      })}
    </div>
  )
}

function BlockView({ block, blockId }: { block: AnyBlock; blockId: string }) {
  switch (block.type) {
    case 'section':
      return <SectionBlockView block={block as SectionBlock} blockId={blockId} />
    case 'header':
      return <h3 class="block-header">{plainText((block as HeaderBlock).text)}</h3>
    case 'context':
      return <Context block={block as ContextBlock} />
    case 'divider':
      return <hr class="block-divider" />
    case 'actions':
      return <Actions block={block as ActionsBlock} blockId={blockId} />
    case 'input':
      return <InputBlockView block={block as InputBlock} blockId={blockId} />
    case 'image':
      return (
        <figure class="block-image">
          {(block as ImageBlock).title && <figcaption>{plainText((block as ImageBlock).title)}</figcaption>}
          <Picture image={block as ImageBlock} />
        </figure>
      )
    case 'rich_text':
      return <RichTextBlockView block={block as RichTextBlock} />
    case 'markdown':
      return <Markdown block={block as MarkdownBlock} />
    case 'table':
      return <TableBlockView block={block as TableBlock} />
    default:
      return <em class="unsupported">The sandbox does not draw “{block.type}” blocks yet.</em>
  }
}

/** Draws blocks. Those with the same id stay the same element across updates, so the focus is not lost. */
export function Blocks({ blocks }: { blocks: readonly AnyBlock[] }) {
  return (
    <div class="blocks">
      {blocks.map((block, i) => {
        const blockId = blockIdOf(block, i)
        return <BlockView key={`${block.type}-${blockId}`} block={block} blockId={blockId} />
      })}
    </div>
  )
}
