import type { FilingForm } from '../../domain/cases/filing-form.js'
import type { ModalView } from '@slack/types'
import type { Edge } from '../edge.js'
import type { Acting } from '../handle.js'
import { filingForm } from '../views/filing/filing-form.js'
import { fieldOfBlock } from '../views/filing/filing-block-ids.js'
import type { SentView } from './read-filing-values.js'

/** The form as the signed-in account sees it now. `shown`: the view it replaces, whose file input keeps its files. */
export function drawForm(edge: Edge, { actor, reader }: Acting, form: FilingForm, shown: SentView | undefined, notice?: string): ModalView {
  return filingForm(form, {
    reader,
    now: edge.deps.now(),
    domain: actor.domain,
    attachments: edge.deps.settings.attachments,
    uploaded: shown ? keptApart(form, shown) : [],
    ...(notice ? { notice } : {}),
  })
}

/** Files that are in the file input: everything of the draft that is no checkbox of the view shown. */
function keptApart(form: FilingForm, shown: SentView): string[] {
  const boxes = new Set((shown.blocks ?? []).flatMap(optionValues))
  return (form.values.files ?? []).map((file) => file.slackFileId).filter((id) => !boxes.has(id))
}

function optionValues(block: unknown): string[] {
  const { block_id, element } = block as { block_id?: string; element?: { options?: { value: string }[] } }
  return fieldOfBlock(block_id ?? '') === 'keptFiles' ? (element?.options ?? []).map(({ value }) => value) : []
}
