import { describe, expect, it, vi } from 'vitest'
import type { ApprovalAction } from '../../../src/usecases/approvals/approval-action.js'
import { handOnApproval } from '../../../src/usecases/approvals/hand-on-approval.js'
import { keepApprovalTimes } from '../../../src/usecases/approvals/keep-approval-times.js'
import { kinds } from '../../../src/usecases/approvals/kinds.js'
import { withdrawApproval } from '../../../src/usecases/approvals/withdraw-approval.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { approvalWorld } from './approval-world.js'

describe('keepApprovalTimes', () => { eachStore((_name, fresh) => {
  it('reminds once, at the time, those it still waits for, by message and by email (APPROVAL-3)', async () => {
    const { world, db, deps, askConsent, dana, noor, hikari, sent } = await approvalWorld(await fresh())
    const tove = await world.account('tove@hikari.example', hikari, { name: 'Tove', privileges: ['DECIDE_REQUESTS'], slackUserId: null })
    const ulf = await world.account('ulf@hikari.example', hikari, { name: 'Ulf', privileges: ['DECIDE_REQUESTS'], slackUserId: 'UULF' })
    const gone = await world.account('gone@hikari.example', hikari, { name: 'Gone', privileges: ['DECIDE_REQUESTS'], slackUserId: 'UGONE' })
    const { id } = await askConsent()
    const vera = await world.account('vera@hikari.example', hikari, { name: 'Vera', privileges: ['DECIDE_REQUESTS'], slackUserId: 'UVERA' })
    await handOnApproval(deps, dana, { approvalId: id, toAccountId: vera.accountId, deliveryKey: 'h' })
    await db.account.update({ where: { id: gone.accountId }, data: { status: 'SUSPENDED' } })
    await sent()
    world.now = new Date(world.now.getTime() + 2 * 3_600_000 - 1)
    await expectNoRowsWritten(world.store, () => keepApprovalTimes(deps))
    world.now = new Date(world.now.getTime() + 1)
    await Promise.all([keepApprovalTimes(deps), keepApprovalTimes(deps)])
    expect(await sent()).toEqual([
      ...[noor, tove, ulf, vera].map(({ accountId }) => `approval_alert account:${accountId}`),
      ...['UNOOR', 'UULF', 'UVERA'].map((user) => `approval_reminder person:${user}`),
      `approval_find find:${tove.accountId}`,
    ].sort())
    expect(await db.outbox.findMany({ where: { kind: 'approval_find' }, orderBy: { id: 'desc' }, take: 1 }))
      .toMatchObject([{ payload: { approvalId: id, accountId: tove.accountId, teamId: 'T1', reminds: true } }])
    expect(await db.approval.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'PENDING', remindedAt: world.now, version: 2 })
    world.pass(1)
    await expectNoRowsWritten(world.store, () => keepApprovalTimes(deps))
  })

  it('sends no email where none can be sent', async () => {
    const { world, deps, ask, sent } = await approvalWorld(await fresh())
    await ask()
    await sent()
    world.settings.email = false
    world.pass(2)
    await keepApprovalTimes(deps)
    expect(await sent()).toEqual(['approval_reminder person:UKIM', 'approval_reminder person:ULEE'])
  })

  it('has the reminders edited too when it ends, also those still on their way (APPROVAL-3)', async () => {
    const { world, deps, ask, omar, sent } = await approvalWorld(await fresh())
    const { id } = await ask()
    world.pass(2)
    await keepApprovalTimes(deps)
    await sent()
    await withdrawApproval(deps, omar, { approvalId: id, deliveryKey: 'w' })
    expect(await sent()).toEqual(['UKIM', 'UKIM', 'ULEE', 'ULEE'].map((user) => `approval_message person:${user}`))
  })

  it('lets expire at the time, once, tells who asked, and reminds of nothing that has expired', async () => {
    const { world, db, deps, ask, omar, sent } = await approvalWorld(await fresh())
    const { id } = await ask()
    await sent()
    world.pass(25)
    await Promise.all([keepApprovalTimes(deps), keepApprovalTimes(deps)])
    expect(await sent()).toEqual([`approval_outcome person:${omar.slack.userId}`, 'approval_message person:UKIM', 'approval_message person:ULEE'].sort())
    expect(await db.approval.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'EXPIRED', version: 2, decidedById: null, decidedAt: world.hoursAgo(1), remindedAt: null })
    expect(await db.audit.findMany({ where: { subjectId: id, action: 'approval.expired' } })).toMatchObject([{ actorName: 'approval-clock' }])
    await expectNoRowsWritten(world.store, () => keepApprovalTimes(deps))
  })

  it('goes on to the others when one fails, which stays as it was', async () => {
    const { world, db, deps, ask } = await approvalWorld(await fresh())
    const [{ id: broken }, { id: fine }] = [await ask(), await ask()]
    const ended = vi.fn<NonNullable<ApprovalAction['ended']>>(async (_tx, _deps, { approval }) => { if (approval.id === broken) throw new Error('broken') })
    const action = vi.spyOn(kinds, 'EXTRA_LICENCES', 'get').mockReturnValue({ ...kinds.EXTRA_LICENCES, ended })
    world.pass(24)
    await expect(keepApprovalTimes(deps)).rejects.toThrow('could not be ended')
    action.mockRestore()
    expect((await db.approval.findMany({ orderBy: { id: 'asc' } })).map(({ id, state, version }) => [id, state, version])).toEqual([[broken, 'PENDING', 1], [fine, 'EXPIRED', 2]])
    expect(ended).toHaveBeenLastCalledWith(expect.anything(), deps, { actor: { kind: 'system', name: 'approval-clock' }, approval: expect.objectContaining({ id: fine }), how: 'EXPIRED', because: null, comment: null, now: world.now })
  })

  it('closes what was asked about a customer that has gone to another domain, and says why (SCOPE-3)', async () => {
    const { world, db, deps, ask, askConsent, aiko, acme, hooli, boreal, hikari, sent } = await approvalWorld(await fresh())
    const partner = await world.organization('partner.example', { supportOnly: true })
    const supporter = await world.account('paul@partner.example', partner)
    await world.account('pia@partner.example', partner, { privileges: ['DECIDE_REQUESTS'] })
    const number = await world.case(hooli.id, supporter, { state: 'PENDING_APPROVAL', severity: 'P1' })
    const p1 = { payload: { kind: 'P1_FILING', draftId: 'd', caseNumber: number, title: 'Down' }, organizationId: partner, customerId: hooli.id, caseNumber: number } as const
    const [{ id: consent }, { id: licences }, { id: partners }] = [await askConsent(), await ask(), await ask(supporter, p1)]
    await sent()
    await expectNoRowsWritten(world.store, () => keepApprovalTimes(deps))
    await db.customer.update({ where: { id: acme.id }, data: { resellerId: boreal } })
    await Promise.all([keepApprovalTimes(deps), keepApprovalTimes(deps)])
    expect(await db.approval.findUniqueOrThrow({ where: { id: consent } })).toMatchObject({ state: 'CLOSED', closedBecause: 'customer_transferred', version: 2, decidedById: null, decidedAt: world.now })
    expect(await sent()).toEqual([`approval_outcome person:${aiko.slack.userId}`, 'approval_message channel:C-APPROVALS', 'approval_message person:UDANA', 'approval_message person:UNOOR'].sort())
    expect(await db.audit.findMany({ where: { action: 'approval.closed' } })).toMatchObject([{ subjectId: consent, actorName: 'approval-clock', after: { closedBecause: 'customer_transferred' } }])
    expect(await db.approval.count({ where: { id: { in: [licences, partners] }, state: 'PENDING' } })).toBe(2)
    await db.customer.update({ where: { id: hooli.id }, data: { resellerId: hikari } })
    await keepApprovalTimes(deps)
    expect(await db.approval.findUniqueOrThrow({ where: { id: partners } })).toMatchObject({ state: 'CLOSED', closedBecause: 'customer_transferred' })
  })
}) })
