import { readFile } from 'node:fs/promises'
import { wordsFor } from '../../../locales/words.js'
import { findFileFacts } from '../../../store/files/attachments.js'
import type { FileFacts } from '../../../store/files/attachments.js'
import { classifyFailure, ofConnection, ofHttpStatus } from '../../classify-failure.js'
import { SendFailure } from '../../failure.js'
import { directMessageId } from '../../post-once.js'
import type { Send, Sending } from '../../sending.js'
import { accountReader, caseForAccount } from '../account-reader.js'
import { fileAddress } from './file-address.js'
import { keptFile } from './keep-file.js'

const timeoutMilliseconds = 60_000

/**
 * Sends somebody a file of a case by direct message, if it may be handed out to them at this moment. Until the last call
 * nothing is shown to anybody, so all before it is simply tried again; after a lost answer to that one it is sent once more.
 */
export const sendFile: Send<'send_file'> = async (sending, attempt, { attachmentId, accountId, to }) => {
  const file = await findFileFacts(sending.store.db, attachmentId)
  const told = file && (await accountReader(sending, accountId, to))
  const kase = told && (await caseForAccount(sending, told.actor, file.caseNumber))
  const shown = kase?.value.attachments.find(({ id }) => id === attachmentId)
  if (!told || !shown?.may.includes('get') || file.sha256 === null) return { how: 'dropped', why: 'the file may not be handed out any more' }
  const channel = await directMessageId(sending, to.userId)
  if (channel === null) return { how: 'dropped', why: 'the person cannot be written to' }
  const bytes = await content(sending, file.sha256)
  // Slack refuses a length of 0, and would again.
  if (bytes.byteLength === 0) return { how: 'dropped', why: 'the file is empty' }
  const id = await upload(sending, file, bytes)
  const say = wordsFor(told.reader)
  const { client, call } = sending.slack
  attempt.unknown = false
  await call('files.completeUploadExternal', () => client.files.completeUploadExternal({
    files: [{ id, title: file.name }], channel_id: channel, initial_comment: say('files.sent', { number: String(file.caseNumber) }),
  }))
  return { how: 'sent' }
}

/** A disk that is not there now may be later. */
async function content({ files }: Sending, sha256: string): Promise<Buffer<ArrayBuffer>> {
  try {
    return await readFile(keptFile(files.dataDir, sha256))
  } catch (error) {
    throw new SendFailure({ how: 'retry', words: ofConnection(error).words })
  }
}

/** Puts the bytes where Slack says, on its own hosts alone; the id of the file that they become. */
async function upload(sending: Sending, { name }: FileFacts, bytes: Buffer<ArrayBuffer>): Promise<string> {
  const { client, call } = sending.slack
  const answer = await safely(sending, () => call('files.getUploadURLExternal', () => client.files.getUploadURLExternal({ filename: name, length: bytes.byteLength })))
  const { apiUrl } = sending.files
  const url = fileAddress(answer.upload_url ?? '', { ...(apiUrl && { apiUrl }) })
  if (!url || !answer.file_id) throw new SendFailure({ how: 'retry', words: 'Slack named no place for the file', people: true })
  const put = await safely(sending, () => sending.fetch(url.href, {
    method: 'POST', body: bytes, redirect: 'error', headers: { 'content-type': 'application/octet-stream' }, signal: AbortSignal.timeout(timeoutMilliseconds),
  }))
  await put.body?.cancel()
  if (!put.ok) throw new SendFailure({ how: 'retry', words: ofHttpStatus(put.status).words })
  return answer.file_id
}

/** A cut connection is no reason to look for anything: nobody saw the file yet. Slack's own refusals go their way. */
async function safely<T>(sending: Sending, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const failure = classifyFailure(error, sending.now())
    throw failure.how === 'unknown' ? new SendFailure({ how: 'retry', words: failure.words }) : error
  }
}
