import { describe, expect, it } from 'vitest'
import { forgetOld } from '../../../src/store/forget-old.js'
import { keepApprovalTimes } from '../../../src/usecases/approvals/keep-approval-times.js'
import { withdrawApproval } from '../../../src/usecases/approvals/withdraw-approval.js'
import { listCases } from '../../../src/usecases/cases/list-cases.js'
import { showCase } from '../../../src/usecases/cases/show-case.js'
import { openHome } from '../../../src/usecases/open-home.js'
import { openFiling } from '../../../src/usecases/filing/open-filing.js'
import { fileCase } from '../../../src/usecases/filing/file-case.js'
import { saveDraft } from '../../../src/usecases/filing/save-draft.js'
import { critical, p1World } from '../../support/p1-filing.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'

describe('a critical case under a policy that asks a manager', () => { eachStore((_name, fresh) => {
  it('waits: it has a number, and nothing is told, fetched or posted but that it waits', async () => {
    const { store, world, aiko, acme, submit, kase, approval, queued, draft, audited } = await p1World(await fresh())
    const { number, already, waitsFor } = await submit()
    expect({ already, waitsFor }).toEqual({ already: false, waitsFor: ['Dana', 'Noor'] })
    expect(await kase(number)).toMatchObject({ state: 'PENDING_APPROVAL', severity: 'P1', events: [], attachments: [{ name: 'trace.log' }], shares: [{ email: 'boss@acme.example' }] })
    expect(await approval()).toMatchObject({ state: 'PENDING', requesterId: aiko.accountId, customerId: acme.id, caseNumber: number, payload: { title: 'Nobody gets mail', caseNumber: number } })
    expect(await queued()).toEqual(['case_filed'])
    expect(await draft()).toMatchObject({ state: 'SUBMITTED', caseNumber: number })
    expect(await audited()).toEqual([{ action: 'case.asked', actorId: aiko.accountId, subjectId: String(number) }])
    expect(world.wakes).toBe(1)
    expect(await store.db.outbox.count({ where: { kind: 'approval_message' } })).toBe(2)
  })

  it('asks once, however often it is submitted, and answers the same', async () => {
    const { store, submit } = await p1World(await fresh())
    const both = await Promise.all([submit(), submit()])
    const again = await submit()
    expect([...both, again].map(({ number, waitsFor }) => ({ number, waitsFor }))).toEqual(Array.from({ length: 3 }, () => ({ number: again.number, waitsFor: ['Dana', 'Noor'] })))
    expect(await store.db.approval.count()).toBe(1)
    expect(await store.db.case.count()).toBe(1)
  })

  it('asks nobody about what is less than critical, nor where no policy says so', async () => {
    const { store, deps, sven, submit } = await p1World(await fresh())
    expect(await submit({ ...critical, severity: 'P2' })).toMatchObject({ waitsFor: [] })
    const { draftId } = await openFiling(deps, sven, { origin: { how: 'command' }, customerWords: 'hooli.example', deliveryKey: 'k2' })
    expect(await fileCase(deps, sven, { draftId, values: critical })).toMatchObject({ waitsFor: [] })
    expect(await store.db.case.findMany({ select: { state: true } })).toEqual([{ state: 'NEW' }, { state: 'NEW' }])
    expect(await store.db.approval.count()).toBe(0)
  })

  it('is refused where nobody may decide, the filer being the only manager, and what was typed stays (APPROVAL-2)', async () => {
    const { store, deps, hikari, dana, noor, submit, draft } = await p1World(await fresh())
    await store.db.account.update({ where: { id: noor.accountId }, data: { status: 'SUSPENDED' } })
    const own = await openFiling(deps, dana, { origin: { how: 'command' }, customerWords: 'acme.example', deliveryKey: 'k2' })
    await saveDraft(deps, dana, { draftId: own.draftId, values: critical })
    await expectNoRowsWritten(store, async () => {
      expect(await refusalOf(fileCase(deps, dana, { draftId: own.draftId, values: critical }))).toEqual({ code: 'nobody_to_decide', kind: 'P1_FILING', organization: 'hikari.example' })
    })
    await store.db.account.updateMany({ where: { organizationId: hikari, id: dana.accountId }, data: { status: 'SUSPENDED' } })
    expect(await refusalOf(submit())).toMatchObject({ code: 'nobody_to_decide' })
    expect(await draft()).toMatchObject({ state: 'OPEN', caseNumber: null, values: { title: 'Nobody gets mail' } })
    expect(await store.db.case.count()).toBe(0)
  })

  it('is seen by the filing team alone, and says there for whom it waits (SCOPE-4 to SCOPE-6)', async () => {
    const { world, deps, aiko, dana, sven, acme, submit } = await p1World(await fresh())
    const petra = await world.account('petra@acme.example', acme.organizationId, { privileges: ['SUPPORT', 'ADMINISTER'] })
    const desk = await world.account('tomas@desk.example', await world.organization('desk.example', { kind: 'VENDOR' }), { privileges: ['ANSWER_CASES'] })
    const rosa = await world.account('rosa@fixit.example', await world.organization('fixit.example', { supportOnly: true }))
    await world.relation(acme.id, rosa.organizationId)
    const { number } = await submit()
    for (const reader of [aiko, dana]) {
      expect(await showCase(deps, reader, { number })).toMatchObject({ state: 'PENDING_APPROVAL', waitsFor: ['Dana', 'Noor'] })
      expect((await listCases(deps, reader, {})).rows).toMatchObject([{ number, state: 'PENDING_APPROVAL' }])
      expect((await listCases(deps, reader, { words: 'nobody gets' })).rows).toHaveLength(1)
    }
    for (const reader of [petra, desk, rosa, sven]) {
      expect(await refusalOf(showCase(deps, reader, { number }))).toEqual({ code: 'case_not_found', words: String(number) })
      expect((await listCases(deps, reader, {})).rows).toEqual([])
      expect((await listCases(deps, reader, { words: 'nobody gets' })).rows).toEqual([])
    }
  })
}) })

