import { describe, expect, it } from 'vitest'
import type { DraftFile, DraftValues } from '../../../src/domain/cases/draft.js'
import { openFiling } from '../../../src/usecases/filing/open-filing.js'
import { refreshFiling } from '../../../src/usecases/filing/refresh-filing.js'
import { requestAccess } from '../../../src/usecases/access/request-access.js'
import { saveDraft } from '../../../src/usecases/filing/save-draft.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { smallWorld } from '../../support/world.js'

const origin = { how: 'command', channelId: 'C1', responseUrl: 'https://hooks.example/1', responseUrlUntil: '2026-03-02T09:30:00Z' } as const
const file = (slackFileId: string): DraftFile => ({ slackFileId, name: `${slackFileId}.log`, mimeType: 'text/plain', size: 10, sourceUrl: `https://files.slack.com/${slackFileId}`, chosen: true })

describe('openFiling', () => { eachStore((_name, fresh) => {
  it('opens on the one customer the words mean, with its language and zone, P3, and its only product type (CASE-1)', async () => {
    const { deps, aiko, acme } = await smallWorld(await fresh())
    const form = await openFiling(deps, aiko, { origin, customerWords: 'acme.example', deliveryKey: 'k1' })
    expect(form.values).toEqual({ customerId: acme.id, severity: 'P3', language: 'ja', timeZone: 'Asia/Tokyo', productId: 'google-workspace' })
    expect(form.customer).toMatchObject({ id: acme.id, access: 'open' })
    expect(form.products.find((product) => product.id === 'google-workspace')).toMatchObject({ block: null })
    expect(form.products.find((product) => product.id === 'google-voice')).toMatchObject({ block: { reason: 'no_subscription' } })
    expect(form).toMatchObject({ category: null, unfinished: [], mayTellAuthor: false })
  })

  it('opens without a customer in the filer\'s language and zone, every product open', async () => {
    const { world, deps, aiko } = await smallWorld(await fresh())
    const mei = await world.actor(aiko.accountId, { locale: 'zh-TW', timeZone: 'Asia/Taipei' })
    const form = await openFiling(deps, mei, { origin, customerWords: 'nobody', deliveryKey: 'k1' })
    expect(form.values).toEqual({ severity: 'P3', language: 'zh-TW', timeZone: 'Asia/Taipei' })
    expect(form.customer).toBeNull()
    expect(form.products.every((product) => product.block === null)).toBe(true)
  })

  it('preselects nothing of several, nor another domain\'s customer (SCOPE-1)', async () => {
    const { world, deps, aiko, hikari } = await smallWorld(await fresh())
    await world.customer('acme.test', hikari, { name: 'Acme Two' })
    expect((await openFiling(deps, aiko, { origin, customerWords: 'acme', deliveryKey: 'k1' })).customer).toBeNull()
    expect((await openFiling(deps, aiko, { origin, customerWords: 'hooli.example', deliveryKey: 'k2' })).customer).toBeNull()
    expect((await openFiling(deps, aiko, { origin, customerWords: 'acme.test', deliveryKey: 'k3' })).customer).toMatchObject({ domain: 'acme.test' })
  })

  it('says how many customers the words match when they mean none or several, the same of a foreign one as of none (SCOPE-1)', async () => {
    const { world, deps, aiko, hikari } = await smallWorld(await fresh())
    await world.customer('acme.test', hikari, { name: 'Acme Two' })
    const told = async (customerWords: string) => (await openFiling(deps, aiko, { origin, customerWords, deliveryKey: customerWords })).customerWords
    expect(await told(' acme ')).toEqual({ words: 'acme', matches: 2 })
    expect(await told('hooli.example')).toEqual({ words: 'hooli.example', matches: 0 })
    expect(await told('nobody')).toEqual({ words: 'nobody', matches: 0 })
    expect(await told('acme.test')).toBeUndefined()
    expect(await told(' ')).toBeUndefined()
  })

  it('answers where the form is in which somebody chose to go on, and keeps the message of the draft alone', async () => {
    const { world, deps, aiko } = await smallWorld(await fresh())
    const old = await openFiling(deps, aiko, { origin, deliveryKey: 'k1' })
    const there = { channelId: 'C2', responseUrl: 'https://hooks.example/2', responseUrlUntil: '2026-03-02T09:40:00Z' }
    const now = await openFiling(deps, aiko, {
      origin: { how: 'message', ...there, message: { channelId: 'C2', ts: '1.2', mayTellAuthor: true } }, deliveryKey: 'k2',
    })
    const form = await openFiling(deps, aiko, { origin: { how: 'button' }, draftId: old.draftId, insteadOf: now.draftId, deliveryKey: 'k3' })
    expect(form.mayTellAuthor).toBe(false)
    const { origin: kept } = await world.store.db.draft.findUniqueOrThrow({ where: { id: old.draftId } })
    expect(kept).toEqual({ how: 'button', ...there })
  })

  it('tells of a request that waits when a locked customer is opened again, until it has expired', async () => {
    const { world, deps, aiko, acme, hikari } = await smallWorld(await fresh())
    await world.ledger(acme.id, hikari, { change: 'SWITCH_OFF' })
    await world.account('petra@acme.example', acme.organizationId, { name: 'Petra', privileges: ['ADMINISTER'] })
    const open = (deliveryKey: string) => openFiling(deps, aiko, { origin, customerWords: 'acme.example', deliveryKey })
    expect((await open('k1')).accessRequested).toBeUndefined()
    const { asked } = await requestAccess(deps, aiko, { customer: acme.id, deliveryKey: 'r1' })
    expect((await open('k2')).accessRequested).toEqual({ at: world.now, admins: asked[0]!.people })
    world.pass(24 * 60)
    expect((await open('k3')).accessRequested).toBeUndefined()
  })

  it('names the managers who have to agree before the customer can grant (ACCESS-2)', async () => {
    const { world, deps, aiko, hikari } = await smallWorld(await fresh())
    await world.customer('initech.example', hikari, { name: 'Initech', subscriptions: [{ seller: 'GOOGLE' }] })
    await world.account('rosa@hikari.example', hikari, { name: 'Rosa Diaz', privileges: ['DECIDE_REQUESTS'] })
    const form = await openFiling(deps, aiko, { origin, customerWords: 'initech.example', deliveryKey: 'k1' })
    expect(form).toMatchObject({ customer: { block: { reason: 'consent_missing' } }, managers: ['Rosa Diaz'] })
  })

  it('tells of managers who were asked to agree, as long as that is the next step (ACCESS-2)', async () => {
    const { world, deps, aiko, hikari } = await smallWorld(await fresh())
    const { id: customerId } = await world.customer('initech.example', hikari, { name: 'Initech', subscriptions: [{ seller: 'GOOGLE' }] })
    const rosa = await world.account('rosa@hikari.example', hikari, { name: 'Rosa Diaz', privileges: ['DECIDE_REQUESTS'] })
    const approval = { organizationId: hikari, requesterId: aiko.accountId, customerId, createdAt: world.now, deciders: { create: [{ accountId: rosa.accountId }] } }
    const open = async (deliveryKey: string) => (await openFiling(deps, aiko, { origin, customerWords: 'initech.example', deliveryKey })).accessRequested
    await world.store.db.approval.create({ data: { ...approval, id: 'other', kind: 'P1_FILING', payload: {} } })
    await world.store.db.approval.create({ data: { ...approval, id: 'ended', kind: 'CONSENT', state: 'DECLINED', payload: { kind: 'CONSENT' } } })
    expect(await open('k1')).toBeUndefined()
    await world.store.db.approval.create({ data: { ...approval, id: 'waits', kind: 'CONSENT', payload: { kind: 'CONSENT' } } })
    expect(await open('k2')).toEqual({ at: world.now, admins: ['Rosa Diaz'] })
    await world.ledger(customerId, hikari, { change: 'SWITCH_OFF' })
    expect(await open('k3')).toBeUndefined()
  })

  it('knows of a support partner whether any customer has assigned it', async () => {
    const { world, deps, acme } = await smallWorld(await fresh())
    const fixit = await world.organization('fixit.example', { supportOnly: true })
    const rosa = await world.account('rosa@fixit.example', fixit, { privileges: ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES'] })
    const noCustomers = async (deliveryKey: string) => (await openFiling(deps, rosa, { origin, deliveryKey })).noCustomers
    expect(await noCustomers('k1')).toBe(true)
    await world.relation(acme.id, fixit)
    expect(await noCustomers('k2')).toBeUndefined()
  })

  it('offers no other drafts beside a message', async () => {
    const { deps, aiko } = await smallWorld(await fresh())
    const { draftId } = await openFiling(deps, aiko, { origin, deliveryKey: 'k1' })
    await saveDraft(deps, aiko, { draftId, values: { title: 'Mail is late' } })
    const from = { ...origin, how: 'message', message: { channelId: 'C1', ts: '1.2', mayTellAuthor: true } } as const
    expect((await openFiling(deps, aiko, { origin: from, deliveryKey: 'k2' })).unfinished).toEqual([])
    expect((await openFiling(deps, aiko, { origin, deliveryKey: 'k3' })).unfinished).toMatchObject([{ draftId }])
  })

  it('makes one draft of one delivery, however often and at once it comes', async () => {
    const { world, deps, aiko } = await smallWorld(await fresh())
    const open = () => openFiling(deps, aiko, { origin, deliveryKey: 'k1' })
    const [first, second] = await Promise.all([open(), open()])
    await saveDraft(deps, aiko, { draftId: first.draftId, values: { title: 'Mail is late' } })
    const third = await open()
    expect(new Set([first.draftId, second.draftId, third.draftId]).size).toBe(1)
    expect(third.values.title).toBe('Mail is late')
    expect(await world.store.db.draft.count()).toBe(1)
  })

  it('shows why a locked customer is locked (ACCESS-4)', async () => {
    const { world, deps, aiko, acme, hikari } = await smallWorld(await fresh())
    await world.ledger(acme.id, hikari, { change: 'SWITCH_OFF' })
    const form = await openFiling(deps, aiko, { origin, customerWords: 'acme.example', deliveryKey: 'k1' })
    expect(form.customer).toMatchObject({ access: 'locked', block: { reason: 'switch_off' } })
    expect(form.values.productId).toBeUndefined()
  })

  it('begins the first long answer with the message, once, and ticks its files', async () => {
    const { deps, aiko } = await smallWorld(await fresh())
    const text = 'x'.repeat(3100)
    const message = { text, files: [file('F1')] }
    const from = { ...origin, how: 'message', message: { channelId: 'C1', ts: '1.2', mayTellAuthor: true } } as const
    const { draftId, ...form } = await openFiling(deps, aiko, { origin: from, message, deliveryKey: 'k1' })
    expect(form).toMatchObject({ mayTellAuthor: true, values: { messageText: text, files: [{ slackFileId: 'F1', chosen: true }] } })
    const refresh = async (values: DraftValues) => (await refreshFiling(deps, aiko, { draftId, values }))!
    const chosen = await refresh({ categoryId: 'gmail-delayed' })
    expect(chosen.values.answers).toEqual({ 'delayed-what': text.slice(0, 3000) })
    const emptied = await refresh({ answers: { 'delayed-what': '' } })
    expect(emptied.values.answers).toEqual({ 'delayed-what': '' })
    expect((await refresh({ categoryId: 'calendar-sharing' })).values.answers).toEqual({ 'delayed-what': '' })
  })

  it('offers the three newest drafts with something typed, and goes on with one (house rule 8)', async () => {
    const { world, deps, aiko, acme, nova } = await smallWorld(await fresh())
    for (const key of ['a', 'b', 'c', 'd', 'empty']) {
      world.pass(1)
      const { draftId } = await openFiling(deps, aiko, { origin, customerWords: 'acme.example', deliveryKey: key })
      await saveDraft(deps, aiko, { draftId, values: key === 'empty' ? { severity: 'P1' } : { title: key } })
    }
    const other = await world.account('kenji@hikari.example', nova.organizationId)
    expect((await openFiling(deps, other, { origin, deliveryKey: 'other' })).unfinished).toEqual([])
    const { unfinished, draftId } = await openFiling(deps, aiko, { origin, deliveryKey: 'new' })
    expect(unfinished.map((draft) => [draft.title, draft.customerName])).toEqual([['d', 'Acme'], ['c', 'Acme'], ['b', 'Acme']])

    const later = { ...origin, responseUrl: 'https://hooks.example/2' }
    const form = await openFiling(deps, aiko, { origin: later, draftId: unfinished[0]!.draftId, deliveryKey: 'go on' })
    expect(form).toMatchObject({ draftId: unfinished[0]!.draftId, values: { title: 'd', customerId: acme.id } })
    expect(form.unfinished.map((draft) => draft.draftId)).not.toContain(draftId)
    expect(await world.store.db.draft.findUniqueOrThrow({ where: { id: form.draftId } })).toMatchObject({ origin: later })
    await world.store.db.customer.update({ where: { id: acme.id }, data: { resellerId: null } })
    expect((await openFiling(deps, aiko, { origin, deliveryKey: 'gone' })).unfinished[0]).toMatchObject({ title: 'd', customerName: null })
  })

  it('refuses who may not file, and goes on with nobody else\'s draft', async () => {
    const { world, deps, aiko, nova, sven } = await smallWorld(await fresh())
    const { draftId } = await openFiling(deps, aiko, { origin, deliveryKey: 'k1' })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(openFiling(deps, nova, { origin, deliveryKey: 'k2' }))).toMatchObject({ code: 'privileges_missing' })
      expect(await refusalOf(openFiling(deps, sven, { origin, draftId, deliveryKey: 'k3' }))).toEqual({ code: 'draft_gone' })
      expect(await refusalOf(openFiling(deps, sven, { origin, draftId: 'unknown', deliveryKey: 'k4' }))).toEqual({ code: 'draft_gone' })
    })
  })
}) })
