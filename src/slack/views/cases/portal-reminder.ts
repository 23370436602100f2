import type { CaseCardValue } from '../../../domain/cases/case-view.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { caseButton } from './case-buttons.js'
import { slackDate } from '../dates.js'
import { escapeLine } from '../escape.js'
import { viewCaseButton } from './view-case-button.js'

/** Reminds a case's owner of what waits to be carried to the web portal by hand (CASE-9). */
export function portalReminder(card: CaseCardValue, since: Date, reader: Reader): Message {
  const say = wordsFor(reader)
  const { number, title, portalNumber } = card
  const text = [
    `📤 ${say('delivery.portal_remind', { number: String(number), title: escapeLine(title, 300), since: slackDate(since, reader) })}`,
    portalNumber === null ? say('delivery.portal_remind_how') : say('delivery.portal_remind_behind', { number: escapeLine(portalNumber, 200) }),
  ].join('\n')
  const buttons = [caseButton(number, 'copyForPortal', say, true), ...(portalNumber === null ? [caseButton(number, 'portalNumber', say)] : []), viewCaseButton(number, say)]
  return { text, blocks: [section(text), { type: 'actions', elements: buttons }] }
}
