import { z } from 'zod'
import type { DraftFile, DraftValues } from '../../domain/cases/draft.js'
import { severities } from '../../domain/words.js'
import { storedId } from '../payloads.js'
import { fieldOfBlock } from '../views/filing/filing-block-ids.js'
import type { FormBlock } from '../views/filing/filing-block-ids.js'
import { typedText } from '../whole-text.js'

const choice = z.object({ value: typedText.pipe(z.string().max(3000)) })
export const slackFile = z.object({
  id: z.string().min(1).max(100),
  name: typedText.nullish(),
  mimetype: typedText.nullish(),
  size: z.number().nullish(),
  url_private: z.string().nullish(),
  url_private_download: z.string().nullish(),
})
export type SlackFile = z.infer<typeof slackFile>

/** One element's state; which of these it has depends on its type. */
const element = z.object({
  value: typedText.nullish(),
  selected_option: choice.nullish(),
  selected_options: z.array(choice).nullish(),
  files: z.array(slackFile).nullish(),
})
type Element = z.infer<typeof element>

const viewState = z.object({ values: z.record(z.string(), z.record(z.string(), element)) })
const checkboxes = z.object({
  block_id: z.string(),
  element: z.object({ options: z.array(z.object({ value: z.string(), text: z.object({ text: z.string() }) })) }),
})

/** A view as Slack sends it back; only what is read here. */
export interface SentView {
  state?: unknown
  blocks?: readonly unknown[]
}

/** What stands in the filing form. Fields that are not on the form are left out; emptied ones are `''`. */
export function readFilingValues(view: SentView): DraftValues {
  const state = viewState.safeParse(view.state)
  if (!state.success) return {}
  const values: DraftValues = {}
  let uploaded: DraftFile[] | undefined
  let kept: DraftFile[] = []
  for (const [blockId, elements] of Object.entries(state.data.values)) {
    const field = fieldOfBlock(blockId)
    const read = Object.values(elements)[0]
    if (field === null || read === undefined) continue
    if (field === 'attachments') uploaded = (read.files ?? []).map(draftFile)
    else if (field === 'keptFiles') kept = keptFiles(view, blockId, read)
    else readField(values, field, read)
  }
  if (uploaded) values.files = [...kept, ...uploaded.filter(({ slackFileId }) => !kept.some((each) => each.slackFileId === slackFileId))]
  return values
}

function readField(values: DraftValues, field: FormBlock, read: Element): void {
  const text = read.value ?? ''
  const chosen = read.selected_option?.value
  if (field.startsWith('question:')) {
    values.answers = { ...values.answers, [field.slice('question:'.length)]: chosen ?? text }
    return
  }
  switch (field) {
    case 'customer':
      Object.assign(values, readCustomer(chosen))
      return
    case 'productType':
      values.productId = chosen ?? ''
      return
    case 'category':
      values.categoryId = chosen ?? ''
      return
    case 'severity': {
      const severity = severities.find((each) => each === chosen)
      if (severity) values.severity = severity
      return
    }
    case 'language':
      if (chosen !== undefined) values.language = chosen
      return
    case 'timeZone':
      if (chosen !== undefined) values.timeZone = chosen
      return
    case 'title':
      values.title = text
      return
    case 'shareWith':
      values.shareWith = text
      return
    case 'tellAuthor':
      values.tellAuthor = (read.selected_options ?? []).length > 0
  }
}

/** An id that none of our options had is no choice. */
function readCustomer(chosen: string | undefined): Pick<DraftValues, 'customerId'> {
  const id = storedId.safeParse(chosen)
  return id.success ? { customerId: id.data } : {}
}

/** Checkboxes know a file's id and name alone; the draft knows the rest. */
function keptFiles(view: SentView, blockId: string, read: Element): DraftFile[] {
  const block = (view.blocks ?? []).map((each) => checkboxes.safeParse(each)).find((each) => each.success && each.data.block_id === blockId)
  const ticked = new Set((read.selected_options ?? []).map(({ value }) => value))
  return (block?.data?.element.options ?? []).map(({ value, text }) =>
    ({ slackFileId: value, name: text.text, mimeType: '', size: 0, sourceUrl: '', chosen: ticked.has(value) }))
}

export function draftFile(sent: SlackFile): DraftFile {
  return {
    slackFileId: sent.id,
    name: sent.name ?? sent.id,
    mimeType: sent.mimetype ?? 'application/octet-stream',
    size: sent.size ?? 0,
    sourceUrl: sent.url_private_download ?? sent.url_private ?? '',
    chosen: true,
  }
}

/** Files of a message, those Slack keeps. */
export function messageFiles(sent: unknown): DraftFile[] {
  const files = z.array(z.unknown()).safeParse(sent)
  if (!files.success) return []
  return files.data.flatMap((each) => {
    const read = slackFile.safeParse(each)
    return read.success && (read.data.url_private_download ?? read.data.url_private) ? [draftFile(read.data)] : []
  }).slice(0, 10)
}
