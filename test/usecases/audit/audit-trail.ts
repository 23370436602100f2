/** A trail of audit rows, sealed in batches, and what a look at it finds. */
import type { AuditFinding } from '../../../src/domain/audit.js'
import { writeAudit } from '../../../src/store/audit/audit.js'
import type { Store } from '../../../src/store/open-store.js'
import { sealAudit } from '../../../src/usecases/audit/seal-audit.js'
import { verifyAudit, type Verified } from '../../../src/usecases/audit/verify-audit.js'
import { World } from '../../support/world.js'

export type Trail = Awaited<ReturnType<typeof auditTrail>>

export async function auditTrail(store: Store) {
  const world = new World(store)
  const write = (subjectId: string): Promise<void> => store.transaction((tx) => writeAudit(tx, {
    at: world.now, actor: { kind: 'system', name: 'test' }, action: 'access.granted', subjectType: 'customer', subjectId,
    before: { z: 1, a: { y: null, b: ['ü', 2.5] } }, after: { open: true }, origin: { how: 'command', channel: 'C1' },
  }))
  const trail = {
    world,
    store,
    deps: world.deps,
    write,
    /** Writes so many rows, one transaction each, and seals them; the ids of the rows. */
    async batch(count: number): Promise<number[]> {
      const before = (await trail.ids()).length
      for (let at = 0; at < count; at += 1) await write(`${before + at}`)
      world.pass(1)
      await sealAudit(world.deps)
      return (await trail.ids()).slice(before)
    },
    ids: async (): Promise<number[]> => (await store.db.audit.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id),
    sealIds: async (): Promise<number[]> => (await store.db.auditSeal.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id),
    seal: () => sealAudit(world.deps),
    async verify(head?: string): Promise<Verified & { findings: AuditFinding[] }> {
      const findings: AuditFinding[] = []
      const verified = await verifyAudit(world.deps, { onFinding: (finding) => findings.push(finding), ...(head !== undefined && { head }) })
      return { ...verified, findings }
    },
    findings: async (head?: string): Promise<AuditFinding[]> => (await trail.verify(head)).findings,
  }
  return trail
}
