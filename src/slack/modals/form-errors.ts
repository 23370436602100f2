import type { ViewOutput } from '@slack/bolt'
import type { FormField } from '../../domain/form-problem.js'
import type { Refusal } from '../../domain/refused.js'
import type { Reader } from '../../locales/words.js'
import { refusalText } from '../refusals/refusal-words.js'
import { cut } from '../views/cut.js'
import { fieldOfFormBlock } from '../views/form-blocks.js'
import { formProblemOf, formProblemWords } from '../views/form-problem-words.js'
import { limits } from '../views/limits.js'

/**
 * A refusal as errors at the inputs of the view it came from. What belongs to no input of the view stands at the main one;
 * empty when the view does not have that either.
 */
export function formErrors(view: ViewOutput, refusal: Refusal, main: FormField, reader: Reader): Record<string, string> {
  if (refusal.code !== 'form') return errorAt(view, main, refusalText(refusal, reader))
  const inputs = inputsOf(view)
  const errors: Record<string, string> = {}
  for (const problem of refusal.problems) {
    const own = inputs.get(problem.field)
    const blockId = own ?? inputs.get(main)
    const words = own ? formProblemWords(problem, reader) : formProblemOf(problem, reader)
    if (blockId) errors[blockId] = cut(errors[blockId] ? `${errors[blockId]}\n${words}` : words, limits.fieldError)
  }
  return errors
}

/** Words at one field; empty when the view does not have it. */
export function errorAt(view: ViewOutput, field: FormField, words: string): Record<string, string> {
  const blockId = inputsOf(view).get(field)
  return blockId ? { [blockId]: cut(words, limits.fieldError) } : {}
}

/** Slack takes errors only at the inputs that a view has. */
function inputsOf(view: ViewOutput): Map<FormField, string> {
  return new Map((view.blocks ?? []).flatMap((block) => {
    const field = block.type === 'input' && block.block_id ? fieldOfFormBlock(block.block_id) : null
    return field && block.block_id ? [[field, block.block_id] as const] : []
  }))
}
