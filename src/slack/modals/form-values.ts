/** What stands in the fields of a smaller form, read with zod; empty when the field is empty, or not there. */
import type { ViewOutput } from '@slack/bolt'
import { z } from 'zod'
import type { FormField } from '../../domain/form-problem.js'
import { formBlock } from '../views/form-blocks.js'
import { typedText } from '../whole-text.js'

const element = z.object({
  value: typedText.nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
})
const block = z.record(z.string(), element)

/** A text as it was typed. */
export function typedOf(view: ViewOutput, field: FormField): string {
  return elementOf(view, field)?.value ?? ''
}

/** The value of a choice. */
export function chosenOf(view: ViewOutput, field: FormField): string {
  return elementOf(view, field)?.selected_option?.value ?? ''
}

function elementOf(view: ViewOutput, field: FormField): z.infer<typeof element> | undefined {
  const read = block.safeParse(view.state.values[formBlock(field)])
  return read.success ? Object.values(read.data)[0] : undefined
}
