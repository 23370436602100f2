import { listApprovals } from '../usecases/approvals/list-approvals.js'
import { acting } from './handle.js'
import type { Call } from './handle.js'
import { approvalsPageValue } from './payloads.js'
import type { ApprovalsPage } from './payloads.js'
import { approvalsMessage } from './views/approvals/approvals-list.js'
import type { Message } from './views/blocks.js'

/** What `/approvals` answers: both lists from their beginning, or a page of one. */
export async function approvalsPage(call: Call, { list, after }: ApprovalsPage): Promise<Message> {
  const { actor, reader } = await acting(call)
  const { deps } = call.edge
  const shown = list === 'all' ? (['waiting', 'asked'] as const) : [list]
  const lists = await Promise.all(shown.map(async (each) => {
    const { rows, next } = await listApprovals(deps, actor, { list: each, ...(after === undefined ? {} : { after }) })
    return { list: each, rows, later: after !== undefined, nextPage: next === null ? null : approvalsPageValue({ list: each, after: next }) }
  }))
  return approvalsMessage(lists, {
    reader, now: deps.now(), domain: actor.domain, firstPage: after === undefined ? null : approvalsPageValue({ list: 'all' }),
  })
}
