/** What no row of routes.ts knows: buttons and forms of an older version. They get words, never silence. */
import { wordsFor } from '../locales/words.js'
import { firstDelivery } from '../usecases/first-delivery.js'
import { caseUsage } from './commands/case/case-usage.js'
import type { ActionCall, CommandCall, ShortcutCall, SubmitCall } from './listeners.js'
import { sayPrivately } from './places.js'
import { after } from './running.js'
import { noticeView } from './views/reading-views.js'
import { lastReader, readerOf } from './who-acts.js'

export async function unknownCommand(call: CommandCall): Promise<void> {
  if (!(await firstDelivery(call.edge.deps, `command:${call.triggerId}`))) return
  await sayPrivately(call.edge, call.caller.userId, call.respond, caseUsage((await call.who).reader))
}

export async function unknownShortcut(call: ShortcutCall): Promise<void> {
  const { reader } = await call.who
  await call.place.tell(wordsFor(reader)('refusals.unknown_action'), reader)
}

export async function unknownAction(call: ActionCall): Promise<void> {
  const { reader } = await call.who
  call.edge.log.warn({ action: call.action.action_id }, 'an action nobody listens to')
  await call.place.tell(wordsFor(reader)('refusals.unknown_action'), reader)
}

/** Answered in time even while Slack is slow to say who it is: then in the language last seen of them. */
export async function unknownSubmission(call: SubmitCall): Promise<void> {
  const reader = await Promise.race([readerOf(call), after(call.edge.ackBudget).then(() => lastReader(call.edge, call.caller))])
  call.edge.log.warn({ view: call.view.callback_id }, 'a view nobody listens to')
  await call.answer({ response_action: 'update', view: noticeView(wordsFor(reader)('refusals.unknown_action'), reader) })
}
