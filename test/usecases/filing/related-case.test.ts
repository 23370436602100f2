import { describe, expect, it } from 'vitest'
import type { AccountActor } from '../../../src/domain/actor.js'
import type { DraftValues } from '../../../src/domain/cases/draft.js'
import type { Store } from '../../../src/store/open-store.js'
import { decideApproval } from '../../../src/usecases/approvals/decide-approval.js'
import { showCase } from '../../../src/usecases/cases/show-case.js'
import { fileCase } from '../../../src/usecases/filing/file-case.js'
import { openFiling } from '../../../src/usecases/filing/open-filing.js'
import { refreshFiling } from '../../../src/usecases/filing/refresh-filing.js'
import { caseWorld } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'

const origin = { how: 'button' } as const
const typed: DraftValues = { title: 'It is late again', answers: { 'delayed-what': 'It is late.', 'delayed-who': 'all' } }

/** A closed case of Acme, and somebody who presses *File a related case* on it. */
async function closed(store: Store) {
  const small = await caseWorld(store)
  const { deps } = small
  const old = await small.filed('CLOSED', { severity: 'P2' })
  const open = (actor: AccountActor, relatedTo = old) => openFiling(deps, actor, { origin, relatedTo, deliveryKey: small.key() })
  const submit = (actor: AccountActor, draftId: string, values = typed) => fileCase(deps, actor, { draftId, values })
  return { ...small, old, open, submit }
}

