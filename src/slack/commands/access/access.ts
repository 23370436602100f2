import { firstDelivery } from '../../../usecases/first-delivery.js'
import { grantAccess } from '../../../usecases/access/grant-access.js'
import { planRevoke } from '../../../usecases/access/plan-revoke.js'
import { requestAccess } from '../../../usecases/access/request-access.js'
import { acting } from '../../handle.js'
import type { CommandCall } from '../../listeners.js'
import { openRecordGrantModal } from '../../modals/record-grant.js'
import { sayPrivately } from '../../places.js'
import { lookUpPerson } from '../../slack-people.js'
import { askedMessage, grantedMessage, revokeQuestion } from '../../views/access/access-answers.js'
import type { Message } from '../../views/blocks.js'
import { accessHistoryPage } from './access-history-page.js'
import { accessSheetPage } from './access-sheet-page.js'
import { accessCommandProblem, accessUsage, customerMissing } from './access-usage.js'
import { parseAccessCommand } from './parse-access-command.js'
import type { AccessCommand, CustomerVerb } from './parse-access-command.js'

/** `/access …` */
export async function accessCommand(call: CommandCall): Promise<void> {
  const command = parseAccessCommand(call.text)
  if (!(await firstDelivery(call.edge.deps, `command:${call.triggerId}`))) return
  switch (command.verb) {
    // Usage is for everybody, with an account or without.
    case 'help':
      return answer(call, accessUsage((await call.who).reader))
    case 'unknown':
    case 'wrong':
      return answer(call, accessCommandProblem(command, (await call.who).reader))
    default:
      return aboutCustomer(call, command)
  }
}

type AboutCustomer = Extract<AccessCommand, { verb: CustomerVerb }>

/** A customer's own people may leave the customer out: it is theirs. */
async function aboutCustomer(call: CommandCall, command: AboutCustomer): Promise<void> {
  const { actor, reader } = await acting(call)
  const customer = command.customer === '' && actor.organizationKind === 'CUSTOMER' ? actor.domain : command.customer
  if (customer === '') return answer(call, customerMissing(command.verb, reader))
  const run: Record<CustomerVerb, (named: Named) => Promise<void>> = {
    check: async () => answer(call, await accessSheetPage(call, customer)),
    request: (named) => request(call, named),
    grant: (named) => grant(call, named),
    revoke: (named) => revoke(call, named),
    history: async () => answer(call, await accessHistoryPage(call, customer)),
  }
  return run[command.verb]({ customer, ...(command.subscription === undefined ? {} : { subscription: command.subscription }) })
}

interface Named {
  customer: string
  subscription?: string
}

async function request(call: CommandCall, named: Named): Promise<void> {
  const { actor, reader } = await acting(call)
  const asked = await requestAccess(call.edge.deps, actor, { ...named, deliveryKey: keyOf(call), lookUp: (email) => lookUpPerson(call.edge, email) })
  return answer(call, askedMessage(asked, reader))
}

/** A manager of the reseller records what was granted elsewhere; for anybody else the use-case decides. */
async function grant(call: CommandCall, named: Named): Promise<void> {
  const { actor, reader } = await acting(call)
  if (actor.organizationKind === 'RESELLER' && actor.privileges.has('DECIDE_REQUESTS')) {
    return openRecordGrantModal(call, { triggerId: call.triggerId, inModal: false }, named)
  }
  return answer(call, grantedMessage(await grantAccess(call.edge.deps, actor, { ...named, deliveryKey: keyOf(call) }), reader))
}

/** Asks once more: nothing changes before the button is pressed. */
async function revoke(call: CommandCall, named: Named): Promise<void> {
  const { actor, reader } = await acting(call)
  const plan = await planRevoke(call.edge.deps, actor, named)
  return answer(call, revokeQuestion(plan, actor.organizationKind === 'RESELLER', actor.domain, reader))
}

const keyOf = (call: CommandCall): string => `command:${call.triggerId}`

function answer(call: CommandCall, message: Message): Promise<void> {
  return sayPrivately(call.edge, call.caller.userId, call.respond, message)
}
