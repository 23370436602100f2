import { createTransport } from 'nodemailer'

export interface Email {
  to: string
  subject: string
  text: string
  html: string
  /** Sent along, from where they are kept. */
  files?: { name: string; path: string }[]
  /** Stays the same when the email is sent again, so that mail programs show it once. */
  uid: string
}

export interface Mailer {
  /** Resolves when the mail server took it. Rejects with nodemailer's error. */
  send(email: Email): Promise<void>
  close(): void
}

export interface MailerOptions {
  /** Like `smtps://user:password@mail.example`. */
  smtpUrl: string
  /** An address, with or without a name. */
  from: string
  /** Milliseconds a mail server may say nothing; nodemailer's own ten minutes would hold a row too long. */
  patience?: number
}

export function createMailer({ smtpUrl, from, patience = 15_000 }: MailerOptions): Mailer {
  const timeouts = { dnsTimeout: patience, connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience }
  const transport = createTransport({ url: smtpUrl, ...timeouts }, { from })
  const host = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  return {
    async send({ uid, files = [], ...email }) {
      const attachments = files.map(({ name, path }) => ({ filename: name, path }))
      await transport.sendMail({ ...email, attachments, messageId: `<${uid}@${host}>`, headers: { 'auto-submitted': 'auto-generated' } })
    },
    close: () => transport.close(),
  }
}
