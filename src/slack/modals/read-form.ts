import { z } from 'zod'
import type { DraftFile } from '../../domain/cases/draft.js'
import { typedText } from '../whole-text.js'
import { draftFile, slackFile } from './read-filing-values.js'

const choice = z.object({ value: typedText.pipe(z.string().max(3000)) })

/** One element's state; which of these it has depends on its type. */
const element = z.object({
  value: typedText.nullish(),
  selected_option: choice.nullish(),
  selected_options: z.array(choice).nullish(),
  selected_conversation: typedText.nullish(),
  files: z.array(slackFile).nullish(),
})
const state = z.object({ values: z.record(z.string(), z.record(z.string(), element)) })

/** What stands in a small form, by the ids of its blocks. */
export interface ReadForm {
  /** What was typed, without blanks around it; empty when nothing was, or there is no such block. */
  text: (blockId: string) => string
  /** The values that were chosen. */
  chosen: (blockId: string) => string[]
  /** The files that were uploaded. */
  files: (blockId: string) => DraftFile[]
  has: (blockId: string) => boolean
}

/** Reads a submitted view; what cannot be read is empty. */
export function readForm(view: { state?: unknown }): ReadForm {
  const read = state.safeParse(view.state)
  const blocks = new Map(Object.entries(read.success ? read.data.values : {}).map(([blockId, elements]) => [blockId, Object.values(elements)[0]]))
  return {
    text: (blockId) => blocks.get(blockId)?.value?.trim() ?? '',
    chosen: (blockId) => {
      const own = blocks.get(blockId)
      const one = own?.selected_option?.value ?? own?.selected_conversation
      return [...(own?.selected_options ?? []).map(({ value }) => value), ...(one ? [one] : [])]
    },
    files: (blockId) => (blocks.get(blockId)?.files ?? []).map(draftFile),
    has: (blockId) => blocks.has(blockId),
  }
}
