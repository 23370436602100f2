import type { CaseCardValue } from '../../../domain/cases/case-view.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { context, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { caseFacts } from './case-card.js'
import { viewCaseButton } from './view-case-button.js'

/** Tells the filer the number. */
export function caseFiled(card: CaseCardValue, reader: Reader): Message {
  const say = wordsFor(reader)
  const number = String(card.number)
  const { title, customer, state, severity } = caseFacts(card, reader)
  const notes: string[] = []
  if (card.state === 'PENDING_APPROVAL') notes.push(say('cases.filed_pending'))
  else if (card.desk === 'PORTAL' && card.portalNumber === null) notes.push(say('cases.filed_to_portal'))
  const next = say('cases.filed_next', { number })
  return {
    text: [say('cases.filed_text', { number, customer, title, state, severity }), ...notes, next].join(' '),
    blocks: [
      section([`✅ *${say('cases.filed', { number, customer })}*`, title, `${state} · ${severity}`, ...notes].join('\n'), viewCaseButton(card.number, say)),
      context(next),
    ],
  }
}
