/** What an entry of a case's history tells, in one line. */
import type { EntryFacts } from '../../../domain/cases/case-entry.js'
import { en } from '../../../locales/en/catalog.js'
import { wordsFor } from '../../../locales/words.js'
import type { MessageKey } from '../../../locales/message-key.js'
import type { Reader, Say } from '../../../locales/words.js'
import { severityWords, stateWords } from './case-words.js'
import { slackDate } from '../dates.js'
import { escapeCut, escapeLine } from '../escape.js'

export interface ToldEntry {
  kind: string
  authorName: string
  data: EntryFacts | null
}

/** `named`: names of files and addresses too, for who reads the whole case; cards' threads go without (SCOPE-1). */
export interface HistoryLook {
  reader: Reader
  named: boolean
}

/** Who it was, in mrkdwn: of what the desk answered elsewhere, who recorded it (CASE-9). */
export function entryAuthor({ authorName, data }: ToldEntry, reader: Reader): string {
  const name = data?.recordedBy
  return name === undefined ? escapeLine(authorName, 150) : wordsFor(reader)('cases.desk_recorded_by', { name: escapeLine(name, 150) })
}

/** What was done, in mrkdwn; plain words when the entry says nothing more, or nothing that is known. */
export function entryDid({ kind, authorName, data }: ToldEntry, look: HistoryLook): string {
  const say = wordsFor(look.reader)
  return (data && special(kind, authorName, data, look, say)) ?? plainWords(kind, say)
}

/** Both in one line; what the system says names nobody. */
export function entryLine(entry: ToldEntry, look: HistoryLook): string {
  const did = entryDid(entry, look)
  return entry.kind === 'TARGET' ? did : wordsFor(look.reader)('cases.entry_line', { author: entryAuthor(entry, look.reader), did })
}

function plainWords(kind: string, say: Say): string {
  const key = `cases.event_${kind}`
  return say(key in en ? (key as MessageKey) : 'cases.event_other')
}

function special(kind: string, authorName: string, data: EntryFacts, look: HistoryLook, say: Say): string | null {
  switch (kind) {
    case 'REPLY': return data.state?.from === 'SOLUTION_PROVIDED' ? say('cases.did_not_solved') : null
    case 'DESK_REPLY': return deskReply(data, say)
    case 'SEVERITY': return data.severity ? say('cases.did_severity', changeOf(data.severity, (severity) => severityWords(severity, say))) : null
    case 'STATE': return data.state ? say('cases.did_state', changeOf(data.state, (state) => stateWords(state, say))) : null
    case 'OWNER': return ownerWords(authorName, data, say)
    case 'ATTACHMENT': return fileWords(data, look, say)
    case 'SHARE': return shareWords(data, look, say)
    case 'ESCALATED': return data.escalation ? say('cases.did_escalated', { reason: say(`cases.escalation_${data.escalation}`) }) : null
    case 'LINKED': return data.related === undefined ? null : say('cases.did_related', { number: String(data.related) })
    case 'PORTAL_NUMBER': return portalWords(data, say)
    case 'TARGET': return data.target && data.at ? say(`cases.did_target_${data.target}`, { at: slackDate(data.at, look.reader) }) : null
    default: return null
  }
}

function changeOf<T>({ from, to }: { from: T; to: T }, words: (value: T) => string): { from: string; to: string } {
  return { from: words(from), to: words(to) }
}

function deskReply({ state }: EntryFacts, say: Say): string | null {
  switch (state?.to) {
    case undefined: return null
    case 'ACTION_REQUIRED': return say('cases.did_asked')
    case 'SOLUTION_PROVIDED': return say('cases.did_proposed')
    case 'CLOSED': return say('cases.event_CLOSED')
    default: return say('cases.did_answered')
  }
}

function ownerWords(authorName: string, { owner }: EntryFacts, say: Say): string | null {
  if (!owner) return null
  if (owner.to === null) return say('cases.did_owner_none')
  if (owner.to === authorName) return say(owner.atDesk ? 'cases.did_took_at_desk' : 'cases.did_took')
  const to = escapeLine(owner.to, 150)
  if (owner.from === null || owner.from === authorName) return say('cases.did_owner', { to })
  return say('cases.did_owner_from', { from: escapeLine(owner.from, 150), to })
}

function fileWords({ files = [], what = 'added' }: EntryFacts, { named }: HistoryLook, say: Say): string | null {
  if (files.length === 0) return null
  return listed(say(`cases.did_files_${what}`, { count: files.length }), files.map(({ name }) => name), named)
}

function shareWords({ emails = [], removed = false }: EntryFacts, { named }: HistoryLook, say: Say): string | null {
  if (emails.length === 0) return null
  return listed(say(removed ? 'cases.did_unshared' : 'cases.did_shared', { count: emails.length }), emails, named)
}

const listed = (head: string, names: readonly string[], named: boolean): string =>
  named ? `${head}: ${names.map((name) => escapeLine(name, 80)).join(', ')}` : head

function portalWords({ portalNumber }: EntryFacts, say: Say): string | null {
  if (!portalNumber || portalNumber.to === null) return null
  const number = escapeLine(portalNumber.to, 200)
  if (portalNumber.from === null) return say('cases.did_portal_number', { number })
  if (portalNumber.from === portalNumber.to) return say('cases.did_carried_over')
  return say('cases.did_portal_number_changed', { from: escapeLine(portalNumber.from, 200), to: number })
}

const marks: Partial<Record<string, string>> = {
  FILED: '🆕', SEVERITY: '📶', OWNER: '👤', ATTACHMENT: '📎', SHARE: '📧', ESCALATED: '🚨', CLOSED: '✅', REOPENED: '🔄', LINKED: '🔗',
  PORTAL_NUMBER: '📤', TARGET: '⏱️',
}

/** A mark in front of it, read along with its words. */
export function entryMark({ kind, data }: ToldEntry): string {
  if (kind === 'DESK_REPLY' && data?.state?.to === 'ACTION_REQUIRED') return '🙋'
  if (kind === 'DESK_REPLY' && data?.state?.to === 'SOLUTION_PROVIDED') return '💡'
  if (kind === 'DESK_REPLY' && data?.state?.to === 'CLOSED') return '✅'
  return marks[kind] ?? '💬'
}

/** People's text as a quotation, at most `max` characters of it. */
export function quoted(text: string, max: number): string {
  const lines = escapeCut(text.trim().replace(/\n{3,}/g, '\n\n'), max).split('\n')
  return lines.map((line) => `> ${line}`).join('\n')
}
