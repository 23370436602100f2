import { tellAuthor } from '../slack/views/tell-author.js'
import { filingOrganization, stillConcerned } from '../store/case-readers.js'
import { postOnce } from './post-once.js'
import type { Send } from './sending.js'

/** Tells the thread of the message a case was made from, in the language of the team that filed it. */
export const sendTellAuthor: Send<'tell_author'> = async (sending, attempt, { caseNumber, channelId, threadTs }) => {
  const { db } = sending.store
  const filer = await filingOrganization(db, caseNumber)
  if (!filer || (await stillConcerned(db, caseNumber, [filer.id])).length === 0) {
    return { how: 'dropped', why: 'the case does not concern the team any more' }
  }
  const said = tellAuthor({ number: caseNumber }, { locale: filer.language, timeZone: 'UTC' })
  await postOnce(sending, attempt, { channel: channelId, channelId, threadTs }, said)
  return { how: 'sent' }
}
