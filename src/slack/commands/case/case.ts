import { firstDelivery } from '../../../usecases/first-delivery.js'
import { showCase } from '../../../usecases/cases/show-case.js'
import { acting } from '../../handle.js'
import type { CommandCall } from '../../listeners.js'
import { listPage } from '../../list-page.js'
import { openFilingModal } from '../../modals/open-filing.js'
import { sayPrivately } from '../../places.js'
import { caseSummary } from '../../views/cases/case-view.js'
import type { Message } from '../../views/blocks.js'
import { caseCommandProblem, caseUsage } from './case-usage.js'
import { parseCaseCommand } from './parse-case-command.js'

/** `/case …` */
export async function caseCommand(call: CommandCall): Promise<void> {
  const command = parseCaseCommand(call.text)
  // A form that opens knows its second delivery by itself.
  if (command.verb !== 'new' && !(await firstDelivery(call.edge.deps, `command:${call.triggerId}`))) return
  switch (command.verb) {
    case 'new':
      return openFilingModal(call, {
        trigger: { triggerId: call.triggerId, inModal: false },
        origin: { how: 'command', channelId: call.channelId, ...call.answerAddress },
        deliveryKey: `command:${call.triggerId}`,
        ...(command.customer === '' ? {} : { customerWords: command.customer }),
      })
    case 'list':
      return answer(call, await listPage(call, { filters: command.typed }))
    case 'show': {
      const { actor, reader } = await acting(call)
      const kase = await showCase(call.edge.deps, actor, { number: command.number })
      return answer(call, caseSummary(kase, reader, call.edge.deps.now()))
    }
    // Usage is for everybody, with an account or without.
    case 'help':
      return answer(call, caseUsage((await call.who).reader))
    case 'unknown':
    case 'wrong':
      return answer(call, caseCommandProblem(command, (await call.who).reader))
  }
}

function answer(call: CommandCall, message: Message): Promise<void> {
  return sayPrivately(call.edge, call.caller.userId, call.respond, message)
}
