import type { CaseCardValue } from '../../../domain/cases/case-view.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { context, fields, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { caseClocks } from './case-clocks.js'
import { severityWords, stateWords } from './case-words.js'
import { slackDate } from '../dates.js'
import { escapeLine } from '../escape.js'
import { viewCaseButton } from './view-case-button.js'

/** The card a channel has for a case (SCOPE-1): no answers, no messages. `reader` speaks the channel's language. */
export function caseCard(card: CaseCardValue, reader: Reader, now: Date): Message {
  const say = wordsFor(reader)
  const facts = caseFacts(card, reader)
  const clocks = caseClocks(card, reader, now)
  const told = say('cases.card_text', {
    number: String(card.number), title: facts.title, customer: facts.customer, domain: facts.domain, tier: facts.tier,
    state: facts.state, severity: facts.severity, owner: facts.owner, filedBy: facts.filedBy,
  })
  return {
    text: [told, ...clocks].join(' '),
    blocks: [
      section(`*#${card.number} · ${facts.title}*`, viewCaseButton(card.number, say)),
      fields([
        `*${say('cases.label_customer')}*\n${facts.customer} · ${facts.domain} · ${facts.tier}`,
        `*${say('cases.label_state')}*\n${facts.state}`,
        `*${say('cases.label_severity')}*\n${facts.severity}`,
        `*${say('cases.label_owner')}*\n${facts.owner}`,
        `*${say('cases.label_filed_by')}*\n${facts.filedBy}`,
      ]),
      ...(clocks.length > 0 ? [context(...clocks)] : []),
    ],
  }
}

/** What card and case view both say, escaped for mrkdwn. */
export function caseFacts(card: CaseCardValue, reader: Reader): Record<'title' | 'customer' | 'domain' | 'tier' | 'state' | 'severity' | 'owner' | 'filedBy', string> {
  const say = wordsFor(reader)
  return {
    title: escapeLine(card.title, 300),
    customer: escapeLine(card.customerName, 300),
    domain: escapeLine(card.customerDomain, 300),
    tier: say(`cases.tier_${card.tier}`),
    state: stateWords(card.state, say),
    severity: severityWords(card.severity, say),
    owner: card.ownerName === null ? say('cases.nobody') : escapeLine(card.ownerName, 150),
    filedBy: say('cases.filed_at', { name: escapeLine(card.filedByName, 150), at: slackDate(card.filedAt, reader) }),
  }
}
