import type { KnownBlock, ModalView } from '@slack/types'
import { maxUploadBytes } from '../../../domain/import/upload-limits.js'
import type { ImportResult } from '../../../domain/import/import-result.js'
import type { PlacedProblem } from '../../../domain/import/import-problem.js'
import { recordTypes } from '../../../domain/import/directory-record.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { button, context, option, plain, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { sizeWords } from '../cases/case-words.js'
import { escapeCut, escapeLine } from '../escape.js'
import { input } from '../filing/input-block.js'
import { formBlock } from '../form-blocks.js'
import { actionIds, callbackIds } from '../ids.js'
import { limits } from '../limits.js'
import { readingView } from '../reading-views.js'
import { sayProblem } from './import-problem-words.js'

/** Characters of a file's or domain's name. */
const longestName = 150

/** The block that asks whether bad rows are left out. */
export const skipBadBlock = 'import.skip_bad'

/** One directory file for the signed-in domain. */
export function importForm(domain: string, reader: Reader): ModalView {
  const say = wordsFor(reader)
  return {
    type: 'modal',
    callback_id: callbackIds.importDirectory,
    private_metadata: JSON.stringify({ domain }),
    title: plain(say('imports.slack_title'), limits.viewTitle),
    submit: plain(say('imports.slack_submit'), limits.viewTitle),
    close: plain(say('filing.close'), limits.viewTitle),
    blocks: [
      section(say('imports.slack_intro', { domain: escapeLine(domain, longestName) })),
      input({
        blockId: formBlock('file'), label: say('portal.label_file'),
        hint: say('imports.slack_file_hint', { size: sizeWords(maxUploadBytes, reader.locale, say) }),
        element: { type: 'file_input', action_id: actionIds.file, filetypes: ['yaml', 'yml', 'json', 'jsonl', 'csv'], max_files: 1 },
      }),
      input({
        blockId: skipBadBlock, label: say('imports.slack_options'), optional: true, hint: say('imports.slack_skip_bad_hint'),
        element: { type: 'checkboxes', action_id: actionIds.skipBad, options: [option('skip', say('imports.slack_skip_bad'))] },
      }),
    ],
  }
}

export type ImportStep = { step: 'fetch' } | { step: 'check'; done: number } | { step: 'write'; done: number; total: number }

/** Stands while a file is imported. */
export function importingView(file: string, at: ImportStep, reader: Reader): ModalView {
  const say = wordsFor(reader)
  return readingView(say('imports.slack_importing_title'), [section(`⏳ ${stepWords(escapeLine(file, longestName), at, say)}`), context(say('imports.slack_may_close'))], reader)
}

function stepWords(file: string, at: ImportStep, say: Say): string {
  switch (at.step) {
    case 'fetch': return say('imports.slack_fetching', { file })
    case 'check': return say('imports.slack_checking', { file, done: at.done })
    case 'write': return say('imports.slack_writing', { file, done: at.done, total: at.total })
  }
}

export interface ImportReport {
  file: string
  domain: string
  result: ImportResult
  /** The first ones. */
  problems: readonly PlacedProblem[]
  /** How many there were. */
  found: number
}

/** What came of an import, and what to do next. */
export function importedView(report: ImportReport, reader: Reader): ModalView {
  const say = wordsFor(reader)
  const { result, found } = report
  const title = say(result.written ? 'imports.slack_done_title' : 'imports.slack_not_done_title')
  const blocks = reportLines(report, reader).map((text) => section(text))
  return readingView(title, [...blocks, ...(found > 0 ? [again(say)] : [])], reader)
}

function again(say: Say): KnownBlock {
  return { type: 'actions', elements: [button({ text: say('imports.slack_again'), actionId: actionIds.openImport, value: 'import' })] }
}

/** The same as a message, for whoever closed the view. */
export function importedMessage(report: ImportReport, reader: Reader): Message {
  const lines = reportLines(report, reader)
  return { text: lines.join('\n'), blocks: lines.map((text) => section(text)) }
}

/** The report as mrkdwn, a block each. */
function reportLines(report: ImportReport, reader: Reader): string[] {
  const say = wordsFor(reader)
  const { problems, found, result } = report
  const listed = problems.map((problem) => `• ${escapeCut(sayProblem(problem, say, reader.locale), 600)}`)
  const more = found > problems.length ? [say('imports.slack_more', { count: found - problems.length })] : []
  const lines = [...listed, ...more]
  return [...headLines(report, say), ...chunks(lines, limits.section), ...(found > 0 ? [`*${nextWords(result, problems, say)}*`] : [])]
}

function headLines({ file: name, domain, result }: ImportReport, say: Say): string[] {
  const file = escapeLine(name, longestName)
  const { written, items, bad, counts } = result
  if (!written && bad === 0) return [`⚠️ ${say('imports.slack_refused_whole', { file })}`]
  if (!written) return [`⚠️ ${bad < items ? say('imports.slack_nothing_written', { items, bad }) : say('imports.slack_nothing_good', { file })}`]
  const changed = recordTypes.some((type) => counts[type].created + counts[type].updated > 0)
  const ofTypes = recordTypes.flatMap((type) => {
    const { created, updated, unchanged } = counts[type]
    return created + updated + unchanged > 0 ? [`• ${say('imports.slack_counts', { what: say(`imports.type_${type}`), created, updated, unchanged })}`] : []
  })
  const done = changed ? say('imports.slack_done', { file, domain: escapeLine(domain, longestName) }) : say('imports.slack_same', { file })
  return [[`✅ ${done}`, ...ofTypes].join('\n'), ...(bad > 0 ? [say('imports.slack_left_out', { bad })] : [])]
}

function nextWords({ written, bad, items }: ImportResult, problems: readonly PlacedProblem[], say: Say): string {
  if (written) return say('imports.slack_next_rest')
  const whole = bad === 0 || bad === items || problems.some(({ problem }) => problem.code === 'no_super_admin')
  return say(whole ? 'imports.slack_next_whole' : 'imports.slack_next_correct')
}

/** Lines together, as many as fit into `max` characters. */
function chunks(lines: readonly string[], max: number): string[] {
  const texts: string[] = []
  for (const line of lines) {
    const last = texts.at(-1)
    if (last !== undefined && last.length + line.length + 1 <= max) texts[texts.length - 1] = `${last}\n${line}`
    else texts.push(line)
  }
  return texts
}
