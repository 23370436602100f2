/** What was typed into a form of a verb, as it is kept: by field, several choices on a line each. */
import { createHash } from 'node:crypto'
import type { ViewOutput } from '@slack/bolt'
import { z } from 'zod'
import type { DraftFile } from '../../../domain/cases/draft.js'
import type { FormField } from '../../../domain/form-problem.js'
import { fieldOfFormBlock, formBlock } from '../../views/form-blocks.js'
import { readForm } from '../read-form.js'
import type { ReadForm } from '../read-form.js'

export function formValues(view: ViewOutput): Record<string, string> {
  const form = readForm(view)
  return Object.fromEntries(fieldsOf(view).map((field) => [field, form.text(formBlock(field)) || form.chosen(formBlock(field)).join('\n') || keptFiles(form.files(formBlock(field)))]))
}

/** Whether a person typed anything: choices alone, and what stood in the form from us, are not worth keeping. */
export function hasTyped(view: ViewOutput, given: boolean): boolean {
  const form = readForm(view)
  return fieldsOf(view).some((field) => {
    const text = form.text(formBlock(field))
    return text !== '' && !(given && text === initialOf(view, formBlock(field)))
  })
}

/** Kept values, read like the form they were typed into. */
export function keptForm(values: Readonly<Record<string, string>>): ReadForm {
  const valueOf = (blockId: string): string => values[fieldOfFormBlock(blockId) ?? ''] ?? ''
  return {
    text: (blockId) => valueOf(blockId).trim(),
    chosen: (blockId) => valueOf(blockId).split('\n').filter((value) => value !== ''),
    files: (blockId) => readKeptFiles(valueOf(blockId)),
    has: (blockId) => valueOf(blockId) !== '',
  }
}

const storedFiles = z.array(z.object({ slackFileId: z.string(), name: z.string(), mimeType: z.string(), size: z.number(), sourceUrl: z.string(), chosen: z.boolean() }))

const keptFiles = (files: readonly DraftFile[]): string => (files.length === 0 ? '' : JSON.stringify(files))

/** None where something else was kept. */
function readKeptFiles(text: string): DraftFile[] {
  try {
    return storedFiles.safeParse(JSON.parse(text)).data ?? []
  } catch {
    return []
  }
}

/** The same for the same values, however they are ordered; empty ones do not count. */
export function digestOfValues(values: Readonly<Record<string, string>>): string {
  const typed = Object.entries(values).filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(typed)).digest('hex').slice(0, 32)
}

function fieldsOf(view: ViewOutput): FormField[] {
  return view.blocks.flatMap((block) => {
    const field = block.type === 'input' && block.block_id ? fieldOfFormBlock(block.block_id) : null
    return field ? [field] : []
  })
}

function initialOf(view: ViewOutput, blockId: string): string | null {
  const block = view.blocks.find((each) => each.block_id === blockId)
  const element = block?.type === 'input' && 'element' in block ? block.element : null
  return element && 'initial_value' in element && typeof element.initial_value === 'string' ? element.initial_value : null
}
