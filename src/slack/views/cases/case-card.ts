import type { Button } from '@slack/types'
import type { CaseCardValue } from '../../../domain/cases/case-view.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader, Say } from '../../../locales/words.js'
import { context, fields, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { caseButton } from './case-buttons.js'
import { caseClocks } from './case-clocks.js'
import { severityWords, stateWords } from './case-words.js'
import { slackDate } from '../dates.js'
import { escapeLine } from '../escape.js'
import { portalLines, waitsToBeCarried } from './portal-lines.js'
import { viewCaseButton } from './view-case-button.js'

/** The card a channel has for a case (SCOPE-1): no answers, no messages. `reader` speaks the channel's language. */
export function caseCard(card: CaseCardValue, reader: Reader, now: Date): Message {
  const say = wordsFor(reader)
  const facts = caseFacts(card, reader)
  const clocks = caseClocks(card, reader, now)
  const portal = portalLines(card, reader)
  const escalated = escalatedLine(card, reader)
  const lines = [...escalated, ...clocks, ...portal]
  const told = say('cases.card_text', {
    number: String(card.number), title: facts.title, customer: facts.customer, domain: facts.domain, tier: facts.tier,
    state: facts.state, severity: facts.severity, owner: facts.owner, filedBy: facts.filedBy,
  })
  return {
    text: [told, ...lines].join(' '),
    blocks: [
      section(`${card.escalation ? '🚨 ' : ''}*#${card.number} · ${facts.title}*\n${facts.customer} · ${facts.domain} · ${facts.tier}`),
      fields([
        `*${say('cases.label_state')}*\n${facts.state}`,
        `*${say('cases.label_severity')}*\n${facts.severity}`,
        `*${say('cases.label_owner')}*\n${facts.owner}`,
        // Of a case that is answered elsewhere nobody here works on it at the desk.
        card.desk === 'BUILT_IN' ? `*${say('cases.label_desk_owner')}*\n${facts.deskOwner}` : `*${say('cases.label_filed_by')}*\n${facts.filedBy}`,
      ]),
      ...(lines.length > 0 ? [context(...lines)] : []),
      { type: 'actions', elements: cardButtons(card, say, now) },
    ],
  }
}

/** What a team that must act is offered right there; everything else stands behind *View case*, which knows its reader. */
function cardButtons(card: CaseCardValue, say: Say, now: Date): Button[] {
  const { number, state, reopenUntil } = card
  const mustAct = state === 'ACTION_REQUIRED' || state === 'SOLUTION_PROVIDED'
  const always = [...(waitsToBeCarried(card) ? [caseButton(number, 'copyForPortal', say, !mustAct)] : []), viewCaseButton(number, say)]
  switch (state) {
    case 'ACTION_REQUIRED': return [caseButton(number, 'reply', say, true), ...always]
    case 'SOLUTION_PROVIDED': return [caseButton(number, 'close', say, true), caseButton(number, 'notSolved', say), ...always]
    case 'CLOSED': return reopenUntil && now <= reopenUntil ? [...always, caseButton(number, 'reopen', say)] : always
    default: return always
  }
}

/** That it was escalated, when and why, in mrkdwn. */
export function escalatedLine({ escalation }: CaseCardValue, reader: Reader): string[] {
  if (!escalation) return []
  const say = wordsFor(reader)
  const at = slackDate(escalation.at, reader)
  return [`🚨 ${escalation.reason ? say('cases.escalated', { at, reason: say(`cases.escalation_${escalation.reason}`) }) : say('cases.escalated_plain', { at })}`]
}

type Fact = 'title' | 'customer' | 'domain' | 'tier' | 'state' | 'severity' | 'owner' | 'deskOwner' | 'filedBy'

/** What card and case view both say, escaped for mrkdwn. */
export function caseFacts(card: CaseCardValue, reader: Reader): Record<Fact, string> {
  const say = wordsFor(reader)
  return {
    title: escapeLine(card.title, 300),
    customer: escapeLine(card.customerName, 300),
    domain: escapeLine(card.customerDomain, 300),
    tier: say(`cases.tier_${card.tier}`),
    state: stateWords(card.state, say),
    severity: severityWords(card.severity, say),
    owner: card.ownerName === null ? say('cases.nobody') : escapeLine(card.ownerName, 150),
    deskOwner: card.deskOwnerName === null ? say('cases.desk_nobody') : escapeLine(card.deskOwnerName, 150),
    filedBy: say('cases.filed_at', { name: escapeLine(card.filedByName, 150), at: slackDate(card.filedAt, reader) }),
  }
}
