import type { KnownBlock } from '@slack/types'
import type { AttachmentValue, CaseValue } from '../../../domain/cases/case-view.js'
import { en } from '../../../locales/en/catalog.js'
import { wordsFor } from '../../../locales/words.js'
import type { MessageKey } from '../../../locales/message-key.js'
import type { Reader, Say } from '../../../locales/words.js'
import { context, section } from '../blocks.js'
import { sizeWords } from './case-words.js'
import { slackDate } from '../dates.js'
import { escapeCut, escapeLine } from '../escape.js'
import { limits } from '../limits.js'

const mostAttachments = 30
const mostEntries = 10

/** The attachments with their state, in as few texts as fit into sections. */
export function attachmentTexts(kase: CaseValue, reader: Reader): string[] {
  if (kase.attachments.length === 0) return []
  const say = wordsFor(reader)
  const lines = kase.attachments.slice(0, mostAttachments).map((attachment) =>
    `• ${escapeLine(attachment.name, 80)} (${sizeWords(attachment.size, reader.locale, say)}): ${attachmentState(attachment, say)}`)
  const more = kase.attachments.length > mostAttachments ? ['…'] : []
  return packed(`*${say('cases.label_attachments')}*`, [...lines, ...more])
}

function attachmentState({ state, error }: AttachmentValue, say: Say): string {
  if (state !== 'FAILED') return say(`cases.attachment_${state}`)
  const key = `delivery.file_${error ?? ''}`
  return say('cases.attachment_FAILED', { error: say(key in en ? (key as MessageKey) : 'cases.attachment_failed_unknown') })
}

/** The latest entries, newest first. */
export function historyBlocks(kase: CaseValue, reader: Reader): KnownBlock[] {
  if (kase.history.length === 0) return []
  const say = wordsFor(reader)
  const shown = kase.history.slice(0, mostEntries)
  return [
    { type: 'divider' },
    section(`*${say('cases.label_history')}*`),
    ...shown.map((entry) => {
      const head = say('cases.history_entry', { author: escapeLine(entry.authorName, 150), at: slackDate(entry.at, reader) })
      const what = [eventWords(entry.kind, say), ...(entry.internal ? [say('cases.history_internal')] : [])].join(' · ')
      return section([head, what, ...(entry.text === null ? [] : [escapeCut(entry.text, 1500)])].join('\n'))
    }),
    ...(kase.history.length > mostEntries ? [context(say('cases.history_more'))] : []),
  ]
}

function eventWords(kind: string, say: Say): string {
  const key = `cases.event_${kind}`
  return say(key in en ? (key as MessageKey) : 'cases.event_other')
}

/** Lines in as few texts as a section's limit allows. */
function packed(head: string, lines: string[]): string[] {
  const texts: string[] = []
  let text = head
  for (const line of lines) {
    if (text.length + 1 + line.length > limits.section) {
      texts.push(text)
      text = line
    } else {
      text = `${text}\n${line}`
    }
  }
  return [...texts, text]
}