describe('a related case (CASE-6)', () => { eachStore((_name, fresh) => {
  it('begins with customer, product, category and severity of the other', async () => {
    const { deps, aiko, acme, old, open } = await closed(await fresh())
    const form = await open(aiko)
    expect(form).toMatchObject({
      related: { number: old, title: 'Mail is late' }, customer: { id: acme.id }, category: { id: 'gmail-delayed' },
      values: { customerId: acme.id, productId: 'google-workspace', categoryId: 'gmail-delayed', severity: 'P2', relatedCaseNumber: old, language: 'ja', timeZone: 'Asia/Tokyo' },
    })
    expect(form.values).not.toHaveProperty('title')
    expect(await refreshFiling(deps, aiko, { draftId: form.draftId, values: { title: 'Again' } })).toMatchObject({ related: { number: old } })
    expect(await openFiling(deps, aiko, { origin, draftId: form.draftId, deliveryKey: 'on' })).toMatchObject({ related: { number: old } })
  })

  it('links both when it is filed, once', async () => {
    const { world, deps, ben, old, open, submit, row, history, audited, sent } = await closed(await fresh())
    const { draftId } = await open(ben)
    world.pass(1)
    const before = await row(old)
    const { number } = await submit(ben, draftId)
    expect(await row(number)).toMatchObject({ relatedCaseNumber: old, severity: 'P2' })
    expect(await history(old)).toMatchObject([{ kind: 'LINKED', audience: 'CASE', authorName: 'Ben', text: null, data: { related: number } }])
    expect(await row(old)).toMatchObject({ state: 'CLOSED', closedAt: before.closedAt, version: before.version + 1, updatedAt: world.now })
    expect(await audited(old)).toMatchObject([{ action: 'case.linked', actorId: ben.accountId, after: { related: number } }])
    expect(await sent()).toEqual(['case_card channel:C-UPDATES', 'case_card channel:C-UPDATES', `case_filed person:${ben.slack.userId}`, 'case_update channel:C-UPDATES'])
    expect((await showCase(deps, ben, { number: old })).links).toEqual([{ number, title: 'It is late again' }])
    expect((await showCase(deps, ben, { number })).links).toEqual([{ number: old, title: 'Mail is late' }])
    expect(await submit(ben, draftId)).toMatchObject({ number, already: true })
    expect(await history(old)).toHaveLength(1)
  })

  it('is a customer’s to file too, for a case that its reseller filed', async () => {
    const { petra, old, open, submit, row, history } = await closed(await fresh())
    const { draftId, own } = await open(petra)
    expect(own).toBe(true)
    const { number } = await submit(petra, draftId)
    expect(await row(number)).toMatchObject({ kind: 'DIRECT', relatedCaseNumber: old })
    expect(await history(old)).toMatchObject([{ kind: 'LINKED', authorName: 'Petra' }])
  })

  it('is refused of a case that is not the actor’s to touch, with nothing written', async () => {
    const { world, deps, aiko, nova, sven, paul, kim, old, open, filed, accessOff } = await closed(await fresh())
    const waiting = await filed('PENDING_APPROVAL')
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(open(sven))).toEqual({ code: 'case_not_found', words: String(old) })
      expect(await refusalOf(open(aiko, 9999))).toEqual({ code: 'case_not_found', words: '9999' })
      expect(await refusalOf(open(kim))).toEqual({ code: 'filing_for_resellers_only' })
      for (const without of [nova, paul]) expect(await refusalOf(open(without))).toMatchObject({ code: 'privileges_missing' })
      expect(await refusalOf(open(aiko, waiting))).toEqual({ code: 'case_waits', number: waiting })
    })
    await accessOff()
    await expectNoRowsWritten(world.store, async () => expect(await refusalOf(open(aiko))).toMatchObject({ code: 'case_locked', number: old }))
    expect(await deps.store.db.draft.count()).toBe(0)
  })

  it('is opened once by one delivery', async () => {
    const { world, deps, aiko, old } = await closed(await fresh())
    const again = () => openFiling(deps, aiko, { origin, relatedTo: old, deliveryKey: 'same' })
    const first = await again()
    await expectNoRowsWritten(world.store, async () => expect((await again()).draftId).toBe(first.draftId))
  })

  it('is filed without the link when the other is not the filer’s to see any more, or of another customer', async () => {
    const { db, world, aiko, hikari, old, open, submit, row, history } = await closed(await fresh())
    const { draftId } = await open(aiko)
    await db.case.update({ where: { number: old }, data: { managedAtFilingId: null } })
    expect(await row((await submit(aiko, draftId)).number)).toMatchObject({ relatedCaseNumber: null })
    await db.case.update({ where: { number: old }, data: { managedAtFilingId: hikari } })
    const globex = await world.customer('globex.example', hikari)
    const other = await open(aiko)
    expect(await row((await submit(aiko, other.draftId, { ...typed, customerId: globex.id })).number)).toMatchObject({ customerId: globex.id, relatedCaseNumber: null })
    expect(await history(old)).toEqual([])
  })

  it('begins without a category that nothing is filed under any more', async () => {
    const { db, aiko, open } = await closed(await fresh())
    await db.category.update({ where: { id: 'gmail-delayed' }, data: { active: false } })
    const form = await open(aiko)
    expect(form.category).toBeNull()
    expect(form.values).not.toHaveProperty('categoryId')
    expect(form.values).toMatchObject({ productId: 'google-workspace' })
  })

  it('is linked when a manager approved it, in the name of who filed it, and not before', async () => {
    const { db, deps, world, hikari, aiko, dana, old, open, submit, row, history, key } = await closed(await fresh())
    await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { p1NeedsApproval: true } })
    const { draftId } = await open(aiko)
    const { number, waitsFor } = await submit(aiko, draftId, { ...typed, severity: 'P1' })
    expect(waitsFor).toEqual(['Dana'])
    expect(await row(number)).toMatchObject({ state: 'PENDING_APPROVAL', relatedCaseNumber: null })
    expect(await history(old)).toEqual([])
    world.pass(1)
    const { id: approvalId } = await db.approval.findFirstOrThrow({ where: { kind: 'P1_FILING' } })
    await decideApproval(deps, dana, { approvalId, decision: 'APPROVE', comment: '', deliveryKey: key() })
    expect(await row(number)).toMatchObject({ state: 'NEW', relatedCaseNumber: old })
    expect(await history(old)).toMatchObject([{ kind: 'LINKED', authorName: 'Aiko', data: { related: number } }])
  })
}) })
