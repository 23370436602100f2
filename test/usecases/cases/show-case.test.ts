import { describe, expect, it } from 'vitest'
import { noClock } from '../../../src/domain/clocks/response-clock.js'
import { loadCaseCard } from '../../../src/store/cases/cases.js'
import { listCases } from '../../../src/usecases/cases/list-cases.js'
import { showCase } from '../../../src/usecases/cases/show-case.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { smallWorld } from '../../support/world.js'

describe('showCase', () => { eachStore((_name, fresh) => {
  it('shows everything of a case, its history newest first', async () => {
    const { world, deps, aiko, acme } = await smallWorld(await fresh())
    const number = await world.case(acme.id, aiko, { severity: 'P2' })
    const { db } = world.store
    const entry = { caseNumber: number, at: world.now, authorName: 'Aiko', authorOrgId: aiko.organizationId }
    await db.caseEvent.create({ data: { ...entry, kind: 'FILED' } })
    await db.caseEvent.create({ data: { ...entry, kind: 'NOTE', audience: 'ORGANIZATION', text: 'between us' } })
    await db.caseEvent.create({ data: { ...entry, kind: 'NOTE', audience: 'ORGANIZATION', text: 'of others', authorOrgId: acme.organizationId } })
    await db.caseShare.create({ data: { caseNumber: number, email: 'boss@acme.example', addedAt: world.now } })
    await db.attachment.createMany({
      data: (['RELEASED', 'WITHDRAWN', 'HELD'] as const).map((state, at) => ({ id: `a${at}`, caseNumber: number, name: `${at}.log`, mimeType: 'text/plain', size: 5, addedAt: world.now, state })),
    })
    expect(await showCase(deps, aiko, { number })).toEqual({
      number, version: 1, kind: 'DELEGATED', customerName: 'Acme', customerDomain: 'acme.example', tier: 'PREMIUM', title: 'Mail is late',
      productName: 'Google Workspace', category: { en: 'Delayed messages', ja: 'メールの遅延' }, state: 'NEW', severity: 'P2', ownerName: 'Aiko',
      filedByName: 'Aiko', filedAt: world.now, updatedAt: world.now, clock: { ...noClock, targetSeconds: 7200 }, closedAt: null, reopenUntil: null,
      portalNumber: null, portalWaitsSince: null, desk: 'BUILT_IN', attachmentCount: 1, deskOwnerName: null, escalation: null, links: [], olderHistory: false,
      may: ['reply', 'note', 'severity', 'handOver', 'attach', 'share', 'unshare', 'escalate', 'close', 'related', 'removeFile'],
      answers: [{ questionId: 'delayed-what', label: 'What happens?', answer: 'It is late.' }], language: 'en', timeZone: 'UTC',
      attachments: [
        // What is held back is its author's alone, and what was withdrawn nobody's.
        { id: 'a0', name: '0.log', size: 5, state: 'RELEASED', error: null, may: ['get', 'requestRemoval'], findings: [] },
      ],
      shares: ['boss@acme.example'], relatedCaseNumber: null,
      // The note of another organization is not there (SCOPE-6).
      history: [
        { id: expect.any(Number), at: world.now, kind: 'NOTE', authorName: 'Aiko', text: 'between us', internal: true, data: null },
        { id: expect.any(Number), at: world.now, kind: 'FILED', authorName: 'Aiko', text: null, internal: false, data: null },
      ],
    })
  })

  it('finds another domain\'s case as little as one that does not exist (SCOPE-1, SCOPE-3)', async () => {
    const { world, deps, aiko, sven, hooli, acme, boreal } = await smallWorld(await fresh())
    const theirs = await world.case(hooli.id, sven)
    const before = await world.case(acme.id, null, { managedAtFilingId: boreal })
    for (const number of [theirs, before, 424_242]) expect(await refusalOf(showCase(deps, aiko, { number }))).toEqual({ code: 'case_not_found', words: String(number) })
    expect(await refusalOf(showCase(deps, sven, { number: before }))).toMatchObject({ code: 'case_not_found' })
  })

  it('locks a case while the customer\'s access is off, for the reseller alone (ACCESS-1, SCOPE-4, SCOPE-6)', async () => {
    const { world, deps, aiko, acme, hikari } = await smallWorld(await fresh())
    const petra = await world.account('petra@acme.example', acme.organizationId, { privileges: ['SUPPORT'] })
    const desk = await world.account('tomas@desk.example', await world.organization('desk.example', { kind: 'VENDOR' }), { privileges: ['ANSWER_CASES'] })
    const number = await world.case(acme.id, aiko)
    await world.ledger(acme.id, hikari, { change: 'SWITCH_OFF' })
    expect(await refusalOf(showCase(deps, aiko, { number }))).toEqual({ code: 'case_locked', number, customer: 'Acme', block: { reason: 'switch_off', since: world.hoursAgo(1), by: 'Petra' } })
    expect(await showCase(deps, petra, { number })).toMatchObject({ number })
    expect(await showCase(deps, desk, { number })).toMatchObject({ number })
  })

  it('keeps history readable when its subscription has ended or is not known, and locks what was bought from Google until it is granted (ACCESS-1, ACCESS-2)', async () => {
    const { world, deps, aiko, acme } = await smallWorld(await fresh())
    const number = await world.case(acme.id, aiko)
    const elsewhere = await world.case(acme.id, null, { productId: 'google-voice', categoryId: 'voice-calls' })
    expect(await showCase(deps, aiko, { number: elsewhere })).toMatchObject({ number: elsewhere })
    await world.store.db.subscription.updateMany({ data: { status: 'CANCELLED' } })
    expect(await showCase(deps, aiko, { number })).toMatchObject({ number })
    expect((await listCases(deps, aiko, {})).rows.map((row) => row.locked)).toEqual([false, false])
    await world.subscription(acme.id, { seller: 'GOOGLE' })
    const block = { reason: 'consent_missing', skuName: 'google-workspace sku' }
    expect(await refusalOf(showCase(deps, aiko, { number }))).toEqual({ code: 'case_locked', number, customer: 'Acme', block })
    expect((await listCases(deps, aiko, {})).rows).toMatchObject([{ locked: false, number: elsewhere }, { locked: true, number, block }])
  })

  it('says who may do what now: team, desk, and nobody but a reader while it waits', async () => {
    const { world, deps, aiko, acme } = await smallWorld(await fresh())
    const desk = await world.account('tomas@desk.example', await world.organization('desk.example', { kind: 'VENDOR' }), { privileges: ['ANSWER_CASES'] })
    const solved = await world.case(acme.id, aiko, { state: 'SOLUTION_PROVIDED' })
    expect((await showCase(deps, aiko, { number: solved })).may).toEqual(expect.arrayContaining(['close', 'notSolved']))
    expect((await showCase(deps, desk, { number: solved })).may).toEqual(['note', 'severity', 'attach', 'close', 'deskTake', 'answer'])
    const waiting = await world.case(acme.id, aiko, { state: 'PENDING_APPROVAL' })
    expect((await showCase(deps, aiko, { number: waiting })).may).toEqual([])
    const closed = await world.case(acme.id, aiko, { state: 'CLOSED', closedAt: world.hoursAgo(30 * 24) })
    expect((await showCase(deps, aiko, { number: closed })).may).toContain('reopen')
    world.pass(0.001)
    expect((await showCase(deps, aiko, { number: closed })).may).not.toContain('reopen')
  })

  it('shows escalation, who works on it, and what waits for the portal', async () => {
    const { world, deps, aiko, acme } = await smallWorld(await fresh())
    const number = await world.case(acme.id, aiko)
    const [escalatedAt, portalWaitsSince] = [world.hoursAgo(2), world.hoursAgo(1)]
    await world.store.db.case.update({ where: { number }, data: { desk: 'PORTAL', escalatedAt, escalationReason: 'BUSINESS_IMPACT', portalWaitsSince, deskOwnerId: aiko.accountId } })
    expect(await showCase(deps, aiko, { number })).toMatchObject({
      desk: 'PORTAL', escalation: { at: escalatedAt, reason: 'BUSINESS_IMPACT' }, portalWaitsSince, deskOwnerName: 'Aiko', may: expect.arrayContaining(['copyForPortal', 'portalNumber', 'recordReply']) as string[],
    })
  })

  it('names a related case only to who may see that too (SCOPE-1, SCOPE-3)', async () => {
    const { world, deps, aiko, acme, boreal } = await smallWorld(await fresh())
    const number = await world.case(acme.id, aiko)
    const seen = await world.case(acme.id, aiko)
    const before = await world.case(acme.id, null, { managedAtFilingId: boreal })
    for (const [relatedCaseNumber, shown] of [[before, null], [seen, seen]] as const) {
      await world.store.db.case.update({ where: { number }, data: { relatedCaseNumber } })
      const links = shown === null ? [] : [{ number: shown, title: 'Mail is late' }]
      expect(await showCase(deps, aiko, { number })).toMatchObject({ relatedCaseNumber: shown, links })
    }
    // The other way round, too.
    await world.store.db.case.update({ where: { number: before }, data: { relatedCaseNumber: seen } })
    expect((await showCase(deps, aiko, { number: seen })).links).toEqual([{ number, title: 'Mail is late' }])
    const petra = await world.account('petra@acme.example', acme.organizationId, { privileges: ['SUPPORT'] })
    await world.store.db.case.update({ where: { number }, data: { relatedCaseNumber: before } })
    expect(await showCase(deps, petra, { number })).toMatchObject({ relatedCaseNumber: before })
  })

  it('shows a partner its own cases and the customer\'s direct ones, of its service only (SCOPE-5)', async () => {
    const { world, deps, aiko, acme, hikari } = await smallWorld(await fresh())
    const rosa = await world.account('rosa@fixit.example', await world.organization('fixit.example', { supportOnly: true }))
    const relation = await world.relation(acme.id, rosa.organizationId)
    await world.ledger(acme.id, hikari, { change: 'SWITCH_OFF' })
    const own = await world.case(acme.id, rosa)
    const direct = await world.case(acme.id, null)
    for (const number of [own, direct]) expect(await showCase(deps, rosa, { number })).toMatchObject({ number })
    const resellers = await world.case(acme.id, aiko)
    const otherService = await world.case(acme.id, null, { productId: 'google-voice', categoryId: 'voice-calls' })
    for (const number of [resellers, otherService]) expect(await refusalOf(showCase(deps, rosa, { number }))).toMatchObject({ code: 'case_not_found' })
    await world.store.db.partnerRelation.update({ where: { id: relation }, data: { state: 'REMOVED' } })
    expect(await refusalOf(showCase(deps, rosa, { number: own }))).toMatchObject({ code: 'case_not_found' })
  })

  it('refuses who lacks what its organization\'s kind needs, whatever the number (SCOPE-2, SCOPE-4, SCOPE-6)', async () => {
    const { world, deps, aiko, nova, acme } = await smallWorld(await fresh())
    const petra = await world.account('petra@acme.example', acme.organizationId, { privileges: ['ADMINISTER'], name: 'Petra' })
    const desk = await world.account('tomas@desk.example', await world.organization('desk.example', { kind: 'VENDOR' }), { privileges: [] })
    const number = await world.case(acme.id, aiko)
    await expectNoRowsWritten(world.store, async () => {
      for (const each of [number, 424_242]) {
        expect(await refusalOf(showCase(deps, nova, { number: each }))).toMatchObject({ code: 'privileges_missing', missing: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'], admins: ['Omar'] })
        expect(await refusalOf(showCase(deps, petra, { number: each }))).toEqual({ code: 'privileges_missing', missing: ['SUPPORT'], domain: 'acme.example', admins: [], readerAdministers: true })
        expect(await refusalOf(showCase(deps, desk, { number: each }))).toMatchObject({ missing: ['ANSWER_CASES'], admins: [] })
      }
    })
  })
}) })

describe('loadCaseCard', () => { eachStore((_name, fresh) => {
  it('shows the clock of the answer, by the settings of the domain, and that of reopening once it is closed (CASE-6)', async () => {
    const { world, aiko, acme, hikari } = await smallWorld(await fresh())
    const { db } = world.store
    const set = (minutes: number) => ({ minutes, aroundTheClock: true })
    const severities = { P1: set(1), P2: set(2), P3: set(3), P4: set(4) }
    await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { reopenWindowDays: 10, responseTargets: { STANDARD: severities, ENHANCED: severities, PREMIUM: severities } } })
    const waiting = await world.case(acme.id, aiko, { severity: 'P3', state: 'IN_PROGRESS' })
    await db.case.update({ where: { number: waiting }, data: { desk: 'PORTAL', clockSpent: 60 } })
    expect(await loadCaseCard(db, waiting)).toMatchObject({ clock: { ...noClock, spent: 60, targetSeconds: 180 }, reopenUntil: null, desk: 'PORTAL' })
    const closed = await world.case(acme.id, null, { state: 'CLOSED', closedAt: world.hoursAgo(24) })
    expect(await loadCaseCard(db, closed)).toMatchObject({ clock: noClock, reopenUntil: world.hoursAgo(-9 * 24), ownerName: null })
    expect(await loadCaseCard(db, 424_242)).toBeNull()
  })
}) })
