import type { AccessAsked } from '../../domain/access/access-answers.js'
import { Refused } from '../../domain/refused.js'
import { wordsFor } from '../../locales/words.js'
import { requestAccess } from '../../usecases/access/request-access.js'
import { answerAboutAccess } from '../commands/access/access-sheet-page.js'
import { acting } from '../handle.js'
import type { ActionCall } from '../listeners.js'
import { readCustomerId } from '../payloads.js'
import { refusalText } from '../refusals/refusal-words.js'
import { lookUpPerson } from '../slack-people.js'
import { askedLines, askedMessage } from '../views/access/access-answers.js'
import type { Message } from '../views/blocks.js'
import { notice } from '../views/notice.js'
import { isFilingForm, redrawWithWords } from './redraw-with-words.js'

/** *Request access* in the filing form, in the access sheet and in messages: who was asked for what is said where it stands. */
export async function requestCustomerAccess(call: ActionCall): Promise<void> {
  const customerId = readCustomerId(call.value)
  const { words, message } = await ask(call, customerId)
  if (isFilingForm(call)) return redrawWithWords(call, words)
  await answerAboutAccess(call, customerId, message, words)
}

async function ask(call: ActionCall, customerId: number): Promise<{ words: string; message: Message }> {
  const { actor, reader } = await acting(call)
  try {
    const value: AccessAsked = await requestAccess(call.edge.deps, actor, {
      customer: customerId, deliveryKey: call.deliveryKey, lookUp: (email) => lookUpPerson(call.edge, email),
    })
    const lines = askedLines(value, reader)
    const next = isFilingForm(call) ? [wordsFor(reader)('access.asked_next_form')] : []
    return { words: [...lines, ...next].join('\n'), message: askedMessage(value, reader) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const words = `⚠️ ${refusalText(error.refusal, reader)}`
    return { words, message: notice(words) }
  }
}
