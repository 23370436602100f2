import { createTransport } from 'nodemailer'

export interface Email {
  to: string
  subject: string
  text: string
  html: string
  /** Stays the same when the email is sent again, so that mail programs show it once. */
  uid: string
}

export interface Mailer {
  /** Resolves when the mail server took it. Rejects with nodemailer's error. */
  send(email: Email): Promise<void>
  close(): void
}

/** `smtpUrl` like `smtps://user:password@mail.example`; `from` an address, with or without a name. */
export function createMailer({ smtpUrl, from }: { smtpUrl: string; from: string }): Mailer {
  const transport = createTransport(smtpUrl, { from })
  const host = /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  return {
    async send({ uid, ...email }) {
      await transport.sendMail({ ...email, messageId: `<${uid}@${host}>`, headers: { 'auto-submitted': 'auto-generated' } })
    },
    close: () => transport.close(),
  }
}
