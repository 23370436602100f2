import type { Tx } from './open-store.js'
import { forgetFinished } from './outbox.js'

const day = 86_400_000
/** Slack repeats a delivery within hours at most. */
const deliveriesKept = 7 * day
/** Long enough to look into what was sent when. */
const sentKept = 30 * day

/** Forgets handled deliveries and finished outbox rows that nobody needs any more. */
export async function forgetOld(tx: Tx, now: Date): Promise<void> {
  await tx.handledDelivery.deleteMany({ where: { at: { lt: new Date(now.getTime() - deliveriesKept) } } })
  await forgetFinished(tx, new Date(now.getTime() - sentKept))
}
