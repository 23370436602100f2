import { z } from 'zod'
import { switchAccount } from '../../usecases/acting/switch-account.js'
import { accountAnswer, afterSwitch } from '../account-answer.js'
import { acting } from '../handle.js'
import { openHomeTab, redrawHome } from '../home/open-home-tab.js'
import type { ActionCall } from '../listeners.js'
import { BrokenPayload } from '../payloads.js'
import { sayPrivately } from '../places.js'

const chosen = z.object({ selected_option: z.object({ value: z.string().min(1).max(255) }) })

/** *Act on*: another own account, on Home or in the answer to `/portal`, which becomes that account's. */
export async function switchDomain(call: ActionCall): Promise<void> {
  const read = chosen.safeParse(call.action)
  if (!read.success) throw new BrokenPayload(read.error)
  const { actor } = await acting(call)
  const signedIn = await switchAccount(call.edge.deps, actor, { domain: read.data.selected_option.value, deliveryKey: call.deliveryKey })
  if (call.view?.type === 'home') return openHomeTab(afterSwitch(call))
  await sayPrivately(call.edge, call.caller.userId, call.respond, await accountAnswer(call, signedIn), true)
  await redrawHome(afterSwitch(call))
}
