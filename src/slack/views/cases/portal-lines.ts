import type { CaseCardValue } from '../../../domain/cases/case-view.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { slackDate } from '../dates.js'
import { escapeLine } from '../escape.js'

/** Whether something of it has to be carried to the web portal by hand now (CASE-9). */
export function waitsToBeCarried({ desk, state, portalWaitsSince }: Pick<CaseCardValue, 'desk' | 'state' | 'portalWaitsSince'>): boolean {
  return desk === 'PORTAL' && state !== 'PENDING_APPROVAL' && portalWaitsSince !== null
}

/** What is to be said of the web portal of a case whose desk answers there (CASE-9), in mrkdwn; first what waits. */
export function portalLines({ desk, state, portalNumber, portalWaitsSince }: CaseCardValue, reader: Reader): string[] {
  const say = wordsFor(reader)
  const lines: string[] = []
  if (desk === 'PORTAL' && state !== 'PENDING_APPROVAL') {
    const since = portalWaitsSince && slackDate(portalWaitsSince, reader)
    if (portalNumber === null && (since !== null || state !== 'CLOSED')) lines.push(`📤 *${say(since === null ? 'cases.portal_waiting' : 'cases.portal_waiting_since', { since: since ?? '' })}*`)
    else if (since !== null) lines.push(`📤 *${say('cases.portal_behind', { since })}*`)
  }
  if (portalNumber !== null) lines.push(say('cases.portal_number', { number: escapeLine(portalNumber, 200) }))
  return lines
}
