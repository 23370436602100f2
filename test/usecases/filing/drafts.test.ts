import { describe, expect, it } from 'vitest'
import type { DraftFile, DraftValues } from '../../../src/domain/cases/draft.js'
import { discardDraft } from '../../../src/usecases/filing/discard-draft.js'
import { fileCase } from '../../../src/usecases/filing/file-case.js'
import { openFiling } from '../../../src/usecases/filing/open-filing.js'
import { refreshFiling } from '../../../src/usecases/filing/refresh-filing.js'
import { saveDraft } from '../../../src/usecases/filing/save-draft.js'
import type { Typed } from '../../../src/usecases/filing/typed-draft.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { smallWorld } from '../../support/world.js'

const origin = { how: 'command', channelId: 'C1', responseUrl: 'https://hooks.example/1', responseUrlUntil: '2026-03-02T09:30:00Z' } as const
const file = (slackFileId: string): DraftFile => ({ slackFileId, name: `${slackFileId}.log`, mimeType: 'text/plain', size: 10, sourceUrl: `https://files.slack.com/${slackFileId}`, chosen: true })

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
