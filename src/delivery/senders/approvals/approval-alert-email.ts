import { wordsFor, type Reader } from '../../../locales/words.js'
import { escapeHtml } from '../../escape-html.js'
import type { Email } from '../../mailer.js'

export interface AlertedPerson {
  name: string
  /** The primary domain of the account's organization. */
  domain: string
  /** Null: the request is about no customer. */
  customer: string | null
}

/** Points somebody who is asked to Slack: nothing of the request but the customer's name leaves it. */
export function approvalAlertEmail({ name, domain, customer }: AlertedPerson, reader: Reader): Pick<Email, 'subject' | 'text' | 'html'> {
  const say = wordsFor(reader)
  const lines = [
    customer === null ? say('approvals.alert_intro', { name, domain }) : say('approvals.alert_intro_customer', { name, domain, customer }),
    say('approvals.alert_how'),
    say('approvals.alert_why'),
  ]
  return {
    subject: (customer === null ? say('approvals.alert_subject') : say('approvals.alert_subject_customer', { customer })).replace(/\s+/gu, ' '),
    text: `${lines.join('\n\n')}\n`,
    html: lines.map((line) => `<p>${escapeHtml(line)}</p>\n`).join(''),
  }
}
