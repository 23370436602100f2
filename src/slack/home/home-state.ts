import { z } from 'zod'
import { listPageSchema, withoutGaps } from '../lists/list-state.js'
import type { ListPage } from '../lists/list-state.js'

/** What Home shows and whose it is, kept in the view itself: `private_metadata`. */
const stateSchema = z.object({ accountId: z.string(), page: listPageSchema })

export function writeHomeState(accountId: string, page: ListPage): string {
  const text = JSON.stringify({ accountId, page })
  // More than Slack keeps: Home begins anew when it is opened again.
  return text.length <= 3000 ? text : ''
}

/** What this account last saw there; all of its cases when it was another's, or nothing can be read (SCOPE-1). */
export function readHomeState(metadata: string | undefined, accountId: string): ListPage {
  try {
    const state = stateSchema.parse(JSON.parse(metadata ?? ''))
    return state.accountId === accountId ? withoutGaps(state.page) : { filters: {} }
  } catch {
    return { filters: {} }
  }
}
