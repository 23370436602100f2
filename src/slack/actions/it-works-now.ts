import type { AccessSubject } from '../../domain/access/access-refusal.js'
import { Refused } from '../../domain/refused.js'
import { confirmAccess } from '../../usecases/access/confirm-access.js'
import { answerAboutAccess } from '../commands/access/access-sheet-page.js'
import { acting } from '../handle.js'
import type { ActionCall } from '../listeners.js'
import { readCustomerId } from '../payloads.js'
import { refusalText } from '../refusals/refusal-words.js'
import { confirmedLine, confirmedMessage } from '../views/access/access-answers.js'
import { whilePending } from '../views/approvals/approval-outcome.js'
import type { Message } from '../views/blocks.js'
import { notice } from '../views/notice.js'
import { isFilingForm, redrawWithWords } from './redraw-with-words.js'

/** *It works now* (ACCESS-3): in the filing form, in the access sheet and in messages. */
export async function itWorksNow(call: ActionCall): Promise<void> {
  const customerId = readCustomerId(call.value)
  const { words, message, over } = await confirm(call, customerId)
  if (isFilingForm(call)) return redrawWithWords(call, words)
  if (over && (await saidInPlace(call, message))) return
  await answerAboutAccess(call, customerId, message, words)
}

/** In a direct message the answer takes the place of the button, which has nothing left to do, and of what it waited for. Whether it could. */
async function saidInPlace({ edge, message: stood, action }: ActionCall, answer: Message): Promise<boolean> {
  if (!stood?.channel.startsWith('D')) return false
  const blocks = [...stood.blocks.filter((block) => block.block_id !== action.block_id && block.block_id !== whilePending), ...answer.blocks]
  try {
    await edge.steady.chat.update({ channel: stood.channel, ts: stood.ts, text: `${stood.text}\n${answer.text}`, blocks })
    return true
  } catch (error) {
    edge.log.info({ error: String(error) }, 'a message did not take the answer')
    return false
  }
}

interface Confirmed {
  /** Plain. */
  words: string
  message: Message
  /** Nothing is pending any more. */
  over: boolean
}

async function confirm(call: ActionCall, customerId: number): Promise<Confirmed> {
  const { actor, reader } = await acting(call)
  try {
    const value: { customer: string; confirmed: AccessSubject[] } = await confirmAccess(call.edge.deps, actor, { customerId, deliveryKey: call.deliveryKey })
    return { words: confirmedLine(value, reader), message: confirmedMessage({ ...value, customerId }, reader), over: true }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const words = `⚠️ ${refusalText(error.refusal, reader)}`
    return { words, message: notice(words), over: error.refusal.code === 'nothing_pending' }
  }
}
