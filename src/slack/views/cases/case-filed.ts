import type { CaseCardValue } from '../../../domain/cases/case-view.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { context, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { caseButton } from './case-buttons.js'
import { caseFacts } from './case-card.js'
import { viewCaseButton } from './view-case-button.js'
import { waitsWords } from './waits-words.js'

/** Tells the filer the number; of a case that waits for approval, who decides. `waitsFor`: their names. */
export function caseFiled(card: CaseCardValue, waitsFor: readonly string[], reader: Reader): Message {
  const say = wordsFor(reader)
  const number = String(card.number)
  const { title, customer, state, severity } = caseFacts(card, reader)
  const waits = card.state === 'PENDING_APPROVAL'
  const notes: string[] = []
  if (waits) notes.push(say('cases.waits_note'))
  const toPortal = !waits && card.desk === 'PORTAL' && card.portalNumber === null
  if (toPortal) notes.push(say('cases.filed_to_portal'))
  const next = say('cases.filed_next', { number })
  const head = waits ? waitsWords('cases.waits', card.number, waitsFor, reader) : say('cases.filed', { number, customer })
  const facts = { number, customer, title, state, severity }
  const told = waits ? `${head}. ${say('cases.waits_text', facts)}` : say('cases.filed_text', facts)
  return {
    text: [told, ...notes, next].join(' '),
    blocks: [
      section([`${waits ? '⏳' : '✅'} *${head}*`, ...(waits ? [customer] : []), title, `${state} · ${severity}`, ...notes].join('\n'), viewCaseButton(card.number, say)),
      ...(toPortal ? [{ type: 'actions' as const, elements: [caseButton(card.number, 'copyForPortal', say, true)] }] : []),
      context(next),
    ],
  }
}
