import { describe, expect, it } from 'vitest'
import type { AccountActor } from '../../../src/domain/actor.js'
import type { Store } from '../../../src/store/open-store.js'
import { decideApproval } from '../../../src/usecases/approvals/decide-approval.js'
import { keepApprovalTimes } from '../../../src/usecases/approvals/keep-approval-times.js'
import { withdrawApproval } from '../../../src/usecases/approvals/withdraw-approval.js'
import { escalateCase } from '../../../src/usecases/verbs/escalate-case.js'
import { agentPrivileges } from '../../support/world.js'
import { caseWorld, expectSent, inChannel } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'

const why = { reason: 'TECHNICAL_EXPERTISE', justification: 'It needs somebody who knows the relay.' } as const

/** hikari.example asks its managers, Dana is the only one; Aiko asks for the escalation of a case. */
async function asked(store: Store) {
  const small = await caseWorld(store)
  const { deps, db, world, hikari, aiko, dana, kim, filed, on } = small
  await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { escalationNeedsApproval: true, approvalChannel: 'C-APPROVALS' } })
  const number = await filed('IN_PROGRESS', { deskOwnerId: kim.accountId })
  const verb = { ...on(number), ...why }
  const done = await escalateCase(deps, aiko, verb)
  const approval = () => db.approval.findFirstOrThrow({ where: { kind: 'ESCALATION' }, orderBy: { id: 'desc' } })
  const { id } = await approval()
  const decide = (actor: AccountActor = dana, decision: 'APPROVE' | 'DECLINE' = 'APPROVE', comment = '') => {
    world.pass(1)
    return decideApproval(deps, actor, { approvalId: id, decision, comment, deliveryKey: small.key() })
  }
  return { ...small, number, verb, done, id, approval, decide }
}

