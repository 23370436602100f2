import type { CaseCardValue } from '../../domain/cases/case-view.js'
import { wordsFor, type Reader, type Say } from '../../locales/words.js'
import { escapeHtml } from '../escape-html.js'
import type { Email } from '../mailer.js'

/** What of an entry an email tells; plain text throughout. */
export interface SharedEntry {
  kind: string
  authorName: string
  text: string | null
  data: { state?: { from: string; to: string } | undefined; recordedBy?: string | undefined } | null
}

export interface ShareUpdate {
  card: CaseCardValue
  entry: SharedEntry
  /** Files that came with it, by name. */
  files: readonly string[]
}

/** What happened to a case, for an address it is shared with (CASE-3): who said what, the files of it, and the state. */
export function shareUpdateEmail({ card, entry, files }: ShareUpdate, reader: Reader): Pick<Email, 'subject' | 'text' | 'html'> {
  const say = wordsFor(reader)
  const number = String(card.number)
  const did = didWords(entry, say)
  const said = entry.text?.trim() ?? ''
  const facts = [
    `${say('delivery.share_state')}: ${say(`cases.state_${card.state}`)}`,
    ...(files.length > 0 ? [`${say('delivery.share_files')}: ${files.join(', ')}`] : []),
    ...(card.reopenUntil ? [say('delivery.share_reopen', { until: when(card.reopenUntil, reader) })] : []),
  ]
  const outro = say('delivery.share_update_outro', { number, name: card.ownerName ?? card.filedByName })
  return {
    subject: say('delivery.share_subject', { number, title: card.title }).replace(/\s+/gu, ' '),
    text: [did, ...(said === '' ? [] : ['', said]), '', ...facts, '', outro, ''].join('\n'),
    html: [
      `<p>${escapeHtml(did)}</p>`,
      ...(said === '' ? [] : [`<blockquote style="white-space: pre-wrap">${escapeHtml(said)}</blockquote>`]),
      `<p>${facts.map((fact) => escapeHtml(fact)).join('<br>')}</p>`,
      `<p>${escapeHtml(outro)}</p>`,
      '',
    ].join('\n'),
  }
}

/** Entries that are told by email at all. */
export const sharedKinds: readonly string[] = ['REPLY', 'DESK_REPLY', 'CLOSED', 'REOPENED', 'ATTACHMENT']

function didWords(entry: SharedEntry, say: Say): string {
  // Who carried the desk's answer here is the team's own affair.
  if (entry.data?.recordedBy !== undefined) return say(recordedKeys[entry.data.state?.to ?? ''] ?? 'delivery.share_desk_answered')
  return say(didKey(entry), { name: entry.authorName })
}

const recordedKeys: Partial<Record<string, 'delivery.share_desk_asked' | 'delivery.share_desk_proposed' | 'delivery.share_desk_CLOSED'>> = {
  ACTION_REQUIRED: 'delivery.share_desk_asked', SOLUTION_PROVIDED: 'delivery.share_desk_proposed', CLOSED: 'delivery.share_desk_CLOSED',
}

function didKey({ kind, data }: SharedEntry) {
  switch (kind) {
    case 'REPLY': return data?.state?.from === 'SOLUTION_PROVIDED' ? 'delivery.share_did_not_solved' as const : 'delivery.share_did_REPLY' as const
    case 'CLOSED': return 'delivery.share_did_CLOSED' as const
    case 'REOPENED': return 'delivery.share_did_REOPENED' as const
    case 'ATTACHMENT': return 'delivery.share_did_ATTACHMENT' as const
    default: return deskKeys[data?.state?.to ?? ''] ?? 'delivery.share_did_answered'
  }
}

const deskKeys: Partial<Record<string, 'delivery.share_did_asked' | 'delivery.share_did_proposed' | 'delivery.share_did_CLOSED'>> = {
  ACTION_REQUIRED: 'delivery.share_did_asked', SOLUTION_PROVIDED: 'delivery.share_did_proposed', CLOSED: 'delivery.share_did_CLOSED',
}

function when(at: Date, reader: Reader): string {
  return new Intl.DateTimeFormat(reader.locale, { dateStyle: 'long', timeStyle: 'long', timeZone: reader.timeZone }).format(at)
}
