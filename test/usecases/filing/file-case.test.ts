import { describe, expect, it } from 'vitest'
import type { AccountActor } from '../../../src/domain/actor.js'
import type { DraftFile, DraftOrigin, DraftValues } from '../../../src/domain/cases/draft.js'
import type { Store } from '../../../src/store/open-store.js'
import type { Deps } from '../../../src/usecases/deps.js'
import { discardDraft } from '../../../src/usecases/filing/discard-draft.js'
import { fileCase } from '../../../src/usecases/filing/file-case.js'
import type { Confirmation } from '../../../src/usecases/confirm-findings.js'
import { openFiling } from '../../../src/usecases/filing/open-filing.js'
import { saveDraft } from '../../../src/usecases/filing/save-draft.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { smallWorld } from '../../support/world.js'

const origin: DraftOrigin = { how: 'command', channelId: 'C1', responseUrl: 'https://hooks.example/1', responseUrlUntil: '2026-03-02T09:30:00Z' }
const file = (slackFileId: string, more: Partial<DraftFile> = {}): DraftFile => ({
  slackFileId, name: `${slackFileId}.log`, mimeType: 'text/plain', size: 10, sourceUrl: `https://files.slack.com/${slackFileId}`, chosen: true, ...more,
})
const complete: DraftValues = {
  title: ' Mail is late ', categoryId: 'gmail-delayed', productId: 'google-workspace',
  answers: { 'delayed-what': 'Messages come an hour late.', 'delayed-who': 'all', 'spam-what': 'of a category visited before' },
}

async function opened(store: Store, as?: (small: Awaited<ReturnType<typeof smallWorld>>) => AccountActor, more: { origin?: DraftOrigin; text?: string } = {}) {
  const small = await smallWorld(store)
  const actor = as?.(small) ?? small.aiko
  const { draftId } = await openFiling(small.deps, small.aiko, {
    origin: more.origin ?? origin, customerWords: 'acme.example', deliveryKey: 'k1',
    ...(more.text !== undefined && { message: { text: more.text, files: [] } }),
  })
  const submit = (values: DraftValues = complete, confirmation?: Confirmation, deps: Deps = small.deps) =>
    fileCase(deps, actor, { draftId, values, ...(confirmation && { confirmation }) })
  const kase = (number: number) => store.db.case.findUniqueOrThrow({ where: { number }, include: { events: true, attachments: true, shares: true, draft: true } })
  const queued = async () => (await store.db.outbox.findMany({ orderBy: { id: 'asc' } })).map(({ kind, lane, dedupeKey, payload }) => ({ kind, lane, dedupeKey, payload }))
  return { ...small, store, draftId, submit, kase, queued }
}

