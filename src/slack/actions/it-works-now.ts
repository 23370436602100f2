import type { AccessSubject } from '../../domain/access/access-refusal.js'
import { Refused } from '../../domain/refused.js'
import { confirmAccess } from '../../usecases/access/confirm-access.js'
import { answerAboutAccess } from '../commands/access/access-sheet-page.js'
import { acting } from '../handle.js'
import type { ActionCall } from '../listeners.js'
import { readCustomerId } from '../payloads.js'
import { refusalText } from '../refusals/refusal-words.js'
import { confirmedLine, confirmedMessage } from '../views/access/access-answers.js'
import type { Message } from '../views/blocks.js'
import { notice } from '../views/notice.js'
import { isFilingForm, redrawWithWords } from './redraw-with-words.js'

/** *It works now* (ACCESS-3): in the filing form, in the access sheet and in messages. */
export async function itWorksNow(call: ActionCall): Promise<void> {
  const customerId = readCustomerId(call.value)
  const { words, message } = await confirm(call, customerId)
  if (isFilingForm(call)) return redrawWithWords(call, words)
  await answerAboutAccess(call, customerId, message, words)
}

async function confirm(call: ActionCall, customerId: number): Promise<{ words: string; message: Message }> {
  const { actor, reader } = await acting(call)
  try {
    const value: { customer: string; confirmed: AccessSubject[] } = await confirmAccess(call.edge.deps, actor, { customerId, deliveryKey: call.deliveryKey })
    return { words: confirmedLine(value, reader), message: confirmedMessage({ ...value, customerId }, reader) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const words = `⚠️ ${refusalText(error.refusal, reader)}`
    return { words, message: notice(words) }
  }
}
