import { firstDelivery } from '../../../usecases/first-delivery.js'
import { approvalsPage } from '../../approvals-page.js'
import type { CommandCall } from '../../listeners.js'
import { sayPrivately } from '../../places.js'
import type { Message } from '../../views/blocks.js'
import { approvalsCommandProblem, approvalsUsage } from './approvals-usage.js'
import { parseApprovalsCommand } from './parse-approvals-command.js'

/** `/approvals …` */
export async function approvalsCommand(call: CommandCall): Promise<void> {
  if (!(await firstDelivery(call.edge.deps, `command:${call.triggerId}`))) return
  await sayPrivately(call.edge, call.caller.userId, call.respond, await answer(call))
}

async function answer(call: CommandCall): Promise<Message> {
  const command = parseApprovalsCommand(call.text)
  switch (command.verb) {
    case 'all':
    case 'waiting':
    case 'asked':
      return approvalsPage(call, { list: command.verb })
    // Usage is for everybody, with an account or without.
    case 'help':
      return approvalsUsage((await call.who).reader)
    case 'unknown':
      return approvalsCommandProblem(command, (await call.who).reader)
  }
}