describe('approved', () => { eachStore((_name, fresh) => {
  it('is filed at that moment, by its filer, and everything a filing tells is told once', async () => {
    const { store, world, deps, aiko, dana, acme, submit, decide, kase, queued, audited } = await p1World(await fresh())
    const { number } = await submit()
    world.pass(2)
    expect(await decide(dana, 'APPROVE')).toMatchObject({ outcome: 'approved' })
    await decide(dana, 'APPROVE')
    expect(await kase(number)).toMatchObject({
      state: 'NEW', filedAt: world.now, updatedAt: world.now, version: 2, filedById: aiko.accountId, ownerId: aiko.accountId,
      events: [{ kind: 'FILED', authorId: aiko.accountId, at: world.now }],
    })
    expect(await queued()).toEqual(['case_filed', 'case_card', 'fetch_attachment', 'share_email', 'tell_author'])
    expect(await audited()).toEqual([
      { action: 'case.asked', actorId: aiko.accountId, subjectId: String(number) },
      { action: 'case.filed', actorId: dana.accountId, subjectId: String(number) },
    ])
    const petra = await world.account('petra@acme.example', acme.organizationId, { privileges: ['SUPPORT'] })
    expect(await showCase(deps, petra, { number })).toMatchObject({ state: 'NEW' })
    expect(await showCase(deps, petra, { number })).not.toHaveProperty('waitsFor')
    expect(await submit()).toEqual({ number, already: true, waitsFor: [] })
    expect(await store.db.case.count()).toBe(1)
  })

  it('keeps why personal data stays in it (CASE-2)', async () => {
    const { dana, submit, decide, kase } = await p1World(await fresh())
    const values = { ...critical, title: 'No mail for jane@acme.example' }
    const shown = await refusalOf(submit(values))
    const { number } = await submit(values, { reason: 'She agreed.', digest: shown.code === 'personal_data' ? shown.digest : '' })
    await decide(dana, 'APPROVE')
    expect((await kase(number))!.events).toMatchObject([{ kind: 'FILED', data: { reason: 'She agreed.', findings: [{ place: 'title', kind: 'email' }] } }])
  })

  it('is filed by nobody but a manager, and not by its filer (APPROVAL-2)', async () => {
    const { store, aiko, sven, omar, submit, decide } = await p1World(await fresh())
    await submit()
    await expectNoRowsWritten(store, async () => {
      expect(await refusalOf(decide(aiko, 'APPROVE'))).toEqual({ code: 'own_request', others: ['Dana', 'Noor'] })
      expect(await refusalOf(decide(omar, 'APPROVE'))).toMatchObject({ code: 'not_entitled' })
      expect(await refusalOf(decide(sven, 'APPROVE'))).toEqual({ code: 'approval_not_found' })
    })
  })

  type Waiting = Awaited<ReturnType<typeof p1World>>
  const meanwhile: [string, string, (waiting: Waiting) => Promise<unknown>][] = [
    ['access was withdrawn', 'access_missing', ({ world, acme, hikari }) => world.ledger(acme.id, hikari, { change: 'SWITCH_OFF' })],
    ['the subscription ended', 'access_missing', ({ store }) => store.db.subscription.updateMany({ data: { status: 'CANCELLED' } })],
    ['the customer went to another domain', 'customer_transferred', ({ store, acme, boreal }) => store.db.customer.update({ where: { id: acme.id }, data: { resellerId: boreal } })],
    ['the filer was suspended', 'requester_may_not', ({ store, aiko }) => store.db.account.update({ where: { id: aiko.accountId }, data: { status: 'SUSPENDED' } })],
    ['the filer lost a privilege', 'requester_may_not', ({ store, aiko }) => store.db.accountRole.deleteMany({ where: { accountId: aiko.accountId } })],
  ]
  it.each(meanwhile)('is not when %s meanwhile: it goes back, and says why (APPROVAL-4)', async (_what, because, change) => {
    const waiting = await p1World(await fresh())
    const { number } = await waiting.submit()
    await change(waiting)
    const { outcome, approval } = await waiting.decide(waiting.dana, 'APPROVE')
    expect({ outcome, because: approval.closedBecause }).toEqual({ outcome: 'closed', because })
    expect(await waiting.kase(number)).toBeNull()
    expect(await waiting.draft()).toMatchObject({ state: 'OPEN', caseNumber: null, values: { title: 'Nobody gets mail', returned: { how: 'CLOSED', because } } })
    expect(await waiting.queued()).toEqual(['case_filed'])
  })
}) })

