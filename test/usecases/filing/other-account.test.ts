import { describe, expect, it } from 'vitest'
import type { DraftValues } from '../../../src/domain/cases/draft.js'
import type { Store } from '../../../src/store/open-store.js'
import { discardDraft } from '../../../src/usecases/filing/discard-draft.js'
import { fileCase } from '../../../src/usecases/filing/file-case.js'
import { openFiling } from '../../../src/usecases/filing/open-filing.js'
import { refreshFiling } from '../../../src/usecases/filing/refresh-filing.js'
import { saveDraft } from '../../../src/usecases/filing/save-draft.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'
import { smallWorld } from '../../support/world.js'

const complete: DraftValues = {
  title: 'Mail is late', categoryId: 'gmail-delayed', productId: 'google-workspace', answers: { 'delayed-what': 'It is late.', 'delayed-who': 'all' },
}

/** Mei has an account on each domain; she opened a form on hikari. */
async function meiOnTwoDomains(store: Store) {
  const small = await smallWorld(store)
  const { world, deps, hikari, boreal } = small
  const slackUserId = 'UMEI'
  const onHikari = await world.account('mei@hikari.example', hikari, { name: 'Mei', slackUserId })
  const onBoreal = await world.account('mei@boreal.example', boreal, { name: 'Mei', personEmail: 'mei@hikari.example', slackUserId })
  const { draftId } = await openFiling(deps, onHikari, { origin: { how: 'command' }, customerWords: 'acme.example', deliveryKey: 'k1' })
  await saveDraft(deps, onHikari, { draftId, values: complete })
  const touches = (actor: typeof onHikari): [string, () => Promise<unknown>][] => [
    ['submit', () => fileCase(deps, actor, { draftId, values: { title: 'forged' } })],
    ['refresh', () => refreshFiling(deps, actor, { draftId, values: { title: 'forged' } })],
    ['save', () => saveDraft(deps, actor, { draftId, values: { title: 'forged' } })],
    ['discard', () => discardDraft(deps, actor, { draftId })],
    ['go on', () => openFiling(deps, actor, { draftId, origin: { how: 'home' }, deliveryKey: 'k2' })],
  ]
  return { ...small, store, onHikari, onBoreal, draftId, touches }
}

const otherAccount = { code: 'other_account', domain: 'hikari.example', signedIn: 'boreal.example' }

describe('a form that was opened before a switch of domain (SCOPE-1)', () => { eachStore((_name, fresh) => {
  it('names both domains and changes nothing, and is filed after switching back', async () => {
    const { store, deps, hikari, onHikari, onBoreal, draftId, touches } = await meiOnTwoDomains(await fresh())
    await expectNoRowsWritten(store, async () => {
      for (const [what, touch] of touches(onBoreal)) expect([what, await refusalOf(touch())]).toEqual([what, otherAccount])
    })
    const { number } = await fileCase(deps, onHikari, { draftId, values: {} })
    expect(await store.db.case.findMany()).toMatchObject([{ number, title: 'Mail is late', filedByOrgId: hikari }])
    expect(await refusalOf(fileCase(deps, onBoreal, { draftId, values: {} }))).toEqual(otherAccount)
  })

  it('says so before what the account signed in now may not do', async () => {
    const { store, onBoreal, touches } = await meiOnTwoDomains(await fresh())
    await store.db.accountRole.deleteMany({ where: { accountId: onBoreal.accountId } })
    for (const [what, touch] of touches({ ...onBoreal, privileges: new Set() })) expect([what, await refusalOf(touch())]).toEqual([what, otherAccount])
  })

  it('is anybody else\'s as little as one that does not exist', async () => {
    const { store, sven, touches } = await meiOnTwoDomains(await fresh())
    const stranger = { ...sven, slack: { ...sven.slack, teamId: 'T2', userId: 'UMEI' } }
    await expectNoRowsWritten(store, async () => {
      for (const actor of [sven, stranger]) {
        for (const [what, touch] of touches(actor)) expect([what, await refusalOf(touch())]).toEqual([what, { code: 'draft_gone' }])
      }
    })
  })

  it('of an account that was suspended is gone: there is nothing to switch to', async () => {
    const { store, onHikari, onBoreal, draftId, deps } = await meiOnTwoDomains(await fresh())
    await store.db.account.update({ where: { id: onHikari.accountId }, data: { status: 'SUSPENDED' } })
    expect(await refusalOf(fileCase(deps, onBoreal, { draftId, values: {} }))).toEqual({ code: 'draft_gone' })
  })
}) })

describe('access withdrawn while the form is open', () => { eachStore((_name, fresh) => {
  it('refuses at submit with the reason, and keeps what was typed (ACCESS-3, ACCESS-4)', async () => {
    const { world, deps, aiko, acme, hikari } = await smallWorld(await fresh())
    const { store } = world
    const subscriptionId = await world.subscription(acme.id, { productId: 'google-voice', seller: 'GOOGLE' })
    await world.ledger(acme.id, hikari, { change: 'CONSENT', subscriptionId, at: world.hoursAgo(60), basis: 'MANAGER' })
    await world.ledger(acme.id, hikari, { change: 'GRANT', subscriptionId, at: world.hoursAgo(50), effectiveAt: world.hoursAgo(26) })
    const voice: DraftValues = { title: 'Silent calls', productId: 'google-voice', categoryId: 'voice-calls', answers: { 'calls-what': 'silence' } }
    const { draftId, products } = await openFiling(deps, aiko, { origin: { how: 'command' }, customerWords: 'acme.example', deliveryKey: 'k1' })
    expect(products.find(({ id }) => id === 'google-voice')).toMatchObject({ block: null })
    const submit = () => fileCase(deps, aiko, { draftId, values: voice })

    await world.ledger(acme.id, hikari, { change: 'GRANT_WITHDRAWN', subscriptionId, at: world.now })
    expect(await refusalOf(submit())).toMatchObject({ code: 'access_missing', customerId: acme.id, block: { reason: 'grant_missing' } })
    await world.ledger(acme.id, hikari, { change: 'CONSENT_WITHDRAWN', subscriptionId, at: world.now, basis: 'MANAGER' })
    expect(await refusalOf(submit())).toMatchObject({ code: 'access_missing', block: { reason: 'consent_missing' } })
    await world.ledger(acme.id, hikari, { change: 'SWITCH_OFF', at: world.now })
    expect(await refusalOf(submit())).toMatchObject({ code: 'access_missing', block: { reason: 'switch_off' } })

    expect(await store.db.draft.findUniqueOrThrow({ where: { id: draftId } })).toMatchObject({ state: 'OPEN', values: { title: 'Silent calls', answers: { 'calls-what': 'silence' } } })
    expect(await store.db.case.count()).toBe(0)
    expect(await store.db.outbox.count()).toBe(0)
  })
}) })
