import type { SectionBlock } from '@slack/types'
import { ElementView } from '../elements/element-view.js'
import { actionIdOf } from '../form/elements-of.js'
import { useSurface } from '../form/surface.js'
import { SlackText } from '../text/rich-text.js'
import { Picture } from './picture.js'

export function SectionBlockView({ block, blockId }: { block: SectionBlock; blockId: string }) {
  const { key } = useSurface()
  const { text, fields, accessory } = block
  const textId = `${key}-${blockId}-text`
  return (
    <div class="block-section">
      <div class="section-words">
        {text && <div id={textId}><SlackText object={text} /></div>}
        {fields && (
          <div class="section-fields">
            {fields.map((field, i) => <SlackText key={i} object={field} />)}
          </div>
        )}
      </div>
      {accessory && (
        <div class={accessory.type === 'image' ? 'accessory-image' : 'accessory'}>
          {accessory.type === 'image' ? (
            <Picture image={accessory} />
          ) : (
            <ElementView element={accessory} blockId={blockId} actionId={actionIdOf(accessory)} labelledBy={text && textId} dispatches />
          )}
        </div>
      )}
    </div>
  )
}
