import type { Tx } from '../open-store.js'
import { deskOf } from '../clocks/start-columns.js'

/**
 * Marks that something of the case waits to be carried to the web portal, and when to remind of it. What waits already
 * waits since then, and is reminded of once. `now` may be before that: whoever came first may have had to wait for the case.
 */
export async function markForPortal(tx: Tx, { number }: { number: number }, now: Date): Promise<void> {
  const kase = await tx.case.findUniqueOrThrow({ where: { number }, select: { kind: true, filedByOrgId: true, managedAtFilingId: true, portalWaitsSince: true } })
  if (kase.portalWaitsSince !== null) {
    // What is copied is what came from then on.
    if (now < kase.portalWaitsSince) await tx.case.update({ where: { number }, data: { portalWaitsSince: now } })
    return
  }
  const { remindAfterHours } = await deskOf(tx, kase)
  await tx.case.update({ where: { number }, data: { portalWaitsSince: now, portalRemindAt: new Date(now.getTime() + remindAfterHours * 3_600_000) } })
}
