import { markForPortal } from '../../store/desk/portal-waits.js'
import type { Tx } from '../../store/open-store.js'
import type { Deps } from '../deps.js'
import type { DeskLink, DeskNews } from './desk.js'

/** The desk that answers in the vendor's web portal, to which people carry things by hand (CASE-9). */
export const portalDesk: DeskLink = { tell }

/** Nobody is told: the case shows that something waits to be carried over, and its owner, or else a manager, is reminded of it in time. */
async function tell(tx: Tx, _deps: Deps, { kase, now }: DeskNews): Promise<void> {
  await markForPortal(tx, kase, now)
}
