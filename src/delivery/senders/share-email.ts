import type { CaseCardValue } from '../../domain/cases/case-view.js'
import { wordsFor, type Reader } from '../../locales/words.js'
import { escapeHtml } from '../escape-html.js'
import type { Email } from '../mailer.js'

/** What an address is told when a case is shared with it: the facts a card shows, no answers and no files. */
export function shareEmail(card: CaseCardValue, reader: Reader): Pick<Email, 'subject' | 'text' | 'html'> {
  const say = wordsFor(reader)
  const facts: [string, string][] = [
    [say('delivery.share_number'), String(card.number)],
    [say('cases.label_customer'), `${card.customerName} (${card.customerDomain})`],
    [say('cases.label_product'), card.productName],
    [say('delivery.share_title'), card.title],
    [say('cases.label_severity'), say(`cases.severity_${card.severity}`)],
    [say('delivery.share_filed'), say('delivery.share_filed_value', { name: card.filedByName, at: when(card.filedAt, reader) })],
  ]
  const intro = say('delivery.share_intro', { name: card.filedByName, number: String(card.number) })
  const outro = say('delivery.share_outro', { name: card.filedByName })
  const rows = facts.map(([label, value]) => `<tr><th align="left">${escapeHtml(label)}</th><td>${escapeHtml(value)}</td></tr>`)
  return {
    subject: say('delivery.share_subject', { number: String(card.number), title: card.title }),
    text: [intro, '', ...facts.map(([label, value]) => `${label}: ${value}`), '', outro, ''].join('\n'),
    html: `<p>${escapeHtml(intro)}</p>\n<table cellpadding="4">${rows.join('\n')}</table>\n<p>${escapeHtml(outro)}</p>\n`,
  }
}

/** The same while the customer's access is off (ACCESS-1): that there is a case, and nothing of what it says. */
export function lockedShareEmail(card: Pick<CaseCardValue, 'number' | 'filedByName'>, reader: Reader): Pick<Email, 'subject' | 'text' | 'html'> {
  const say = wordsFor(reader)
  const number = String(card.number)
  const lines = [
    say('delivery.share_intro', { name: card.filedByName, number }),
    say('delivery.share_locked'),
    say('delivery.share_outro', { name: card.filedByName }),
  ]
  return {
    subject: say('delivery.share_locked_subject', { number }),
    text: `${lines.join('\n\n')}\n`,
    html: lines.map((line) => `<p>${escapeHtml(line)}</p>\n`).join(''),
  }
}

function when(at: Date, reader: Reader): string {
  return new Intl.DateTimeFormat(reader.locale, { dateStyle: 'long', timeStyle: 'long', timeZone: reader.timeZone }).format(at)
}
