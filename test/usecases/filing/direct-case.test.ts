import { describe, expect, it } from 'vitest'
import type { DraftValues } from '../../../src/domain/cases/draft.js'
import type { Store } from '../../../src/store/open-store.js'
import { openHome } from '../../../src/usecases/open-home.js'
import { fileCase } from '../../../src/usecases/filing/file-case.js'
import { openFiling } from '../../../src/usecases/filing/open-filing.js'
import { refreshFiling } from '../../../src/usecases/filing/refresh-filing.js'
import { caseWorld } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'

const origin = { how: 'command', channelId: 'C1' } as const
const complete: DraftValues = {
  title: 'Mail is late', categoryId: 'gmail-delayed', productId: 'google-workspace', severity: 'P1',
  answers: { 'delayed-what': 'It is late.', 'delayed-who': 'all' },
}

/** Petra of Acme has the form open. */
async function opened(store: Store) {
  const small = await caseWorld(store)
  const form = await openFiling(small.deps, small.petra, { origin, deliveryKey: 'k1' })
  const submit = (values: DraftValues = complete) => fileCase(small.deps, small.petra, { draftId: form.draftId, values })
  return { ...small, form, submit }
}

describe('a customer’s own case (SCOPE-4)', () => { eachStore((_name, fresh) => {
  it('is filed for its organization, without choosing it, whatever was typed', async () => {
    const { deps, petra, acme, form } = await opened(await fresh())
    const customer = { id: acme.id, name: 'Acme', domain: 'acme.example', access: 'open', block: null }
    expect(form).toMatchObject({ own: true, customer, values: { customerId: acme.id, language: 'ja', timeZone: 'Asia/Tokyo', productId: 'google-workspace' } })
    const other = await openFiling(deps, petra, { origin, customerWords: 'hooli.example', deliveryKey: 'k2' })
    expect(other).toMatchObject({ own: true, customer })
    expect(other).not.toHaveProperty('customerWords')
    expect(await refreshFiling(deps, petra, { draftId: form.draftId, values: { title: 'Mail is late', productId: '' } })).toMatchObject({ own: true, customer })
  })

  it('is direct, of whoever manages the customer now, asks no manager, and is told in the reseller’s channel', async () => {
    const { db, world, hikari, acme, petra, dana, aiko, submit, sent } = await opened(await fresh())
    await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { p1NeedsApproval: true, desk: 'PORTAL' } })
    expect(dana.privileges.has('DECIDE_REQUESTS')).toBe(true)
    const { number, waitsFor } = await submit()
    expect(waitsFor).toEqual([])
    expect(await db.case.findUniqueOrThrow({ where: { number }, include: { events: true } })).toMatchObject({
      kind: 'DIRECT', customerId: acme.id, filedByOrgId: acme.organizationId, filedById: petra.accountId, filedByName: 'Petra', ownerId: petra.accountId,
      managedAtFilingId: hikari, state: 'NEW', severity: 'P1', desk: 'PORTAL', deskSince: world.now, portalWaitsSince: world.now,
      events: [{ kind: 'FILED', authorId: petra.accountId, authorOrgId: acme.organizationId }],
    })
    expect(await db.audit.findMany({ where: { action: 'case.filed' } })).toMatchObject([{ actorId: petra.accountId, subjectId: String(number) }])
    expect((await sent()).filter((row) => row !== `case_news person:${aiko.slack.userId}`)).toEqual(['case_card channel:C-UPDATES', `case_filed person:${petra.slack.userId}`])
    expect(await submit()).toEqual({ number, already: true, waitsFor: [] })
  })

  it('needs no reseller, and has the built-in desk and no channel then', async () => {
    const { db, acme, petra, submit, sent } = await opened(await fresh())
    await db.customer.update({ where: { id: acme.id }, data: { resellerId: null } })
    const { number } = await submit({ ...complete, severity: 'P3' })
    expect(await db.case.findUniqueOrThrow({ where: { number } })).toMatchObject({ kind: 'DIRECT', managedAtFilingId: null, desk: 'BUILT_IN' })
    expect(await sent()).toEqual([`case_filed person:${petra.slack.userId}`])
  })

  it('is filed for what it holds, whoever sold it and whatever its reseller may', async () => {
    const { db, acme, accessOff, submit } = await opened(await fresh())
    await accessOff()
    await db.subscription.updateMany({ where: { customerId: acme.id }, data: { seller: 'GOOGLE' } })
    expect(await refusalOf(submit({ ...complete, productId: 'google-voice', categoryId: 'voice-calls', answers: { 'calls-what': 'It crackles.' } })))
      .toMatchObject({ code: 'access_missing', customerId: acme.id, block: { reason: 'no_subscription' } })
    expect(await submit()).toMatchObject({ already: false })
  })

  it('is refused for what is not held any more, and keeps what was typed', async () => {
    const { deps, db, petra, acme, form, submit } = await opened(await fresh())
    await db.subscription.updateMany({ where: { customerId: acme.id }, data: { status: 'SUSPENDED' } })
    expect(await refusalOf(submit())).toMatchObject({ code: 'access_missing', block: { reason: 'subscription_not_active', status: 'SUSPENDED' } })
    expect(await openFiling(deps, petra, { origin, draftId: form.draftId, deliveryKey: 'k3' })).toMatchObject({ own: true, values: { title: 'Mail is late' }, customer: { access: 'locked' } })
    expect(await db.case.count({ where: { kind: 'DIRECT' } })).toBe(0)
  })

  it('is refused to who may not, and of every other organization, with nothing written', async () => {
    const { deps, world, paul, kim, petra, hooli, form } = await opened(await fresh())
    const stranger = await world.account('sam@nobody.example', await world.organization('nobody.example', { kind: 'CUSTOMER' }), { privileges: ['SUPPORT'] })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(openFiling(deps, paul, { origin, deliveryKey: 'p' }))).toMatchObject({ code: 'privileges_missing', missing: ['SUPPORT'] })
      expect(await refusalOf(openFiling(deps, kim, { origin, deliveryKey: 'd' }))).toEqual({ code: 'filing_for_resellers_only' })
      expect(await refusalOf(openFiling(deps, stranger, { origin, deliveryKey: 's' }))).toEqual({ code: 'customer_not_found' })
      expect(await refusalOf(openFiling(deps, petra, { origin, customerId: hooli.id, deliveryKey: 'o' }))).toEqual({ code: 'customer_not_found' })
      for (const other of [paul, kim]) await refusalOf(fileCase(deps, other, { draftId: form.draftId, values: complete }))
    })
    const foreign = await refusalOf(fileCase(deps, petra, { draftId: form.draftId, values: { ...complete, customerId: hooli.id } }))
    expect(foreign).toEqual({ code: 'customer_not_found' })
    expect(await world.store.db.case.count()).toBe(0)
  })

  it('is offered on Home to who may file it', async () => {
    const { deps, petra, paul, kim, aiko, nova } = await opened(await fresh())
    expect(await Promise.all([petra, paul, kim, aiko, nova].map(async (who) => (await openHome(deps, who)).mayFile))).toEqual([true, false, false, true, false])
  })
}) })