describe('not approved', () => { eachStore((_name, fresh) => {
  it('goes back to its filer as a draft with the comment, as though it had never been filed', async () => {
    const { store, world, deps, aiko, dana, draftId, submit, decide, kase, draft, queued, audited } = await p1World(await fresh())
    const { number } = await submit()
    world.pass(1)
    await decide(dana, 'DECLINE', ' Is it really down for all? ')
    expect(await kase(number)).toBeNull()
    for (const table of ['attachment', 'caseShare', 'caseEvent'] as const) expect(await (store.db[table] as { count(): Promise<number> }).count()).toBe(0)
    const returned = { how: 'DECLINED', by: 'Dana', at: world.now.toISOString(), comment: 'Is it really down for all?' }
    expect(await draft()).toMatchObject({ state: 'OPEN', caseNumber: null, updatedAt: world.now, values: { title: 'Nobody gets mail', returned } })
    expect(await audited()).toMatchObject([{ action: 'case.asked' }, { action: 'case.returned', actorId: dana.accountId, subjectId: String(number) }])
    expect(await queued()).toEqual(['case_filed'])
    expect((await listCases(deps, aiko, { words: 'nobody' })).rows).toEqual([])
    const form = await openFiling(deps, aiko, { origin: { how: 'button' }, draftId, deliveryKey: 'k2' })
    expect(form.values).toMatchObject({ title: 'Nobody gets mail', files: [{ name: 'trace.log', chosen: true }], returned: { ...returned, at: world.now } })
  })

  it('submitted again it is another case, asked about anew, and its former return is told no more', async () => {
    const { store, dana, noor, submit, decide, draft } = await p1World(await fresh())
    const first = await submit()
    await decide(dana, 'DECLINE', 'Why?')
    const second = await submit({ title: 'Nobody gets mail since nine' })
    expect(second).toMatchObject({ already: false, waitsFor: ['Dana', 'Noor'] })
    expect(second.number).not.toBe(first.number)
    expect(await draft()).toMatchObject({ state: 'SUBMITTED', caseNumber: second.number })
    expect((await draft()).values).not.toHaveProperty('returned')
    expect(await decide(noor, 'APPROVE', '', 'd2')).toMatchObject({ outcome: 'approved' })
    expect(await store.db.case.findMany({ select: { number: true, title: true } })).toEqual([{ number: second.number, title: 'Nobody gets mail since nine' }])
  })

  it('keeps why it came back while it is refused', async () => {
    const { dana, submit, decide, draft } = await p1World(await fresh())
    await submit()
    await decide(dana, 'DECLINE', 'Why?')
    expect(await refusalOf(submit({ title: '' }))).toMatchObject({ code: 'fields' })
    expect(await draft()).toMatchObject({ state: 'OPEN', values: { title: '', returned: { comment: 'Why?' } } })
  })

  it('comes back when its filer takes the request back, and when nobody decides in time', async () => {
    const { world, deps, aiko, submit, approval, draft } = await p1World(await fresh())
    await submit()
    await withdrawApproval(deps, aiko, { approvalId: (await approval()).id, deliveryKey: 'w1' })
    expect(await draft()).toMatchObject({ state: 'OPEN', values: { returned: { how: 'WITHDRAWN', by: 'Aiko', comment: null } } })
    const { number } = await submit()
    world.pass(73)
    await keepApprovalTimes(deps)
    expect(await draft()).toMatchObject({ state: 'OPEN', caseNumber: null, values: { returned: { how: 'EXPIRED', by: null } } })
    expect(await refusalOf(showCase(deps, aiko, { number }))).toMatchObject({ code: 'case_not_found' })
  })

  it('comes first among unfinished drafts, with its reason, on Home too', async () => {
    const { world, deps, aiko, draftId, dana, submit, decide } = await p1World(await fresh())
    await submit()
    await decide(dana, 'DECLINE', 'Why?')
    for (const n of [1, 2, 3]) {
      world.pass(1)
      const { draftId: newer } = await openFiling(deps, aiko, { origin: { how: 'command' }, deliveryKey: `n${n}` })
      await saveDraft(deps, aiko, { draftId: newer, values: { title: `Newer ${n}` } })
    }
    const home = await openHome(deps, aiko)
    expect(home.unfinished.map(({ title, returned }) => [title, returned?.comment])).toEqual([['Nobody gets mail', 'Why?'], ['Newer 3', undefined], ['Newer 2', undefined]])
    const form = await openFiling(deps, aiko, { origin: { how: 'command' }, deliveryKey: 'n4' })
    expect(form.unfinished[0]).toMatchObject({ draftId, returned: { how: 'DECLINED', by: 'Dana' } })
  })

  it('loses nothing of what waits, however long: only drafts of filed cases are emptied', async () => {
    const { store, world, dana, submit, decide, draft } = await p1World(await fresh())
    await store.db.resellerPolicy.updateMany({ data: { expireAfterHours: 9999 } })
    await submit()
    world.pass(24 * 31)
    await store.transaction((tx) => forgetOld(tx, world.now))
    expect(await draft()).toMatchObject({ values: { title: 'Nobody gets mail' } })
    await decide(dana, 'APPROVE')
    world.pass(24 * 31)
    await store.transaction((tx) => forgetOld(tx, world.now))
    expect((await draft()).values).toEqual({})
  })
}) })
