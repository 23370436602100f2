import type { ViewOutput } from '@slack/bolt'
import type { KnownBlock, ModalView } from '@slack/types'
import { section } from '../views/blocks.js'
import { escapeCut } from '../views/escape.js'
import { limits } from '../views/limits.js'

type Option = { value: string }
/** An input's element as Slack sends it back. */
type Element = { action_id?: string; options?: Option[] } & Record<string, unknown>
/** What stood in it; which of these it has depends on its type. */
type Typed = { value?: string | null; selected_option?: Option | null; selected_options?: Option[]; selected_conversation?: string | null }

export const saidBlock = 'said_above'

/**
 * A submitted form as it was, with what was typed in it and words above; for one that another view took the place of,
 * with which Slack forgets it. `words` are plain; `lines` under them are mrkdwn, 2000 characters at most.
 */
export function formAgain(view: ViewOutput, words: string, lines: readonly string[] = []): ModalView {
  const { title, submit, close, callback_id, private_metadata } = view
  const blocks = (view.blocks as KnownBlock[]).filter((block) => block.block_id !== saidBlock).map((block) => withTyped(block, view.state.values))
  return {
    type: 'modal',
    callback_id,
    private_metadata,
    title,
    ...(submit ? { submit } : {}),
    ...(close ? { close } : {}),
    ...(view.notify_on_close ? { notify_on_close: true } : {}),
    blocks: [{ ...section([escapeCut(words, lines.length > 0 ? 900 : 2800), ...lines].join('\n')), block_id: saidBlock }, ...blocks].slice(0, limits.viewBlocks),
  }
}

/** Whether there is anything to fill in. */
export function hasInputs(view: ViewOutput): boolean {
  return view.blocks.some(({ type }) => type === 'input')
}

function withTyped(block: KnownBlock, values: ViewOutput['state']['values']): KnownBlock {
  if (block.type !== 'input') return block
  const element = block.element as unknown as Element
  const typed = values[block.block_id ?? '']?.[element.action_id ?? ''] as Typed | undefined
  const bare = Object.fromEntries(Object.entries(element).filter(([name]) => !name.startsWith('initial_')))
  return { ...block, element: { ...bare, ...(typed ? initialOf(typed, element) : {}) } as unknown as typeof block.element }
}

/** Slack takes an option as a first one only exactly as it stands in the element. */
function initialOf(typed: Typed, { options }: Element): Record<string, unknown> {
  const own = ({ value, ...more }: Option): Option => options?.find((option) => option.value === value) ?? { value, ...more }
  return {
    ...(typed.value ? { initial_value: typed.value } : {}),
    ...(typed.selected_option ? { initial_option: own(typed.selected_option) } : {}),
    ...(typed.selected_options?.length ? { initial_options: typed.selected_options.map(own) } : {}),
    ...(typed.selected_conversation ? { initial_conversation: typed.selected_conversation } : {}),
  }
}
