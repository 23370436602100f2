import { showAccessHistory } from '../../../usecases/access/show-access-history.js'
import { acting } from '../../handle.js'
import type { Call } from '../../handle.js'
import { accessHistory } from '../../views/access/access-history.js'
import type { Message } from '../../views/blocks.js'

/** A page of the ledger of a customer, named by words or by a button's id; `after` is the last row of the page before. */
export async function accessHistoryPage(call: Call, customer: string | number, after?: number): Promise<Message> {
  const { actor, reader } = await acting(call)
  const history = await showAccessHistory(call.edge.deps, actor, { customer, ...(after === undefined ? {} : { after }) })
  return accessHistory(history, { customerId: history.customerId, ...(after === undefined ? {} : { after }) }, reader)
}
