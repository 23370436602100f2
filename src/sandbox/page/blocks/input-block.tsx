import type { InputBlock } from '@slack/types'
import { ElementView } from '../elements/element-view.js'
import { actionIdOf } from '../form/elements-of.js'
import { useSurface } from '../form/surface.js'
import { AlertIcon } from '../parts/icons.js'
import { plainText } from '../text/rich-text.js'

/** A labelled field. Hint, "(optional)" and error describe it; only the label names it. */
export function InputBlockView({ block, blockId }: { block: InputBlock; blockId: string }) {
  const { key, errors } = useSurface()
  const id = `${key}-${blockId}`
  const error = errors[blockId]
  const actionId = actionIdOf(block.element)
  const describedBy = [block.optional && `${id}-optional`, block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  const group = block.element.type === 'checkboxes' || block.element.type === 'radio_buttons'
  return (
    <div class="block-input" data-block={blockId}>
      <label class="field-label" for={group ? undefined : `${id}-${actionId}`}>
        <span id={`${id}-label`}>{plainText(block.label)}</span>
        {block.optional && <span id={`${id}-optional`} class="optional"> (optional)</span>}
      </label>
      <ElementView
        element={block.element}
        blockId={blockId}
        actionId={actionId}
        labelledBy={`${id}-label`}
        describedBy={describedBy || undefined}
        clearable={block.optional}
        invalid={error !== undefined}
        dispatches={block.dispatch_action === true}
      />
      {error && (
        <div id={`${id}-error`} class="field-error" role="alert">
          <AlertIcon /> {error}
        </div>
      )}
      {block.hint && <div id={`${id}-hint`} class="field-hint">{plainText(block.hint)}</div>}
    </div>
  )
}
