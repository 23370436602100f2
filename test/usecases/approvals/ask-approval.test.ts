import { describe, expect, it } from 'vitest'
import { findApprovalValue } from '../../../src/store/approvals/approval-values.js'
import { saveApprovalMessage } from '../../../src/store/approvals/approval-messages.js'
import type { AskApproval } from '../../../src/usecases/approvals/ask-approval.js'
import { withdrawApproval } from '../../../src/usecases/approvals/withdraw-approval.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { approvalWorld } from './approval-world.js'

describe('askApproval', () => { eachStore((_name, fresh) => {
  it('asks the managers by direct message and in their channel, with the domain\'s times (APPROVAL-1)', async () => {
    const { world, db, askConsent, sent, aiko, dana, noor, hikari, acme } = await approvalWorld(await fresh())
    const { id, asked } = await askConsent()
    expect(asked).toEqual(['Dana', 'Noor'])
    expect(await db.approval.findUniqueOrThrow({ where: { id } })).toMatchObject({
      kind: 'CONSENT', state: 'PENDING', version: 1, organizationId: hikari, requesterId: aiko.accountId, customerId: acme.id, subscriptionId: acme.subscriptionIds[0],
      payload: {}, createdAt: world.now, remindAt: world.hoursAgo(-2), expiresAt: world.hoursAgo(-24), remindedAt: null,
    })
    expect(await findApprovalValue(db, id)).toMatchObject({
      payload: { kind: 'CONSENT' }, organization: { domain: 'hikari.example' }, requester: { name: 'Aiko', domain: 'hikari.example' },
      customer: { name: 'Acme', domain: 'acme.example', tier: 'PREMIUM' }, skuNames: ['google-workspace sku'], case: null, ended: null,
      asked: [{ accountId: dana.accountId, name: 'Dana', handedOnTo: null }, { accountId: noor.accountId, name: 'Noor', handedOnTo: null }],
    })
    expect(await sent()).toEqual(['approval_message channel:C-APPROVALS', 'approval_message person:UDANA', 'approval_message person:UNOOR'])
    expect(await db.audit.findMany({ where: { action: 'approval.asked' } })).toMatchObject([{ actorId: aiko.accountId, subjectId: id, after: { kind: 'CONSENT', asked: [dana.accountId, noor.accountId] } }])
  })

  it('asks no manager about their own request, and shows the channel nothing that others decide (APPROVAL-2, SCOPE-1)', async () => {
    const { ask, askConsent, sent, dana, omar } = await approvalWorld(await fresh())
    expect((await askConsent(dana)).asked).toEqual(['Noor'])
    await sent()
    expect((await ask(omar)).asked).toEqual(['Kim', 'Lee'])
    expect(await sent()).toEqual(['approval_message person:UKIM', 'approval_message person:ULEE'])
  })

  it('writes to who was met under the address, and asks who cannot be reached as well', async () => {
    const { world, db, ask, sent, acme, aiko } = await approvalWorld(await fresh())
    await world.account('quinn@acme.example', acme.organizationId, { name: 'Quinn', privileges: ['ADMINISTER'], slackUserId: null })
    await world.account('away@acme.example', acme.organizationId, { name: 'Away', privileges: ['ADMINISTER'], slackUserId: null })
    await db.slackUser.create({ data: { teamId: 'T1', userId: 'UQUINN', email: 'quinn@acme.example', name: 'Quinn', locale: 'en', timeZone: 'UTC', isGuest: true, fetchedAt: world.now } })
    const request: Partial<AskApproval> = { payload: { kind: 'ACCESS_REQUEST', turnOn: true, subscriptionIds: acme.subscriptionIds }, customerId: acme.id }
    const { id, asked } = await ask(aiko, request)
    expect(asked).toEqual(['Away', 'Petra', 'Quinn'])
    expect(await sent()).toEqual([expect.stringMatching(/^approval_find find:/), 'approval_message person:UPETRA', 'approval_message person:UQUINN'])
    expect(await findApprovalValue(db, id)).toMatchObject({ payload: { turnOn: true, subscriptionIds: acme.subscriptionIds }, skuNames: ['google-workspace sku'] })
  })

  it('has managers looked for whom nobody has met, at every change until they are (APPROVAL-3)', async () => {
    const { world, db, deps, askConsent, sent, aiko, dana, noor } = await approvalWorld(await fresh())
    await db.account.updateMany({ where: { name: { in: ['Dana', 'Noor'] } }, data: { slackUserId: null, slackTeamId: null } })
    // A guest acts for no reseller.
    await db.slackUser.create({ data: { teamId: 'T1', userId: 'UGUEST', email: 'noor@hikari.example', name: 'Noor', locale: 'en', timeZone: 'UTC', isGuest: true, fetchedAt: world.now } })
    const { id, asked } = await askConsent()
    expect(asked).toEqual(['Dana', 'Noor'])
    const finds = [dana, noor].map(({ accountId }) => `approval_find find:${accountId}`)
    expect(await sent()).toEqual([...finds, 'approval_message channel:C-APPROVALS'].sort())
    expect((await db.outbox.findMany({ where: { kind: 'approval_find' }, orderBy: { id: 'asc' } })).map(({ payload }) => payload)).toEqual([dana, noor].map(({ accountId }) => ({ approvalId: id, accountId, teamId: 'T1' })))

    await db.slackUser.create({ data: { teamId: 'T1', userId: 'UDANA2', email: 'dana@hikari.example', name: 'Dana', locale: 'en', timeZone: 'UTC', fetchedAt: world.now } })
    await withdrawApproval(deps, aiko, { approvalId: id, deliveryKey: 'w' })
    expect(await sent()).toEqual([`approval_find find:${noor.accountId}`, 'approval_message channel:C-APPROVALS', 'approval_message person:UDANA2'])
  })

  it('may be asked by somebody for somebody else, who does not decide it then', async () => {
    const { ask, aiko, dana, acme } = await approvalWorld(await fresh())
    const { asked } = await ask(aiko, { payload: { kind: 'CONSENT' }, customerId: acme.id, requesterId: dana.accountId })
    expect(asked).toEqual(['Noor'])
  })

  it('is refused with nobody to decide, naming who is missing (APPROVAL-2)', async () => {
    const { world, db, ask, askConsent, aiko, dana, acme } = await approvalWorld(await fresh())
    await db.account.updateMany({ where: { name: { in: ['Noor', 'Kim'] } }, data: { status: 'SUSPENDED' } })
    await db.accountRole.deleteMany({ where: { account: { name: 'Lee' } } })
    await db.account.updateMany({ where: { name: 'Petra' }, data: { slackUserId: null, slackTeamId: null } })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(askConsent(dana))).toEqual({ code: 'nobody_to_decide', kind: 'CONSENT', organization: 'hikari.example' })
      expect(await refusalOf(ask())).toEqual({ code: 'nobody_to_decide', kind: 'EXTRA_LICENCES', organization: 'desk.example' })
      const request: Partial<AskApproval> = { payload: { kind: 'ACCESS_REQUEST', turnOn: true, subscriptionIds: [] }, customerId: acme.id }
      expect(await refusalOf(ask(aiko, request))).toEqual({ code: 'nobody_to_ask', who: 'customer_admin', customer: 'Acme' })
    })
  })

  it('reads requests for access of the earlier shape', async () => {
    const { world, db, aiko, hikari, acme } = await approvalWorld(await fresh())
    await db.approval.create({
      data: { id: 'old', kind: 'ACCESS_REQUEST', organizationId: hikari, requesterId: aiko.accountId, customerId: acme.id, payload: { resellerDomain: 'hikari.example' }, createdAt: world.now },
    })
    expect(await findApprovalValue(db, 'old')).toMatchObject({ payload: { kind: 'ACCESS_REQUEST', turnOn: true, subscriptionIds: [] } })
    await db.approval.update({ where: { id: 'old' }, data: { kind: 'PARTNER_VERIFICATION' } })
    expect(await findApprovalValue(db, 'old')).toBeNull()
  })

  it('keeps one message for each place', async () => {
    const { db, askConsent } = await approvalWorld(await fresh())
    const { id } = await askConsent()
    for (const shownVersion of [1, 2]) await saveApprovalMessage(db, id, { at: 'channel', channel: 'C-APPROVALS' }, { channelId: 'C1', ts: '1.2', shownVersion })
    expect(await db.approvalMessage.findMany()).toEqual([{ approvalId: id, place: 'channel:C-APPROVALS', channelId: 'C1', ts: '1.2', shownVersion: 2 }])
  })
}) })
