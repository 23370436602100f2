import { showAccount } from '../usecases/acting/show-account.js'
import type { SignedIn } from '../usecases/acting/switch-account.js'
import { acting } from './handle.js'
import type { Call } from './handle.js'
import type { Message } from './views/blocks.js'
import { accountMessage } from './views/portal/account-message.js'
import { whoActs } from './who-acts.js'

/** Who the caller is and what they may do; after a switch as the account they act as now. */
export async function accountAnswer(call: Call, switched?: SignedIn): Promise<Message> {
  const { actor, reader } = await acting(switched ? afterSwitch(call) : call)
  return accountMessage(await showAccount(call.edge.deps, actor), reader, switched)
}

/** The same call by whoever acts now: its own `who` was asked before the switch. */
export function afterSwitch<C extends Call>(call: C): C {
  return { ...call, who: whoActs(call.edge, call.caller) }
}