describe('fileCase', () => { eachStore((_name, fresh) => {
  it('writes case, history, audit and what is to be told, and wakes delivery (CASE-1, house rule 5)', async () => {
    const { world, aiko, acme, hikari, draftId, submit, kase, queued } = await opened(await fresh())
    const { number, already } = await submit({ ...complete, severity: 'P2', files: [file('F1'), file('F2', { chosen: false })], shareWith: 'Boss@acme.example, team@acme.example' })
    expect(already).toBe(false)
    expect(world.wakes).toBe(1)
    expect(await kase(number)).toMatchObject({
      kind: 'DELEGATED', customerId: acme.id, filedByOrgId: hikari, filedById: aiko.accountId, filedByName: 'Aiko', managedAtFilingId: hikari,
      ownerId: aiko.accountId, productId: 'google-workspace', categoryId: 'gmail-delayed', title: 'Mail is late', severity: 'P2', language: 'ja',
      timeZone: 'Asia/Tokyo', state: 'NEW', filedAt: world.now, updatedAt: world.now, version: 1,
      answers: [
        { questionId: 'delayed-what', label: 'What happens?（日本語）', answer: 'Messages come an hour late.' },
        { questionId: 'delayed-who', label: 'Who is affected?', answer: '全員' },
      ],
      events: [{ kind: 'FILED', audience: 'CASE', authorId: aiko.accountId, authorOrgId: hikari, data: null }],
      attachments: [{ slackFileId: 'F1', name: 'F1.log', state: 'CHECKING', addedById: aiko.accountId }],
      draft: { id: draftId, state: 'SUBMITTED' },
    })
    expect((await kase(number)).shares.map((share) => share.email).sort()).toEqual(['boss@acme.example', 'team@acme.example'])
    expect(await world.store.db.audit.findMany({ where: { action: 'case.filed' } })).toMatchObject([{ actorId: aiko.accountId, organizationId: hikari, subjectId: String(number) }])
    const [attachment] = (await kase(number)).attachments
    expect(await queued()).toEqual([
      { kind: 'case_card', lane: 'channel:C-UPDATES', dedupeKey: `card:${number}:C-UPDATES:v1`, payload: { caseNumber: number, channel: 'C-UPDATES' } },
      {
        kind: 'case_filed', lane: `person:${aiko.slack.userId}`, dedupeKey: `filed:${number}`,
        payload: { caseNumber: number, to: { ...aiko.slack, responseUrl: 'https://hooks.example/1', responseUrlUntil: '2026-03-02T09:30:00Z' } },
      },
      { kind: 'fetch_attachment', lane: `attachment:${attachment!.id}`, dedupeKey: `fetch:${attachment!.id}`, payload: { attachmentId: attachment!.id } },
      { kind: 'share_email', lane: 'email:boss@acme.example', dedupeKey: `share:${number}:boss@acme.example`, payload: { caseNumber: number, email: 'boss@acme.example' } },
      { kind: 'share_email', lane: 'email:team@acme.example', dedupeKey: `share:${number}:team@acme.example`, payload: { caseNumber: number, email: 'team@acme.example' } },
    ])
  })

  it('makes one case of one draft, submitted again or twice at once', async () => {
    const { world, submit, queued } = await opened(await fresh())
    const both = await Promise.all([submit(), submit()])
    const again = await submit({ title: 'Something else' })
    expect(new Set([...both, again].map((filed) => filed.number)).size).toBe(1)
    expect(both.filter((filed) => filed.already)).toHaveLength(1)
    expect(again.already).toBe(true)
    expect(await world.store.db.case.findMany()).toMatchObject([{ title: 'Mail is late' }])
    expect((await queued()).map((row) => row.kind)).toEqual(['case_card', 'case_filed'])
    expect(world.wakes).toBe(1)
  })

  it('keeps what was typed when the process dies between, and files it afterwards', async () => {
    const { world, deps, store, submit } = await opened(await fresh())
    let calls = 0
    const dying: Store = { ...store, transaction: (work, options) => ((calls += 1) === 1 ? store.transaction(work, options) : store.transaction(async (tx) => { await work(tx); throw new Error('killed') })) }
    await expect(submit(complete, undefined, { ...deps, store: dying })).rejects.toThrow('killed')
    expect(await world.store.db.case.count()).toBe(0)
    expect(await world.store.db.outbox.count()).toBe(0)
    expect(await world.store.db.draft.findMany()).toMatchObject([{ state: 'OPEN', values: { title: ' Mail is late ', answers: complete.answers } }])
    expect(await submit({})).toMatchObject({ already: false })
  })

  it('keeps what was typed when it is refused, and says everything that is wrong at its field', async () => {
    const { world, submit } = await opened(await fresh())
    const values: DraftValues = {
      ...complete, title: '', answers: { 'delayed-what': 'x'.repeat(3001), 'delayed-who': 'nobody' }, timeZone: 'Mars/Base', shareWith: 'nonsense',
      files: [file('F1', { size: 10_000_001 })],
    }
    expect(await refusalOf(submit(values))).toEqual({
      code: 'fields',
      problems: [
        { field: 'title', problem: 'required' },
        { field: 'question:delayed-what', problem: 'too_long', max: 3000, length: 3001 },
        { field: 'question:delayed-who', problem: 'unknown' },
        { field: 'attachments', problem: 'too_large', name: 'F1.log', maxBytes: 10_000_000 },
        { field: 'timeZone', problem: 'unknown' },
        { field: 'shareWith', problem: 'bad_addresses', addresses: ['nonsense'] },
      ],
    })
    expect(await world.store.db.draft.findMany()).toMatchObject([{ state: 'OPEN', caseNumber: null, values: { answers: { 'delayed-what': 'x'.repeat(3001) } } }])
    expect(await world.store.db.case.count()).toBe(0)
    expect(world.wakes).toBe(0)
  })

  it.each([
    ['a category that is gone', { ...complete, categoryId: 'gone' }, [{ field: 'category', problem: 'gone' }]],
    ['a branch', { ...complete, categoryId: 'gmail-delivery' }, [{ field: 'category', problem: 'gone' }]],
    ['an unknown product type', { ...complete, productId: 'gone' }, [{ field: 'productType', problem: 'unknown' }]],
    ['a product type of elsewhere', { ...complete, productId: 'google-cloud' }, [{ field: 'productType', problem: 'elsewhere', product: 'Google Cloud' }]],
    ['a category of another product type', { ...complete, categoryId: 'voice-calls' }, [{ field: 'category', problem: 'not_of_product', product: 'Google Workspace' }]],
  ])('answers %s', async (_what, values, problems) => {
    const { submit } = await opened(await fresh())
    expect(await refusalOf(submit(values))).toEqual({ code: 'fields', problems })
  })

  it('finds another domain\'s customer as little as one that does not exist (SCOPE-1)', async () => {
    const { hooli, submit } = await opened(await fresh())
    expect(await refusalOf(submit({ ...complete, customerId: hooli.id }))).toEqual({ code: 'customer_not_found' })
    expect(await refusalOf(submit({ ...complete, customerId: 999_999 }))).toEqual({ code: 'customer_not_found' })
  })

  it('decides access again on submit (ACCESS-4), for the customer and for the product type', async () => {
    const { world, acme, hikari, submit } = await opened(await fresh())
    const voice = { ...complete, productId: 'google-voice', categoryId: 'voice-calls', answers: { 'calls-what': 'silence' } }
    expect(await refusalOf(submit(voice))).toEqual({ code: 'access_missing', customerId: acme.id, customer: 'Acme', block: { reason: 'no_subscription' } })
    await world.ledger(acme.id, hikari, { change: 'SWITCH_OFF' })
    // A locked form has no inputs for product type and category: that the customer is locked comes first.
    for (const values of [complete, { productId: '', categoryId: '' }]) {
      expect(await refusalOf(submit(values))).toMatchObject({ code: 'access_missing', customer: 'Acme', block: { reason: 'switch_off' } })
    }
    expect(await world.store.db.case.count()).toBe(0)
    await world.ledger(acme.id, hikari, { change: 'SWITCH_ON' })
    expect(await submit(complete)).toMatchObject({ already: false })
  })

  it('says why the chosen product type is closed, where another is nearer to open', async () => {
    const { world, acme, hikari, submit } = await opened(await fresh())
    await world.store.db.subscription.updateMany({ data: { status: 'SUSPENDED' } })
    const voice = await world.subscription(acme.id, { productId: 'google-voice', seller: 'GOOGLE' })
    await world.ledger(acme.id, hikari, { change: 'CONSENT', subscriptionId: voice })
    expect(await refusalOf(submit(complete))).toMatchObject({ code: 'access_missing', block: { reason: 'subscription_not_active' } })
  })

  it('files for a partner by its relation alone, into its own channel (ACCESS-1, SCOPE-1)', async () => {
    const { world, deps, acme, hikari, kase, queued } = await opened(await fresh())
    const fixit = await world.organization('fixit.example', { supportOnly: true, updatesChannel: 'C-FIXIT' })
    const rosa = await world.account('rosa@fixit.example', fixit, { name: 'Rosa' })
    await world.relation(acme.id, fixit)
    await world.ledger(acme.id, hikari, { change: 'SWITCH_OFF' })
    const { draftId } = await openFiling(deps, rosa, { origin: { how: 'shortcut' }, customerWords: 'acme.example', deliveryKey: 'k2' })
    const { number } = await fileCase(deps, rosa, { draftId, values: complete })
    expect(await kase(number)).toMatchObject({ filedByOrgId: fixit, managedAtFilingId: hikari })
    expect(await queued()).toMatchObject([{ kind: 'case_card', payload: { channel: 'C-FIXIT' } }, { kind: 'case_filed', payload: { caseNumber: number, to: rosa.slack } }])
  })

  it('posts no card for a domain without a channel, and sends no email where none can be sent (SCOPE-1)', async () => {
    const { world, deps, sven, queued } = await opened(await fresh())
    world.settings.email = false
    const { draftId } = await openFiling(deps, sven, { origin, customerWords: 'hooli.example', deliveryKey: 'k2' })
    await fileCase(deps, sven, { draftId, values: { ...complete, shareWith: 'boss@hooli.example' } })
    expect((await queued()).map((row) => row.kind)).toEqual(['case_filed'])
    expect(await world.store.db.caseShare.count()).toBe(1)
  })

  it('holds personal data back until it is confirmed with a reason, which the history keeps (CASE-2)', async () => {
    const { submit, kase } = await opened(await fresh())
    const values = { ...complete, title: 'Mail from jane@acme.example', answers: { ...complete.answers, 'delayed-since': 'ask bob@acme.example' }, files: [file('F1', { name: 'carl@acme.example.eml' })], shareWith: 'boss@acme.example' }
    const refusal = await refusalOf(submit(values))
    expect(refusal.code === 'personal_data' && refusal.findings.map(({ place, kind }) => [place, kind])).toEqual([['title', 'email'], ['question:delayed-since', 'email'], ['attachments', 'email']])
    const digest = refusal.code === 'personal_data' ? refusal.digest : ''
    expect(await refusalOf(submit(values, { digest, reason: '  ' }))).toEqual({ code: 'fields', problems: [{ field: 'reason', problem: 'required' }] })
    expect(await refusalOf(submit(values, { digest, reason: 'x'.repeat(3001) }))).toMatchObject({ code: 'fields', problems: [{ field: 'reason', problem: 'too_long' }] })
    const { number } = await submit(values, { digest, reason: ' The customer agreed. ' })
    expect((await kase(number)).events).toMatchObject([{
      kind: 'FILED',
      data: { reason: 'The customer agreed.', findings: [{ place: 'title', kind: 'email' }, { place: 'question:delayed-since', kind: 'email' }, { place: 'attachments', kind: 'email' }] },
    }])
    expect(JSON.stringify((await kase(number)).events)).not.toContain('bob@')
  })

  it('takes a confirmation for the findings that were shown, and shows others first (CASE-2)', async () => {
    const { store, submit } = await opened(await fresh())
    const shown = await refusalOf(submit({ ...complete, title: 'Mail from jane@acme.example' }))
    if (shown.code !== 'personal_data') throw new Error(shown.code)
    const since = { ...complete, title: 'Mail from jane@acme.example to bob@acme.example' }
    const again = await refusalOf(submit(since, { digest: shown.digest, reason: 'The customer agreed.' }))
    expect(again.code === 'personal_data' && again.findings).toHaveLength(2)
    expect(again.code === 'personal_data' && again.digest).not.toBe(shown.digest)
    expect(await refusalOf(submit(since, { digest: '', reason: 'forged' }))).toMatchObject({ code: 'personal_data' })
    expect(await store.db.case.count()).toBe(0)
    expect(await submit({ ...complete, title: 'Mail from jane@acme.example' }, { digest: shown.digest, reason: 'The customer agreed.' })).toMatchObject({ already: false })
  })

  it('continues a long message after the answers, and tells its author when asked to', async () => {
    const from: DraftOrigin = { how: 'message', message: { channelId: 'C7', ts: '1.2', mayTellAuthor: true } }
    const { submit, kase, queued } = await opened(await fresh(), undefined, { origin: from, text: `${'a'.repeat(3000)}${'b'.repeat(3000)}c` })
    const { number } = await submit({ ...complete, tellAuthor: true })
    expect((await kase(number)).answers).toMatchObject([
      { questionId: 'delayed-what', answer: 'Messages come an hour late.' }, { questionId: 'delayed-who' },
      { questionId: 'message', label: '', answer: 'b'.repeat(3000) }, { questionId: 'message', answer: 'c' },
    ])
    expect((await queued()).at(-1)).toEqual({ kind: 'tell_author', lane: 'channel:C7', dedupeKey: `tell-author:${number}`, payload: { caseNumber: number, channelId: 'C7', threadTs: '1.2' } })
  })

  it('tells no author where that is not allowed, and links no case that is not the filer\'s to see', async () => {
    const from: DraftOrigin = { how: 'message', message: { channelId: 'C7', ts: '1.2', mayTellAuthor: false } }
    const { deps, sven, submit, kase, queued } = await opened(await fresh(), undefined, { origin: from, text: 'short' })
    const { draftId } = await openFiling(deps, sven, { origin, customerWords: 'hooli.example', deliveryKey: 'k2' })
    const foreign = await fileCase(deps, sven, { draftId, values: complete })
    const { number } = await submit({ ...complete, tellAuthor: true, relatedCaseNumber: foreign.number })
    expect((await queued()).map((row) => row.kind)).not.toContain('tell_author')
    expect(await kase(number)).toMatchObject({ relatedCaseNumber: null })
  })

  it('refuses everybody but the draft\'s own account, and who lost a privilege, with no row written', async () => {
    const { world, deps, aiko, sven, nova, acme, draftId } = await opened(await fresh())
    const petra = await world.account('petra@acme.example', acme.organizationId, { privileges: ['SUPPORT'] })
    const kim = await world.account('kim@desk.example', await world.organization('desk.example', { kind: 'VENDOR' }), { privileges: ['ANSWER_CASES'] })
    await saveDraft(deps, aiko, { draftId, values: complete })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(fileCase(deps, sven, { draftId, values: complete }))).toEqual({ code: 'draft_gone' })
      expect(await refusalOf(fileCase(deps, nova, { draftId, values: complete }))).toMatchObject({ code: 'privileges_missing' })
      expect(await refusalOf(fileCase(deps, petra, { draftId, values: complete }))).toEqual({ code: 'draft_gone' })
      expect(await refusalOf(fileCase(deps, kim, { draftId, values: complete }))).toEqual({ code: 'filing_for_resellers_only' })
      expect(await refusalOf(fileCase(deps, aiko, { draftId: 'unknown', values: complete }))).toEqual({ code: 'draft_gone' })
      const demoted: AccountActor = { ...aiko, privileges: new Set(['VIEW_CUSTOMERS']) }
      expect(await refusalOf(fileCase(deps, demoted, { draftId, values: { ...complete, title: 'typed since' } }))).toEqual({ code: 'privileges_missing', missing: ['ACCESS_SUPPORT_CASES'], domain: 'hikari.example', admins: ['Omar'] })
    })
    await discardDraft(deps, aiko, { draftId })
    expect(await refusalOf(fileCase(deps, aiko, { draftId, values: complete }))).toEqual({ code: 'draft_gone' })
  })
}) })
