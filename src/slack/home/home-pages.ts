/** What is pressed among the cases of Home. */
import { z } from 'zod'
import { acting } from '../handle.js'
import type { ActionCall } from '../listeners.js'
import { readListPage } from '../lists/list-state.js'
import { BrokenPayload, storedId } from '../payloads.js'
import { readHomeState } from './home-state.js'
import { showHome } from './open-home-tab.js'

/** Pages, states, *All customers*, *Show all*: the button says what is shown. */
export function turnHome(call: ActionCall): Promise<void> {
  return showHome(call, readListPage(call.value))
}

const chosen = z.object({ selected_option: z.object({ value: storedId }) })

/** *My customers*: the cases of the one that was chosen, narrowed by what stands there. */
export async function chooseHomeCustomer(call: ActionCall): Promise<void> {
  const read = chosen.safeParse(call.action)
  if (!read.success) throw new BrokenPayload(read.error)
  const { actor } = await acting(call)
  const { filters } = readHomeState(call.view?.private_metadata, actor.accountId)
  await showHome(call, { filters: { ...filters, customer: read.data.selected_option.value } })
}
