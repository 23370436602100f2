import type { KnownBlock, ModalView, RichTextBlock } from '@slack/types'
import { messageQuestion } from '../../../domain/cases/case.js'
import type { PortalCopy, PortalPart } from '../../../domain/desk/portal-copy.js'
import type { ToldToPortal } from '../../../domain/desk/portal-entry.js'
import { supportLanguages } from '../../../domain/languages.js'
import type { Severity } from '../../../domain/words.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { context, plain, section } from '../blocks.js'
import { entryDid } from '../cases/history-words.js'
import { cut } from '../cut.js'
import { clockDate } from '../dates.js'
import { escapeCut, escapeLine, unescapeText } from '../escape.js'
import { fieldLabel } from '../field-label.js'
import { callbackIds } from '../ids.js'
import { limits } from '../limits.js'
import { portalNumberInput } from './portal-number-form.js'

export interface PortalCopyLook {
  reader: Reader
  /** `private_metadata`. */
  kept: string
  /** A number that was typed already. */
  typed?: string | undefined
  /** Plain words above everything. */
  said?: string | undefined
}

/**
 * What is carried to the web portal by hand, each piece in a block of its own to be copied: labels in the reader's language,
 * the pieces in the case's. Submitting records the portal's number, or later that everything shown is there (CASE-9).
 */
export function portalCopyView(copy: PortalCopy, { reader, kept, typed, said }: PortalCopyLook): ModalView {
  const say = wordsFor(reader)
  const nothing = copy.carriedOnly && copy.entries.length === 0
  const blocks: KnownBlock[] = [
    ...(said === undefined ? [] : [section(escapeCut(said, 2800))]),
    section(`*#${copy.number} · ${escapeLine(copy.title, 300)}*\n${say(nothing ? 'desk.copy_nothing' : copy.carriedOnly ? 'desk.copy_rest' : 'desk.copy_intro', { number: copy.portalNumber ?? '' })}`),
    ...copy.parts.map((part) => piece(partLabel(part, say), partText(part, copy))),
    ...copy.entries.map((entry) => piece(say('desk.copy_entry', { author: entry.authorName, at: clockDate(entry.at, reader) }), entryText(entry, copy))),
    ...(copy.more ? [context(say('desk.copy_more'))] : []),
  ]
  const submit = copy.carriedOnly ? (nothing ? null : say('desk.carried_over')) : say('cases.do_portalNumber')
  return {
    type: 'modal',
    callback_id: submit === null ? callbackIds.reading : callbackIds.portalCopy,
    private_metadata: kept,
    title: plain(say('cases.do_copyForPortal'), limits.viewTitle),
    ...(submit === null ? {} : { submit: plain(submit, limits.viewTitle) }),
    close: plain(say('filing.close'), limits.viewTitle),
    blocks: copy.carriedOnly
      ? blocks.slice(0, limits.viewBlocks)
      : [...blocks.slice(0, limits.viewBlocks - 2), section(say('desk.number_intro')), portalNumberInput(typed, say)],
  }
}

function partLabel({ label }: PortalPart, say: Say): string {
  if (typeof label === 'object') return label.question
  return label === 'answer' ? fieldLabel(`question:${messageQuestion}`, new Map(), say) : fieldLabel(label, new Map(), say)
}

/** In the case's language, as far as there are words for it; else as it is known everywhere. */
function partText({ label, text }: PortalPart, { language, timeZone }: PortalCopy): string {
  if (label === 'severity') return wordsFor({ locale: language, timeZone })(`cases.severity_${text as Severity}`)
  if (label === 'language') return supportLanguages.find(({ id }) => id === text)?.name ?? text
  return text
}

/** A message as it was written; of anything else what was done, with the reason. */
function entryText(entry: ToldToPortal, { language, timeZone }: PortalCopy): string {
  const text = entry.text ?? ''
  if (entry.kind === 'REPLY' && text !== '') return text
  const did = unescapeText(entryDid(entry, { reader: { locale: language, timeZone }, named: true }))
  return text === '' ? did : `${did}\n${text}`
}

/** Characters of one piece of text; a block takes several. */
const inPiece = 2900

/** A label and what is pasted, as it is: nothing in it is read as a link or a mention. */
function piece(label: string, text: string): RichTextBlock {
  const pieces = piecesOf(text.trim() === '' ? '–' : text)
  return {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'text', text: cut(label.trim() === '' ? '–' : label, 300), style: { bold: true } }] },
      { type: 'rich_text_preformatted', elements: pieces.map((each) => ({ type: 'text', text: each })) },
    ],
  }
}

/** The text in order, never taken apart inside a character. */
function piecesOf(text: string): string[] {
  const pieces = ['']
  for (const character of text) {
    if (pieces.at(-1)!.length + character.length > inPiece) pieces.push('')
    pieces[pieces.length - 1] += character
  }
  return pieces
}
