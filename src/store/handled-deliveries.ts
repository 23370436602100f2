import type { Tx } from './open-store.js'

/**
 * Takes a delivery for this transaction (house rule 7); false when it was handled before. Of two at once the second
 * waits for the first to commit, so one of them is told no.
 */
export async function claimDelivery(tx: Tx, key: string, now: Date): Promise<boolean> {
  const claimed = await tx.$executeRaw`INSERT INTO "HandledDelivery" ("key", "at") VALUES (${key}, ${now}) ON CONFLICT ("key") DO NOTHING`
  return claimed === 1
}

/** Whether such a delivery was handled, as far as is known by now. */
export async function wasHandled(tx: Tx, key: string): Promise<boolean> {
  return (await tx.handledDelivery.findUnique({ where: { key }, select: { key: true } })) !== null
}
