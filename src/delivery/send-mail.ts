import { SendFailure, type Failure } from './failure.js'
import type { Email } from './mailer.js'
import type { Attempt, Sending } from './sending.js'

/** Hands the row's email to the mail server; throws what a failure means for the row. */
export async function sendMail(sending: Sending, attempt: Attempt, email: Omit<Email, 'uid'>): Promise<void> {
  if (!sending.mail) throw new SendFailure({ how: 'give_up', words: 'no mail server is set: ONBEHALF_SMTP_URL' })
  try {
    await sending.mail.send({ ...email, uid: attempt.row.uid })
  } catch (error) {
    throw new SendFailure(ofMailError(error))
  }
}

/** The mail server's 5xx is final, everything else passes; there is no looking for an email, but its id stays the same. */
function ofMailError(error: unknown): Failure {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0
  const login = error instanceof Error && 'code' in error && error.code === 'EAUTH'
  return { how: code >= 500 && !login ? 'give_up' : 'retry', words: mailWords(error) }
}

/** What the admin is told: the server's codes, or those of the connection. Its words may name the people written to. */
function mailWords(error: unknown): string {
  if (!(error instanceof Error)) return 'mail failed'
  if (!('responseCode' in error)) return `mail: ${'code' in error ? String(error.code) : error.name}`
  const enhanced = 'response' in error ? /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(error.response))?.[1] : undefined
  return ['SMTP', String(error.responseCode), ...(enhanced ? [enhanced] : [])].join(' ')
}
