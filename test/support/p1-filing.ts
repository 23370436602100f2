/** hikari.example asks its managers before a critical case is filed, and Aiko has filled one in. */
import type { AccountActor } from '../../src/domain/actor.js'
import type { DraftOrigin, DraftValues } from '../../src/domain/cases/draft.js'
import type { Store } from '../../src/store/open-store.js'
import { decideApproval } from '../../src/usecases/approvals/decide-approval.js'
import { fileCase } from '../../src/usecases/filing/file-case.js'
import type { Confirmation } from '../../src/usecases/confirm-findings.js'
import { openFiling } from '../../src/usecases/filing/open-filing.js'
import { smallWorld } from './world.js'

export const critical: DraftValues = {
  title: 'Nobody gets mail', categoryId: 'gmail-delayed', productId: 'google-workspace', severity: 'P1',
  answers: { 'delayed-what': 'Nothing arrives.', 'delayed-who': 'all' }, shareWith: 'boss@acme.example',
  files: [{ slackFileId: 'F1', name: 'trace.log', mimeType: 'text/plain', size: 10, sourceUrl: 'https://files.slack.com/F1', chosen: true }],
}

const origin: DraftOrigin = { how: 'message', channelId: 'C1', message: { channelId: 'C7', ts: '1.2', mayTellAuthor: true } }

export async function p1World(store: Store) {
  const small = await smallWorld(store)
  const { world, deps, aiko, hikari } = small
  const manager = (name: string): Promise<AccountActor> =>
    world.account(`${name.toLowerCase()}@hikari.example`, hikari, { name, privileges: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES', 'DECIDE_REQUESTS'] })
  const [dana, noor] = [await manager('Dana'), await manager('Noor')]
  await store.db.resellerPolicy.update({ where: { organizationId: hikari }, data: { p1NeedsApproval: true } })
  const { draftId } = await openFiling(deps, aiko, { origin, customerWords: 'acme.example', deliveryKey: 'k1' })
  const submit = (values: DraftValues = critical, confirmation?: Confirmation) => fileCase(deps, aiko, { draftId, values: { tellAuthor: true, ...values }, ...(confirmation && { confirmation }) })
  const approval = () => store.db.approval.findFirstOrThrow({ where: { kind: 'P1_FILING' }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })
  const decide = async (actor: AccountActor, decision: 'APPROVE' | 'DECLINE', comment = '', deliveryKey = 'd1') =>
    decideApproval(deps, actor, { approvalId: (await approval()).id, decision, comment, deliveryKey })
  const kase = (number: number) => store.db.case.findUnique({ where: { number }, include: { events: true, attachments: true, shares: true } })
  const draft = () => store.db.draft.findUniqueOrThrow({ where: { id: draftId } })
  /** Outbox rows but for the approval's own. */
  const queued = async () => (await store.db.outbox.findMany({ where: { kind: { not: { startsWith: 'approval' } } }, orderBy: { id: 'asc' } })).map((row) => row.kind)
  const audited = async () => (await store.db.audit.findMany({ where: { action: { startsWith: 'case.' } }, orderBy: { id: 'asc' } })).map(({ action, actorId, subjectId }) => ({ action, actorId, subjectId }))
  return { ...small, store, dana, noor, draftId, submit, approval, decide, kase, draft, queued, audited }
}
