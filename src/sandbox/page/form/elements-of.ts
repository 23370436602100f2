import type { ActionsBlockElement, InputBlock, InputBlockElement, SectionBlockAccessory } from '@slack/types'

export type Element = ActionsBlockElement | InputBlockElement | SectionBlockAccessory
/** A block as it comes: of a known type or not. */
export type AnyBlock = { type: string; block_id?: string }

export interface PlacedElement {
  blockId: string
  actionId: string
  element: Element
  /** Set when the element stands in an `input` block. */
  input?: InputBlock
}

/** A block's id. The workspace gives every block one, as Slack does; the position stands in for one that has none. */
export function blockIdOf(block: AnyBlock, index: number): string {
  return block.block_id || `block-${index}`
}

export function actionIdOf(element: { action_id?: string }, index = 0): string {
  return element.action_id || `action-${index}`
}

/** Every element of the blocks that can be pressed or filled, in order. */
export function elementsOf(blocks: readonly AnyBlock[]): PlacedElement[] {
  return blocks.flatMap((block, index): PlacedElement[] => {
    const blockId = blockIdOf(block, index)
    if (block.type === 'input') {
      const input = block as InputBlock
      return [{ blockId, actionId: actionIdOf(input.element), element: input.element, input }]
    }
    if (block.type === 'section') {
      const accessory = (block as { accessory?: SectionBlockAccessory }).accessory
      return accessory && accessory.type !== 'image' ? [{ blockId, actionId: actionIdOf(accessory), element: accessory }] : []
    }
    if (block.type === 'actions') {
      const { elements } = block as unknown as { elements: ActionsBlockElement[] }
      return elements.map((element, at) => ({ blockId, actionId: actionIdOf(element, at), element }))
    }
    return []
  })
}
