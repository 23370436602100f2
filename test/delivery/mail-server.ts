import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'

/** A mail server that keeps what it takes, and refuses the next mails with the given codes. */
export async function startMailServer(): Promise<{ url: string; mails: string[]; refuse: number[]; stop(): Promise<void> }> {
  const mails: string[] = []
  const refuse: number[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const code = refuse.shift()
        if (code !== undefined) return done(Object.assign(new Error('5.1.1 <it@acme.example>: recipient unknown'), { responseCode: code }))
        mails.push(Buffer.concat(chunks).toString('utf8'))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails, refuse,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Quoted-printable as it is read. */
export function decoded(mail: string): string {
  return mail.replaceAll('=\r\n', '').replaceAll('=3D', '=')
}
