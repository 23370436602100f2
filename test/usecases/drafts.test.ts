import { describe, expect, it } from 'vitest'
import type { DraftFile, DraftValues } from '../../src/domain/draft.js'
import { discardDraft } from '../../src/usecases/discard-draft.js'
import { fileCase } from '../../src/usecases/file-case.js'
import { openFiling } from '../../src/usecases/open-filing.js'
import { refreshFiling } from '../../src/usecases/refresh-filing.js'
import { requestAccess } from '../../src/usecases/request-access.js'
import { saveDraft } from '../../src/usecases/save-draft.js'
import type { Typed } from '../../src/usecases/typed-draft.js'
import { refusalOf } from '../support/refused.js'
import { expectNoRowsWritten } from '../support/row-counts.js'
import { eachStore } from '../support/stores.js'
import { smallWorld } from '../support/world.js'

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
    const { admins } = await requestAccess(deps, aiko, { customerId: acme.id, deliveryKey: 'r1' })
    expect((await open('k2')).accessRequested).toEqual({ at: world.now, admins })
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

describe('refreshFiling and saveDraft', () => { eachStore((_name, fresh) => {
  const opened = async () => {
    const small = await smallWorld(await fresh())
    const { draftId } = await openFiling(small.deps, small.aiko, { origin, customerWords: 'acme.example', deliveryKey: 'k1' })
    const refresh = async (values: DraftValues, typed?: Typed) => (await refreshFiling(small.deps, small.aiko, { draftId, values, ...(typed && { typed }) }))!
    return { ...small, draftId, refresh }
  }

  it('keeps what a partial save leaves out, and empties what it empties', async () => {
    const { deps, aiko, draftId, refresh } = await opened()
    await saveDraft(deps, aiko, { draftId, values: { title: 'Late', answers: { 'delayed-what': 'a' }, shareWith: 'x@acme.example' } })
    await saveDraft(deps, aiko, { draftId, values: { title: '', answers: { 'spam-what': 'b' } } })
    const { values } = await refresh({})
    expect(values).toMatchObject({ title: '', answers: { 'delayed-what': 'a', 'spam-what': 'b' }, shareWith: 'x@acme.example', productId: 'google-workspace' })
  })

  it('keeps nothing of an action that comes late or again (house rule 7)', async () => {
    const { world, deps, aiko, draftId, refresh } = await opened()
    const at = (micro: string): Typed => ({ typedAt: `1772442000.${micro}` })
    const save = (title: string, typed: Typed) => saveDraft(deps, aiko, { draftId, values: { title }, typed })
    await save('older', at('000001'))
    await save('newer', at('000002'))
    await expectNoRowsWritten(world.store, async () => {
      await save('older', at('000001'))
      await save('again', at('000002'))
      expect(await refresh({ title: 'older', productId: 'google-cloud' }, at('000001'))).toBeNull()
    })
    expect((await refresh({ shareWith: 'x@acme.example' }, at('000003'))).values).toMatchObject({ title: 'newer', shareWith: 'x@acme.example' })
  })

  it('keeps what stood in a form that was closed, once (house rule 7)', async () => {
    const { deps, aiko, draftId, refresh } = await opened()
    await saveDraft(deps, aiko, { draftId, values: { title: 'typed' }, typed: { typedAt: '1772442000.000001' } })
    const close = () => saveDraft(deps, aiko, { draftId, values: { title: 'closed' }, typed: { deliveryKey: 'closed:V1' } })
    await close()
    expect((await refresh({})).values.title).toBe('closed')
    await refresh({ title: 'gone on with' }, { typedAt: '1772442000.000009' })
    await close()
    expect((await refresh({})).values.title).toBe('gone on with')
  })

  it('lets two saves at once lose nothing of each other', async () => {
    const { deps, aiko, draftId, refresh } = await opened()
    await Promise.all(['a', 'b', 'c', 'd'].map((id) => saveDraft(deps, aiko, { draftId, values: { answers: { [id]: id } } })))
    expect((await refresh({})).values.answers).toEqual({ a: 'a', b: 'b', c: 'c', d: 'd' })
  })

  it('takes the files given for those chosen, and keeps the others unticked', async () => {
    const { deps, aiko, draftId, refresh } = await opened()
    await saveDraft(deps, aiko, { draftId, values: { files: [file('F1'), file('F2')] } })
    await saveDraft(deps, aiko, { draftId, values: { files: [file('F2'), file('F3')] } })
    expect((await refresh({})).values.files?.map((each) => [each.slackFileId, each.chosen])).toEqual([['F1', false], ['F2', true], ['F3', true]])
  })

  it('shows a category with its questions, and drops it for another product type but keeps its answers', async () => {
    const { world, acme, refresh } = await opened()
    await world.subscription(acme.id, { productId: 'google-voice' })
    const form = await refresh({ categoryId: 'gmail-delayed', answers: { 'delayed-what': 'a' } })
    expect(form.category).toMatchObject({ id: 'gmail-delayed', path: [{ en: 'Gmail' }, { en: 'Delivery' }], questions: [{ id: 'delayed-what' }, { id: 'delayed-since' }, { id: 'delayed-who', choices: [{ id: 'all' }, { id: 'some' }] }] })
    const moved = await refresh({ productId: 'google-voice' })
    expect(moved).toMatchObject({ category: null, values: { productId: 'google-voice', answers: { 'delayed-what': 'a' } } })
    expect(moved.values.categoryId).toBeUndefined()
    expect((await refresh({ categoryId: 'gmail-delayed' })).values).toMatchObject({ productId: 'google-workspace', categoryId: 'gmail-delayed' })
  })

  it('keeps the category while a product type of elsewhere is looked at', async () => {
    const { refresh } = await opened()
    await refresh({ categoryId: 'gmail-delayed' })
    expect(await refresh({ productId: 'google-cloud' })).toMatchObject({ category: null, values: { categoryId: 'gmail-delayed' } })
    expect(await refresh({ productId: 'google-workspace' })).toMatchObject({ category: { id: 'gmail-delayed' } })
  })

  it('moves language and zone along with the customer, unless the person chose them', async () => {
    const { world, hikari, refresh } = await opened()
    const stark = await world.customer('stark.example', hikari, { language: 'sv', timeZone: 'Europe/Stockholm' })
    expect((await refresh({ customerId: stark.id, language: 'ja', timeZone: 'Asia/Tokyo' })).values).toMatchObject({ language: 'sv', timeZone: 'Europe/Stockholm' })
    const plain = await world.customer('plain.example', hikari)
    expect((await refresh({ language: 'fr' })).values).toMatchObject({ language: 'fr' })
    expect((await refresh({ customerId: plain.id })).values).toMatchObject({ language: 'fr', timeZone: 'UTC' })
  })

  it('drops a product type the new customer does not have, and takes its only one', async () => {
    const { world, hikari, refresh } = await opened()
    const voice = await world.customer('voice.example', hikari, { subscriptions: [{ productId: 'google-voice' }] })
    expect((await refresh({ categoryId: 'gmail-delayed' })).values.categoryId).toBe('gmail-delayed')
    const { values } = await refresh({ customerId: voice.id })
    expect(values).toMatchObject({ productId: 'google-voice' })
    expect(values.categoryId).toBeUndefined()
  })

  it('says of another domain\'s customer what it says of none (SCOPE-1)', async () => {
    const { hooli, refresh } = await opened()
    const foreign = await refresh({ customerId: hooli.id })
    const unknown = await refresh({ customerId: 999_999 })
    expect(foreign.customer).toBeNull()
    expect(foreign).toEqual(unknown)
  })

  it('changes no draft that was filed or thrown away, and nobody else\'s', async () => {
    const { world, deps, aiko, nova, hikari, draftId } = await opened()
    const kenji = await world.account('kenji@hikari.example', hikari)
    const before = await world.store.db.draft.findUniqueOrThrow({ where: { id: draftId } })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(saveDraft(deps, kenji, { draftId, values: { title: 'mine' } }))).toEqual({ code: 'draft_gone' })
      expect(await refusalOf(refreshFiling(deps, kenji, { draftId, values: { title: 'mine' } }))).toEqual({ code: 'draft_gone' })
      expect(await refusalOf(discardDraft(deps, kenji, { draftId }))).toEqual({ code: 'draft_gone' })
      expect(await refusalOf(refreshFiling(deps, nova, { draftId, values: {} }))).toMatchObject({ code: 'privileges_missing' })
      const demoted = { ...aiko, privileges: new Set<never>() }
      expect(await refusalOf(saveDraft(deps, demoted, { draftId, values: { title: 'mine' } }))).toMatchObject({ code: 'privileges_missing' })
      expect(await refusalOf(saveDraft(deps, aiko, { draftId: 'unknown', values: {} }))).toEqual({ code: 'draft_gone' })
    })
    expect(await world.store.db.draft.findUniqueOrThrow({ where: { id: draftId } })).toEqual(before)

    await discardDraft(deps, aiko, { draftId })
    await discardDraft(deps, aiko, { draftId })
    expect(await refusalOf(saveDraft(deps, aiko, { draftId, values: { title: 'late' } }))).toEqual({ code: 'draft_gone' })
    expect(await refusalOf(fileCase(deps, aiko, { draftId, values: {} }))).toEqual({ code: 'draft_gone' })
  })
}) })
