import type { KnownBlock } from '@slack/types'
import type { CaseValue } from '../../../domain/cases/case-view.js'
import { formatLocaleOf, languageOf, wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { context, fields } from '../blocks.js'
import { caseFacts, escalatedLine } from './case-card.js'
import { caseClocks } from './case-clocks.js'
import { ago } from '../dates.js'
import { escapeLine } from '../escape.js'
import { localized } from '../localized.js'
import { portalLines } from './portal-lines.js'
import { waitsWords } from './waits-words.js'

/** The head of a case: what is the matter now, then what it is. */
export function factBlocks(kase: CaseValue, reader: Reader, now: Date): KnownBlock[] {
  const lines = nowLines(kase, reader, now)
  return [...(lines.length > 0 ? [context(...lines)] : []), factFields(kase, reader, now)]
}

/** For whom it waits, escalation, clocks and portal, in mrkdwn. */
export function nowLines(kase: CaseValue, reader: Reader, now: Date): string[] {
  const waits = kase.state === 'PENDING_APPROVAL' ? [waitsWords('cases.waits_view', kase.number, kase.waitsFor ?? [], reader)] : []
  return [...waits, ...escalatedLine(kase, reader), ...caseClocks(kase, reader, now), ...portalLines(kase, reader)]
}

function factFields(kase: CaseValue, reader: Reader, now: Date): KnownBlock {
  const say = wordsFor(reader)
  const facts = caseFacts(kase, reader)
  const age = say('cases.age', { ago: ago(kase.filedAt, now, languageOf(reader.locale)) })
  const atDesk = kase.desk === 'BUILT_IN' ? `*${say('cases.label_desk_owner')}*\n${facts.deskOwner}` : null
  return fields([
    `*${say('cases.label_state')}*\n${facts.state} · ${age}`,
    `*${say('cases.label_severity')}*\n${facts.severity}`,
    `*${say('cases.label_customer')}*\n${facts.customer} · ${facts.domain} · ${facts.tier}`,
    `*${say('cases.label_filed_by')}*\n${facts.filedBy}\n${say(`cases.kind_${kase.kind}`)}`,
    `*${say('cases.label_owner')}*\n${facts.owner}`,
    ...(atDesk === null ? [] : [atDesk]),
    `*${say('cases.label_product')}*\n${escapeLine(kase.productName, 150)}`,
    `*${say('cases.label_category')}*\n${escapeLine(localized(kase.category, reader.locale), 150)}`,
    `*${say('cases.label_language')}*\n${escapeLine(languageName(kase.language, reader), 100)}`,
    `*${say('cases.label_time_zone')}*\n${zoneWords(kase.timeZone, reader, now)}`,
  ])
}

function languageName(language: string, reader: Reader): string {
  return new Intl.DisplayNames(formatLocaleOf(reader.locale), { type: 'language' }).of(language) ?? language
}

/** The zone with the time that it is there now, so that nobody calls at night. */
function zoneWords(timeZone: string, reader: Reader, now: Date): string {
  const zone = escapeLine(timeZone, 100)
  const time = localTime(timeZone, reader, now)
  return time === null ? zone : `${zone}\n${wordsFor(reader)('cases.local_time', { time })}`
}

/** Null: no zone that is known here. */
function localTime(timeZone: string, reader: Reader, now: Date): string | null {
  try {
    return new Intl.DateTimeFormat(formatLocaleOf(reader.locale), { weekday: 'short', hour: 'numeric', minute: '2-digit', timeZone }).format(now)
  } catch {
    return null
  }
}
