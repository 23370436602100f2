import { emptyClosedDrafts, forgetUntypedDrafts } from './filing/drafts.js'
import { forgetOldKeptForms } from './cases/kept-forms.js'
import type { Tx } from './open-store.js'
import { forgetFinished } from './outbox/outbox.js'

const day = 86_400_000
/** Slack repeats a delivery within hours at most. */
const deliveriesKept = 7 * day
/** Long enough to look into what was sent when. */
const sentKept = 30 * day

/** An opened form in which nothing was typed is not missed. */
const untypedKept = 7 * day
/** Long enough to be asked about; then a filed draft's case alone holds what was typed, and a discarded one's nobody does. */
const closedKept = 30 * day
/** As long as a closed case can be reopened, by default: who comes back to a form does so sooner. */
const formsKept = 30 * day

/** Forgets what nobody needs any more: handled deliveries, finished outbox rows, what was typed into drafts that are closed and into forms nobody came back to. */
export async function forgetOld(tx: Tx, now: Date): Promise<void> {
  await tx.handledDelivery.deleteMany({ where: { at: { lt: new Date(now.getTime() - deliveriesKept) } } })
  await forgetFinished(tx, new Date(now.getTime() - sentKept))
  await forgetUntypedDrafts(tx, new Date(now.getTime() - untypedKept))
  await emptyClosedDrafts(tx, new Date(now.getTime() - closedKept))
  await forgetOldKeptForms(tx, new Date(now.getTime() - formsKept))
}
