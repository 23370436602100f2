import { WebAPIPlatformError } from '@slack/web-api'
import { tellAuthor } from '../../slack/views/cases/tell-author.js'
import { filingOrganization, stillConcerned } from '../../store/cases/case-readers.js'
import { SendFailure } from '../failure.js'
import { postOnce } from '../post-once.js'
import type { Send } from '../sending.js'

/** Tells the thread of the message a case was made from, in the language of the team that filed it. */
export const sendTellAuthor: Send<'tell_author'> = async (sending, attempt, { caseNumber, channelId, threadTs }) => {
  const { db } = sending.store
  const filer = await filingOrganization(db, caseNumber)
  if (!filer || (await stillConcerned(db, caseNumber, [filer.id])).length === 0) {
    return { how: 'dropped', why: 'the case does not concern the team any more' }
  }
  const said = tellAuthor({ number: caseNumber }, { locale: filer.language, timeZone: 'UTC' })
  try {
    await postOnce(sending, attempt, { channel: channelId, channelId, threadTs }, said)
  } catch (error) {
    throw isClosed(error) ? new SendFailure({ how: 'give_up', words: error.data.error }) : error
  }
  return { how: 'sent' }
}

/** The bot is not, or not any more, in the channel: said days later it would help nobody, and the channel's lane would wait. */
function isClosed(error: unknown): error is WebAPIPlatformError {
  return error instanceof WebAPIPlatformError && (error.data.error === 'not_in_channel' || error.data.error === 'channel_not_found')
}
