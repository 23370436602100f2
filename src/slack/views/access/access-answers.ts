/** What came of asking for access, giving it, confirming it or taking it back. */
import type { AccessAsked, AccessChanged, PlannedRevoke } from '../../../domain/access/access-answers.js'
import type { AccessSubject } from '../../../domain/access/access-refusal.js'
import { wordsFor } from '../../../locales/words.js'
import type { Reader } from '../../../locales/words.js'
import { context, section } from '../blocks.js'
import type { Message } from '../blocks.js'
import { cut } from '../cut.js'
import { slackDate } from '../dates.js'
import { escapeCut, escapeLine } from '../escape.js'
import { limits } from '../limits.js'
import { changeAccessButton, fileForButton } from './access-buttons.js'
import { subjectWords } from './access-subject.js'
import { namesListed, oneLine } from './names.js'

const mostAsked = 10

/** Who was asked for what, a line each; plain. */
export function askedLines({ customer: name, asked }: AccessAsked, reader: Reader): string[] {
  const say = wordsFor(reader)
  const customer = oneLine(name, 200)
  if (asked.length === 0) return [say('access.asked_nothing', { customer })]
  const lines = asked.slice(0, mostAsked).map(({ kind, skuName, people }) => {
    const told = { customer, people: namesListed(people, reader), count: people.length }
    const sku = skuName === null ? null : oneLine(skuName, 200)
    if (kind === 'CONSENT') return sku === null ? say('access.asked_consent_any', told) : say('access.asked_consent', { ...told, sku })
    return sku === null ? say('access.asked_access', told) : say('access.asked_access_sku', { ...told, sku })
  })
  return asked.length > mostAsked ? [...lines, say('access.more', { count: asked.length - mostAsked })] : lines
}

export function askedMessage(value: AccessAsked, reader: Reader): Message {
  const next = wordsFor(reader)('access.asked_next', { customer: command(value.customer) })
  return lines([escapeCut(askedLines(value, reader).join('\n'), limits.section)], [next])
}

/** Access was given. */
export function grantedMessage({ customer, subject, pendingUntil }: AccessChanged, reader: Reader): Message {
  const say = wordsFor(reader)
  const told = { customer: escapeLine(customer, 200) }
  const what = subject.what === 'switch' ? say('access.granted_switch', told) : say('access.granted_subscription', { ...told, sku: escapeLine(subject.skuName, 200) })
  const then = pendingUntil ? say('access.granted_pending', { at: slackDate(pendingUntil, reader) }) : say('access.granted_now')
  return lines([what, then])
}

/** Somebody confirmed that access works (ACCESS-3). */
export function confirmedMessage({ customerId, customer, confirmed }: { customerId: number; customer: string; confirmed: readonly AccessSubject[] }, reader: Reader): Message {
  const say = wordsFor(reader)
  const message = lines([escapeCut(confirmedLine({ customer, confirmed }, reader), limits.section)])
  return { ...message, blocks: [...message.blocks, { type: 'actions', elements: [fileForButton({ say, customer: { id: customerId, name: customer } })] }] }
}

/** The same in a line; plain. */
export function confirmedLine({ customer: name, confirmed }: { customer: string; confirmed: readonly AccessSubject[] }, reader: Reader): string {
  const say = wordsFor(reader)
  const customer = oneLine(name, 200)
  if (confirmed.length === 0) return say('access.confirmed_none', { customer })
  return say('access.confirmed', { customer, subjects: namesListed(confirmed.map((subject) => subjectWords(subject, say)), reader) })
}

/** Asks once more before access is taken back, and says what stops. `domain`: the reader's. */
export function revokeQuestion(plan: PlannedRevoke, consent: boolean, domain: string, reader: Reader): Message {
  const say = wordsFor(reader)
  const kind = plan.subject.what === 'switch' ? 'switch' : consent ? 'consent' : 'grant'
  const told = { customer: escapeLine(plan.customer, 200), domain: escapeLine(domain, 200), sku: plan.subject.what === 'switch' ? '' : escapeLine(plan.subject.skuName, 200) }
  const title = `*${say(`access.revoke_${kind}_title`, told)}*`
  const what = [say(`access.revoke_${kind}`, told), say(kind === 'consent' ? 'access.revoke_consent_later' : 'access.revoke_later')]
  const label = kind === 'switch' ? 'access.turn_off_button' : kind === 'consent' ? 'access.withdraw_consent_button' : 'access.withdraw_grant_button'
  const customer = { id: plan.customerId, name: plan.customer }
  return {
    text: [title, ...what].join('\n'),
    blocks: [
      section([title, ...what].join('\n')),
      { type: 'actions', elements: [changeAccessButton({ say, customer }, label, 'revoke', plan.subscriptionId, { style: 'danger' })] },
    ],
  }
}

/** Access was taken back. `domain`: the reader's. */
export function revokedMessage({ customer, subject, change }: AccessChanged, domain: string, reader: Reader): Message {
  const say = wordsFor(reader)
  const told = { customer: escapeLine(customer, 200), domain: escapeLine(domain, 200), sku: subject.what === 'switch' ? '' : escapeLine(subject.skuName, 200) }
  const what = change === 'CONSENT_WITHDRAWN' || change === 'GRANT_WITHDRAWN' ? change : 'SWITCH_OFF'
  return lines([say(`access.revoked_${what}`, told)], [say('access.revoked_next', { command: again(customer, subject, change) })])
}

/** What is typed to give again what was taken. */
function again(customer: string, subject: AccessSubject, change: AccessChanged['change']): string {
  const verb = change === 'CONSENT_WITHDRAWN' ? 'request' : 'grant'
  return `/access ${verb} ${command(customer)}${subject.what === 'switch' ? '' : ` subscription:"${command(subject.skuName)}"`}`
}

/** People's text inside code marks of a command to type. */
const command = (text: string): string => escapeLine(text, 150).replaceAll('`', "'").replaceAll('"', '')

function lines(said: string[], next: string[] = []): Message {
  return {
    text: cut([...said, ...next].join('\n'), limits.messageText),
    blocks: [section(said.join('\n')), ...(next.length > 0 ? [context(...next)] : [])],
  }
}
