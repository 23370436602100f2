import { WebAPIPlatformError } from '@slack/web-api'
import { fileFailed, fileFetched, findWantedFile, type FetchError, type WantedFile } from '../../store/cases/attachment-fetches.js'
import { ofConnection, ofHttpStatus } from '../classify-failure.js'
import { SendFailure } from '../failure.js'
import { fileAddress } from './file-address.js'
import { keepFile } from './keep-file.js'
import type { Send, Sending } from '../sending.js'

const timeoutMilliseconds = 60_000
const maxRedirects = 3

/**
 * Fetches a file from Slack and keeps it under its content hash. The bot's token goes to Slack's file hosts and the
 * configured API alone; what is refused, too large or only a login page fails for good, with the reason on the case.
 */
export const fetchAttachment: Send<'fetch_attachment'> = async (sending, attempt, { attachmentId }) => {
  const wanted = await findWantedFile(sending.store.db, attachmentId)
  if (!wanted) return { how: 'dropped', why: 'the file is not wanted any more' }
  const signal = AbortSignal.timeout(timeoutMilliseconds)
  const answer = await ask(sending, wanted, signal)
  const { dataDir, maxBytes } = sending.files
  if (Number(answer.headers.get('content-length')) > maxBytes) {
    await answer.body?.cancel()
    throw failed(wanted, 'too_large')
  }
  try {
    const content = await keepFile(answer.body ?? noBytes(), { dataDir, key: attempt.row.uid, maxBytes })
    if (!content) throw failed(wanted, 'too_large')
    return { how: 'sent', save: (tx) => fileFetched(tx, attachmentId, content) }
  } catch (error) {
    // Fetching twice harms nobody, so a cut connection is simply tried again; a full disk is too.
    throw error instanceof SendFailure ? error : new SendFailure({ how: 'retry', words: ofConnection(error).words })
  }
}

/** Asks for the file, following redirects only to places that may have the token. */
async function ask(sending: Sending, wanted: WantedFile, signal: AbortSignal): Promise<Response> {
  const { token, apiUrl } = sending.files
  let address = wanted.sourceUrl || (await addressOf(sending, wanted))
  let base: URL | undefined
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const url = fileAddress(address, { apiUrl, base })
    if (!url) throw failed(wanted, 'not_slack')
    const answer = await get(sending, url, token, signal)
    const next = answer.headers.get('location')
    if (answer.status < 300 || answer.status >= 400 || !next) return checked(sending, wanted, answer, hops > 0)
    await answer.body?.cancel()
    address = next
    base = url
  }
  throw failed(wanted, 'login_page')
}

/** Slack's address of a file that the form told only the id of. */
async function addressOf(sending: Sending, wanted: WantedFile): Promise<string> {
  const { slackFileId } = wanted
  if (slackFileId === null) throw failed(wanted, 'gone')
  try {
    const { file } = await sending.slack.call('files.info', () => sending.slack.client.files.info({ file: slackFileId }))
    return file?.url_private_download ?? file?.url_private ?? ''
  } catch (error) {
    if (error instanceof SendFailure) throw error
    if (error instanceof WebAPIPlatformError) throw failed(wanted, 'gone')
    throw new SendFailure({ how: 'retry', words: ofConnection(error).words })
  }
}

async function get(sending: Sending, url: URL, token: string, signal: AbortSignal): Promise<Response> {
  return sending.slack.call('files', async () => {
    try {
      return await sending.fetch(url.href, { redirect: 'manual', headers: { authorization: `Bearer ${token}` }, signal })
    } catch (error) {
      throw new SendFailure({ how: 'retry', words: ofConnection(error).words })
    }
  })
}

/** A file, or the reason why the answer is none. Without the right to a file Slack answers 200 and a login page. */
async function checked(sending: Sending, wanted: WantedFile, answer: Response, redirected: boolean): Promise<Response> {
  const isPage = /^text\/html\b/i.test(answer.headers.get('content-type') ?? '')
  if (answer.ok && !(isPage && (redirected || wanted.mimeType !== 'text/html'))) return answer
  await answer.body?.cancel()
  if (answer.ok) throw failed(wanted, 'login_page')
  if (answer.status === 429) {
    const seconds = Number(answer.headers.get('retry-after')) || 30
    throw new SendFailure({ how: 'wait', until: sending.slack.rest('files', seconds), words: `ratelimited for ${seconds} s` })
  }
  if (answer.status === 404 || answer.status === 410) throw failed(wanted, 'gone')
  const failure = ofHttpStatus(answer.status)
  throw new SendFailure(failure.how === 'unknown' ? { how: 'retry', words: failure.words } : failure)
}

/** Ends the row and tells the case why the file is missing. */
function failed(wanted: WantedFile, error: FetchError): SendFailure {
  return new SendFailure({ how: 'give_up', words: error, save: (tx) => fileFailed(tx, wanted.id, error) })
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}
