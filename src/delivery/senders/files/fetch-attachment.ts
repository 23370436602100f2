import { WebAPIPlatformError } from '@slack/web-api'
import { fileFailed, fileFetched, findWantedFile, type FetchError, type FetchedFile, type WantedFile } from '../../../store/files/attachment-fetches.js'
import { enqueue } from '../../../store/outbox/outbox.js'
import type { Tx } from '../../../store/open-store.js'
import { ofConnection, ofHttpStatus } from '../../classify-failure.js'
import { SendFailure } from '../../failure.js'
import { fileAddress } from './file-address.js'
import { isKept, keepFile, keptFile } from './keep-file.js'
import { searchFile } from './search-file.js'
import type { Attempt, Send, Sending, Sent } from '../../sending.js'

const timeoutMilliseconds = 60_000
const maxRedirects = 3

/**
 * Fetches a file from Slack, keeps it under its content hash and searches it for personal data (CASE-2); what follows is
 * decided with that, in one transaction, so that a crash in between begins anew. The bot's token goes to Slack's file hosts and the
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
    throw failed(sending, wanted, 'too_large')
  }
  try {
    const content = await keepFile(answer.body ?? noBytes(), { dataDir, key: attempt.row.uid, maxBytes })
    if (!content) throw failed(sending, wanted, 'too_large')
    const searched = await searchFile(keptFile(dataDir, content.sha256), wanted)
    return fetched(sending, attempt, wanted, { ...content, ...searched })
  } catch (error) {
    // Fetching twice harms nobody, so a cut connection is simply tried again; a full disk is too.
    throw error instanceof SendFailure ? error : new SendFailure({ how: 'retry', words: ofConnection(error).words })
  }
}

/** A file that was withdrawn meanwhile is not wanted any more, and its content goes again. */
function fetched(sending: Sending, { row }: Attempt, { id }: WantedFile, file: FetchedFile): Sent {
  return {
    how: 'sent',
    save: async (tx) => {
      if (await fileFetched(tx, id, file)) {
        // Another file with the same content was taken away since it was kept, and its content with it.
        if (!(await isKept(sending.files.dataDir, file.sha256))) throw new SendFailure({ how: 'retry', words: 'the content was deleted meanwhile' })
        return sending.fileSettled(tx, id)
      }
      const message = { kind: 'drop_file', sha256: file.sha256 } as const
      await enqueue(tx, { message, dedupeKey: `${row.uid}:drop`, uid: `${row.uid}-drop`, now: sending.now() })
    },
  }
}

/** Asks for the file, following redirects only to places that may have the token. */
async function ask(sending: Sending, wanted: WantedFile, signal: AbortSignal): Promise<Response> {
  const { token, apiUrl } = sending.files
  let address = wanted.sourceUrl || (await addressOf(sending, wanted))
  let base: URL | undefined
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const url = fileAddress(address, { apiUrl, base })
    if (!url) throw failed(sending, wanted, 'not_slack')
    const answer = await get(sending, url, token, signal)
    const next = answer.headers.get('location')
    if (answer.status < 300 || answer.status >= 400 || !next) return checked(sending, wanted, answer, hops > 0)
    await answer.body?.cancel()
    address = next
    base = url
  }
  throw failed(sending, wanted, 'login_page')
}

/** Slack's address of a file that the form told only the id of. */
async function addressOf(sending: Sending, wanted: WantedFile): Promise<string> {
  const { slackFileId } = wanted
  if (slackFileId === null) throw failed(sending, wanted, 'gone')
  try {
    const { file } = await sending.slack.call('files.info', () => sending.slack.client.files.info({ file: slackFileId }))
    return file?.url_private_download ?? file?.url_private ?? ''
  } catch (error) {
    if (error instanceof SendFailure) throw error
    if (error instanceof WebAPIPlatformError) throw failed(sending, wanted, 'gone')
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
  if (answer.ok) throw failed(sending, wanted, 'login_page')
  if (answer.status === 429) {
    const seconds = Number(answer.headers.get('retry-after')) || 30
    throw new SendFailure({ how: 'wait', until: sending.slack.rest('files', seconds), words: `ratelimited for ${seconds} s` })
  }
  if (answer.status === 404 || answer.status === 410) throw failed(sending, wanted, 'gone')
  const failure = ofHttpStatus(answer.status)
  throw new SendFailure(failure.how === 'unknown' ? { how: 'retry', words: failure.words } : failure)
}

/** The case says why the file is missing, and others that came with it wait for it no longer. */
export async function giveUpFile(sending: Sending, tx: Tx, attachmentId: string, error: FetchError): Promise<void> {
  await fileFailed(tx, attachmentId, error)
  await sending.fileSettled(tx, attachmentId)
}

/** Ends the row and tells the case why the file is missing. */
function failed(sending: Sending, wanted: WantedFile, error: FetchError): SendFailure {
  return new SendFailure({ how: 'give_up', words: error, save: (tx) => giveUpFile(sending, tx, wanted.id, error) })
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}
