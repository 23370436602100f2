import { firstDelivery } from '../../../usecases/first-delivery.js'
import { showCase } from '../../../usecases/cases/show-case.js'
import { acting } from '../../handle.js'
import type { CommandCall } from '../../listeners.js'
import { listPage } from '../../list-page.js'
import { openFilingModal } from '../../modals/open-filing.js'
import { sayPrivately } from '../../places.js'
import { caseSummary } from '../../views/cases/case-view.js'
import type { Message } from '../../views/blocks.js'
import { queueMessage } from '../../queue-page.js'
import { caseCommandProblem } from './case-command-problem.js'
import { caseUsage } from './case-usage.js'
import { runBareVerb, runTextVerb } from './case-verb.js'
import { parseCaseCommand } from './parse-case-command.js'
import type { CaseCommand } from './parse-case-command.js'

/** Verbs that are answered with a message. */
const answered: ReadonlySet<CaseCommand['verb']> = new Set(['list', 'show', 'queue', 'help', 'unknown', 'wrong'])

/** `/case …` */
export async function caseCommand(call: CommandCall): Promise<void> {
  const command = parseCaseCommand(call.text)
  // A form that opens knows its second delivery by itself, and so does what is done at once.
  if (answered.has(command.verb) && !(await firstDelivery(call.edge.deps, `command:${call.triggerId}`))) return
  switch (command.verb) {
    case 'new':
      return openFilingModal(call, {
        trigger: { triggerId: call.triggerId, inModal: false },
        origin: { how: 'command', channelId: call.channelId, ...call.answerAddress },
        deliveryKey: `command:${call.triggerId}`,
        ...(command.customer === '' ? {} : { customerWords: command.customer }),
      })
    case 'list':
      return answer(call, await listPage(call, { filters: command.filters }))
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
    case 'queue':
      return answer(call, await queueMessage(call, { mine: command.mine }))
    case 'attach':
    case 'history':
    case 'related':
    case 'take':
      return runBareVerb(call, command)
    default:
      return runTextVerb(call, command)
  }
}

function answer(call: CommandCall, message: Message): Promise<void> {
  return sayPrivately(call.edge, call.caller.userId, call.respond, message)
}