describe('escalating a case under policy (CASE-5, APPROVAL-1)', () => { eachStore((_kind, fresh) => {
  it('waits for the managers of the domain, who are asked, and changes nothing yet', async () => {
    const { world, deps, db, aiko, ben, dana, verb, done, number, id, approval, row, history, sent, hikari, acme } = await asked(await fresh())
    expect(done).toEqual({ number, title: 'Mail is late', customerName: 'Acme', state: 'IN_PROGRESS', desk: 'BUILT_IN', already: false, waitsFor: ['Dana'] })
    expect(await row(number)).toMatchObject({ escalatedAt: null, version: 1 })
    expect(await history(number)).toEqual([])
    expect(await approval()).toMatchObject({
      state: 'PENDING', organizationId: hikari, requesterId: aiko.accountId, customerId: acme.id, caseNumber: number,
      payload: { caseNumber: number, title: 'Mail is late', reason: 'TECHNICAL_EXPERTISE', justification: 'It needs somebody who knows the relay.' },
    })
    expectSent(await sent(), 'approval_message channel:C-APPROVALS', `approval_message person:${dana.slack.userId}`)
    expect(JSON.stringify(await db.audit.findMany({ where: { subjectId: id } }))).not.toContain('relay')
    expect(await expectNoRowsWritten(world.store, () => escalateCase(deps, aiko, verb))).toEqual({ ...done, already: true })
    await expectNoRowsWritten(world.store, async () => {
      const waits = { code: 'request_waits', kind: 'ESCALATION', at: (await approval()).createdAt, asked: ['Dana'] }
      for (const agent of [aiko, ben]) expect(await refusalOf(escalateCase(deps, agent, { ...verb, deliveryKey: `again ${agent.name}` }))).toEqual(waits)
    })
  })

  it('asks nobody who asks, and is refused when nobody else decides (APPROVAL-2)', async () => {
    const { world, deps, dana, filed, on } = await asked(await fresh())
    const other = await filed()
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(escalateCase(deps, dana, { ...on(other), ...why }))).toMatchObject({ code: 'nobody_to_decide', kind: 'ESCALATION' })
    })
  })

  it('is done in the name of who asked once it is approved, by one of those who may', async () => {
    const { world, aiko, ben, dana, kim, petra, sven, decide, id, number, row, history, audited, sent, tells } = await asked(await fresh())
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(decide(aiko))).toMatchObject({ code: 'own_request' })
      for (const other of [ben, petra, kim, sven]) expect((await refusalOf(decide(other))).code).toMatch(/not_entitled|approval_not_found/)
    })
    await sent()
    expect(await decide()).toMatchObject({ outcome: 'approved' })
    expect(await row(number)).toMatchObject({ escalatedAt: world.now, escalationReason: 'TECHNICAL_EXPERTISE', version: 2 })
    expect(await history(number)).toMatchObject([{ kind: 'ESCALATED', authorName: 'Aiko', text: 'It needs somebody who knows the relay.', data: { escalation: 'TECHNICAL_EXPERTISE' } }])
    expect(await audited(number)).toMatchObject([{ action: 'case.escalated', actorId: aiko.accountId, after: { reason: 'TECHNICAL_EXPERTISE', approvalId: id, approvedBy: dana.accountId } }])
    expectSent(await sent(), ...inChannel, tells(kim), 'approval_message channel:C-APPROVALS', `approval_message person:${dana.slack.userId}`, `approval_outcome person:${aiko.slack.userId}`)
  })

  it('records with the escalation why personal data stays in its justification (CASE-2)', async () => {
    const { world, deps, db, aiko, dana, filed, on, history, key } = await asked(await fresh())
    const verb = { ...on(await filed()), ...why, justification: 'Ask jane@acme.com' }
    const found = await refusalOf(escalateCase(deps, aiko, verb))
    await escalateCase(deps, aiko, { ...verb, confirmation: { reason: 'She agreed', digest: found.code === 'personal_data' ? found.digest : '' } })
    const { id } = await db.approval.findFirstOrThrow({ where: { caseNumber: verb.number } })
    world.pass(1)
    await decideApproval(deps, dana, { approvalId: id, decision: 'APPROVE', comment: '', deliveryKey: key() })
    expect(await history(verb.number)).toMatchObject([{ text: 'Ask jane@acme.com', data: { confirmed: { findings: [{ place: 'justification', kind: 'email' }], reason: 'She agreed' } } }])
  })

  it('leaves the case as it is when it is declined or withdrawn, and can be asked for anew', async () => {
    const { deps, aiko, decide, id, number, row, history, verb, approval, key } = await asked(await fresh())
    expect(await decide(undefined, 'DECLINE', 'It is no emergency')).toMatchObject({ outcome: 'declined' })
    expect(await escalateCase(deps, aiko, { ...verb, deliveryKey: key() })).toMatchObject({ waitsFor: ['Dana'] })
    const again = await approval()
    expect(again.id).not.toBe(id)
    await withdrawApproval(deps, aiko, { approvalId: again.id, deliveryKey: key() })
    expect(await row(number)).toMatchObject({ escalatedAt: null, version: 1 })
    expect(await history(number)).toEqual([])
    expect(await escalateCase(deps, aiko, { ...verb, deliveryKey: key() })).toMatchObject({ waitsFor: ['Dana'] })
  })

  const impossible: [string, (world: Awaited<ReturnType<typeof asked>>) => Promise<unknown>, string][] = [
    ['the case was closed', ({ db, number, world }) => db.case.update({ where: { number }, data: { state: 'CLOSED', closedAt: world.now } }), 'case_closed'],
    ['the customer is not premium any more', ({ db, acme }) => db.customer.update({ where: { id: acme.id }, data: { supportTier: 'ENHANCED' } }), 'not_premium'],
    ['the customer escalated it itself', ({ deps, petra, on, number }) => escalateCase(deps, petra, { ...on(number), ...why }), 'already_escalated'],
    ['access was withdrawn', ({ accessOff }) => accessOff(), 'access_missing'],
    ['the customer is another domain’s', ({ db, acme, boreal }) => db.customer.update({ where: { id: acme.id }, data: { resellerId: boreal } }), 'customer_transferred'],
    ['who asked is suspended', ({ db, aiko }) => db.account.update({ where: { id: aiko.accountId }, data: { status: 'SUSPENDED' } }), 'requester_may_not'],
    ['who asked may see no cases any more', ({ db, aiko }) => db.accountRole.deleteMany({ where: { accountId: aiko.accountId } }), 'requester_may_not'],
    ['the case is the domain’s no more', ({ db, number }) => db.case.update({ where: { number }, data: { managedAtFilingId: null } }), 'case_gone'],
  ]
  it.each(impossible)('is closed with the reason when %s by then (APPROVAL-4)', async (_when, happens, because) => {
    const all = await asked(await fresh())
    const { db, number, decide, approval, sent, aiko } = all
    await happens(all)
    const before = { row: await all.row(number), history: await all.history(number) }
    await sent()
    expect(await decide()).toMatchObject({ outcome: 'closed', approval: { closedBecause: because } })
    expect(await approval()).toMatchObject({ state: 'CLOSED', closedBecause: because })
    expect({ row: await all.row(number), history: await all.history(number) }).toEqual(before)
    expect((await sent()).filter((row) => row.startsWith('case_'))).toEqual([])
    expect(await db.audit.count({ where: { action: 'case.escalated', actorId: aiko.accountId } })).toBe(0)
  })

  it('is not closed for a support partner when the customer changes its reseller', async () => {
    const { world, deps, db, acme, boreal, on, hikari, number: managers } = await asked(await fresh())
    const partner = await world.organization('partner.example', { supportOnly: true })
    await db.resellerPolicy.update({ where: { organizationId: partner }, data: { escalationNeedsApproval: true } })
    const paula = await world.account('paula@partner.example', partner, { name: 'Paula' })
    await world.account('pia@partner.example', partner, { name: 'Pia', privileges: [...agentPrivileges, 'DECIDE_REQUESTS'] })
    await world.relation(acme.id, partner)
    const number = await world.case(acme.id, paula)
    expect(await escalateCase(deps, paula, { ...on(number), ...why })).toMatchObject({ waitsFor: ['Pia'] })
    await db.customer.update({ where: { id: acme.id }, data: { resellerId: boreal } })
    await keepApprovalTimes(deps)
    expect(await db.approval.findMany({ where: { kind: 'ESCALATION' }, orderBy: { id: 'asc' }, select: { organizationId: true, state: true, caseNumber: true } })).toEqual([
      { organizationId: hikari, state: 'CLOSED', caseNumber: managers }, { organizationId: partner, state: 'PENDING', caseNumber: number },
    ])
  })
}) })
