import type { ModalView } from '@slack/types'
import { z } from 'zod'
import type { PlacedProblem } from '../../domain/import/import-problem.js'
import { maxUploadBytes, uploadFault } from '../../domain/import/upload-limits.js'
import { wordsFor } from '../../locales/words.js'
import type { Reader } from '../../locales/words.js'
import { firstDelivery } from '../../usecases/first-delivery.js'
import { importForDomain, permitImport } from '../../usecases/import/import-for-domain.js'
import type { UploadedFile } from '../edge.js'
import { acting, wordsOf } from '../handle.js'
import type { Acting, Call } from '../handle.js'
import type { ActionCall, SubmitCall } from '../listeners.js'
import { openLight, triggerOf } from '../open-view.js'
import type { Trigger } from '../open-view.js'
import { sayPrivately } from '../places.js'
import { sizeWords } from '../views/cases/case-words.js'
import { formBlock } from '../views/form-blocks.js'
import { importedView, importForm, importedMessage, importingView, skipBadBlock } from '../views/portal/import-views.js'
import type { ImportReport } from '../views/portal/import-views.js'
import { noticeView } from '../views/reading-views.js'
import { typedText } from '../whole-text.js'
import { lastReader } from '../who-acts.js'
import { updateForm } from './change-filing.js'
import { showProgress } from './import-progress.js'
import type { Progress } from './import-progress.js'
import { requireDomain } from './portal/kept.js'
import { viewOf } from './portal/redraw.js'

/** Problems that are told each; the rest is counted. */
const told = 10

/** Opens *Import*: one directory file, and whether bad rows are left out. Refused to whoever may not import for the domain. */
export function openImportModal(call: Call, trigger: Trigger): Promise<void> {
  return openLight(call, trigger, 'imports.slack_title', () => drawImportForm(call))
}

/** *Import* on a message or on Home opens the form; *Import again* under a report draws it in the report's place, for views stand three high at most. */
export async function pressImport(call: ActionCall): Promise<void> {
  if (call.view?.type !== 'modal') return openImportModal(call, triggerOf(call))
  const view = viewOf(call)
  await updateForm(call, view, await drawImportForm(call), () => false)
}

async function drawImportForm(call: Call): Promise<ModalView> {
  const { actor, reader } = await acting(call)
  await permitImport(call.edge.deps, actor)
  return importForm(actor.domain, reader)
}

const uploaded = z.object({
  id: z.string().min(1).max(100), name: typedText.nullish(), size: z.number().nullish(), url_private: z.string().nullish(), url_private_download: z.string().nullish(),
})
const fileBlock = z.record(z.string(), z.object({ files: z.array(uploaded).nullish() }))
const skipBlock = z.record(z.string(), z.object({ selected_options: z.array(z.object({ value: z.string() })).nullish() }))

interface Chosen {
  file: (UploadedFile & { size: number }) | null
  skipBad: boolean
}

function readChosen({ view }: SubmitCall): Chosen {
  const files = fileBlock.safeParse(view.state.values[formBlock('file')])
  const sent = files.success ? Object.values(files.data)[0]?.files?.[0] : undefined
  const skip = skipBlock.safeParse(view.state.values[skipBadBlock])
  return {
    file: sent ? { id: sent.id, name: sent.name ?? sent.id, size: sent.size ?? 0, url: sent.url_private_download ?? sent.url_private ?? '' } : null,
    skipBad: skip.success && (Object.values(skip.data)[0]?.selected_options ?? []).length > 0,
  }
}

/** *Import*: the form becomes *Importing…* at once, tells how far it is, and ends with the report. A second delivery does nothing. */
export async function submitImport(call: SubmitCall): Promise<void> {
  const { edge, caller, view } = call
  const reader = lastReader(edge, caller)
  const { file, skipBad } = readChosen(call)
  const fault = faultWords(file, reader)
  if (!file || fault) return call.answer({ response_action: 'errors', errors: { [formBlock('file')]: fault } })
  // One view is submitted several times where *Import again* was pressed; its hash tells them apart.
  const submitted = `${view.id}.${view.hash}`
  const externalId = `import.${submitted}`.slice(0, 255)
  await call.answer({ response_action: 'update', view: { ...importingView(file.name, { step: 'fetch' }, reader), external_id: externalId } })
  const progress = showProgress(edge, externalId)
  const sayPlainly = async (words: string): Promise<void> => {
    const now = lastReader(edge, caller)
    if (!(await progress.end(noticeView(words, now, 'imports.slack_not_done_title')))) await call.place.tell(words, now)
  }
  let done: { report: ImportReport; reader: Reader }
  try {
    if (!(await firstDelivery(edge.deps, `import:${submitted}`))) return
    const who = await acting(call)
    const outcome = await fetchAndImport(call, who, file, skipBad, progress)
    if (typeof outcome === 'string') return await sayPlainly(outcome)
    done = { report: outcome, reader: who.reader }
  } catch (error) {
    const now = lastReader(edge, caller)
    return sayPlainly(wordsFor(now)('imports.slack_stopped', { file: file.name, why: wordsOf(edge, error, now) }))
  }
  // What cannot be shown has been done all the same.
  if (await progress.end(importedView(done.report, done.reader))) return
  await sayPrivately(edge, caller.userId, undefined, importedMessage(done.report, done.reader))
    .catch((error: unknown) => edge.log.error({ error: String(error) }, 'the outcome of an import could not be told'))
}

/** Empty: it can be taken. */
function faultWords(file: Chosen['file'], { locale, ...reader }: Reader): string {
  const say = wordsFor({ locale, ...reader })
  if (!file) return say('imports.slack_file_missing')
  const fault = uploadFault(file)
  if (fault === null) return ''
  if (fault === 'type') return say('imports.slack_file_type', { file: file.name })
  return say('imports.slack_file_too_large', { file: file.name, size: sizeWords(file.size, locale, say), max: sizeWords(maxUploadBytes, locale, say) })
}

/** The report, or in plain words why the file cannot be had. */
async function fetchAndImport({ edge, view }: SubmitCall, { actor, reader }: Acting, file: UploadedFile, skipBad: boolean, progress: Progress): Promise<ImportReport | string> {
  requireDomain(view, actor)
  await permitImport(edge.deps, actor)
  const source = await edge.openUpload(file)
  const say = wordsFor(reader)
  if (typeof source === 'string') {
    return say(`imports.slack_upload_${source}`, { file: file.name, max: sizeWords(maxUploadBytes, reader.locale, say) })
  }
  try {
    const problems: PlacedProblem[] = []
    let found = 0
    const result = await importForDomain(edge.deps, actor, {
      read: source.read, file: source.file, skipBad,
      onProblem: (problem) => {
        found += 1
        if (problems.length < told) problems.push(problem)
      },
      onProgress: (step, done, total) => progress.tell(importingView(file.name, step === 'write' ? { step, done, total: total ?? done } : { step, done }, reader)),
    })
    return { file: file.name, domain: actor.domain, result, problems, found }
  } finally {
    await source.close()
  }
}
