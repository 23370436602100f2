import { describe, expect, it } from 'vitest'
import { decideApproval } from '../../../src/usecases/approvals/decide-approval.js'
import { openFile } from '../../../src/usecases/files/open-file.js'
import { requestRemoval } from '../../../src/usecases/files/request-removal.js'
import { showCase } from '../../../src/usecases/cases/show-case.js'
import { inChannel } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'
import { fileWorld } from './file-world.js'

describe('asking for a file’s removal (CASE-4, APPROVAL-1)', () => { eachStore((_kind, fresh) => {
  async function start() {
    const world = await fileWorld(await fresh())
    const number = await world.filed()
    const id = await world.attached(number, world.ben)
    const ask = (actor: typeof world.ben, more: { reason?: string; deliveryKey?: string } = {}) =>
      requestRemoval(world.deps, actor, { attachmentId: id, reason: 'It names people.', deliveryKey: world.key(), ...more })
    const pending = () => world.db.approval.findFirstOrThrow({ where: { kind: 'ATTACHMENT_REMOVAL', state: 'PENDING' } })
    const decide = async (decision: 'APPROVE' | 'DECLINE', actor = world.kim) =>
      decideApproval(world.deps, actor, { approvalId: (await pending()).id, decision, comment: 'Looked at it.', deliveryKey: world.key() })
    return { ...world, number, id, ask, pending, decide }
  }

  it('asks the desk, which takes the file away: its content goes, and the history says so', async () => {
    const { deps, aiko, ben, kim, number, id, ask, pending, decide, file, sent, history, row } = await start()
    const { sha256 } = await file(id)
    expect(await ask(ben)).toMatchObject({ name: 'log.txt', waitsFor: ['Kim', 'Lee'], already: false })
    expect(await pending()).toMatchObject({ caseNumber: number, requesterId: ben.accountId, payload: { attachmentId: id, caseNumber: number, fileName: 'log.txt', reason: 'It names people.' } })
    await sent()
    const before = await row(number)
    expect(await decide('APPROVE')).toMatchObject({ outcome: 'approved' })
    expect(await file(id)).toMatchObject({ state: 'WITHDRAWN', sha256: null })
    expect((await history(number)).at(-1)).toMatchObject({ kind: 'ATTACHMENT', authorName: 'Kim', data: { what: 'removed', files: [{ id, name: 'log.txt' }] } })
    expect(await row(number)).toMatchObject({ version: before.version + 1 })
    expect(await sent()).toEqual(expect.arrayContaining([...inChannel, `drop_file file:${sha256}`, `case_news person:${aiko.slack.userId}`, `approval_outcome person:${ben.slack.userId}`]))
    expect(await showCase(deps, kim, { number })).toMatchObject({ attachments: [], attachmentCount: 0 })
  })

  it('leaves the file where it is when the desk declines', async () => {
    const { ben, id, ask, decide, file } = await start()
    await ask(ben)
    expect(await decide('DECLINE')).toMatchObject({ outcome: 'declined' })
    expect(await file(id)).toMatchObject({ state: 'RELEASED' })
    expect(await ask(ben)).toMatchObject({ already: false })
  })

  it('says so when it has become impossible meanwhile (APPROVAL-4)', async () => {
    const { db, deps, ben, kim, number, id, ask, pending, decide } = await start()
    await ask(ben)
    await db.account.update({ where: { id: ben.accountId }, data: { status: 'SUSPENDED' } })
    expect(await decide('APPROVE')).toMatchObject({ outcome: 'closed', approval: { closedBecause: 'requester_may_not' } })
    await db.account.update({ where: { id: ben.accountId }, data: { status: 'ACTIVE' } })
    await ask(ben)
    await db.attachment.update({ where: { id }, data: { state: 'WITHDRAWN' } })
    const { id: approvalId } = await pending()
    expect(await decideApproval(deps, kim, { approvalId, decision: 'APPROVE', comment: '', deliveryKey: 'late' })).toMatchObject({ outcome: 'closed', approval: { closedBecause: 'file_gone' } })
    expect(await db.caseEvent.count({ where: { caseNumber: number, kind: 'ATTACHMENT' } })).toBe(1)
  })

  it('takes nothing away for a domain whose access was turned off meanwhile (ACCESS-1)', async () => {
    const { ben, id, ask, decide, file, accessOff } = await start()
    await ask(ben)
    await accessOff()
    expect(await decide('APPROVE')).toMatchObject({ outcome: 'closed', approval: { closedBecause: 'access_missing' } })
    expect(await file(id)).toMatchObject({ state: 'RELEASED' })
  })

  it('is asked once: again by the same delivery, and by a colleague while it waits', async () => {
    const { world, deps, aiko, ben, id, ask } = await start()
    await ask(ben, { deliveryKey: 'press' })
    await expectNoRowsWritten(world.store, async () => {
      expect(await ask(ben, { deliveryKey: 'press' })).toMatchObject({ already: true })
      expect(await refusalOf(ask(aiko))).toEqual({ code: 'request_waits', kind: 'ATTACHMENT_REMOVAL', at: world.now, asked: ['Kim', 'Lee'] })
      expect(await refusalOf(openFile(deps, aiko, { attachmentId: id, action: 'requestRemoval' }))).toMatchObject({ code: 'request_waits' })
    })
  })

  it('is refused to the desk and to strangers, without a reason, of a file nobody got, and where the desk answers in a portal', async () => {
    const { world, db, deps, ben, kim, sven, nova, number, id, ask, attached, key } = await start()
    const held = await attached(number, ben, 'HELD')
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(ask(kim))).toEqual({ code: 'team_only', number })
      expect(await refusalOf(ask(sven))).toEqual({ code: 'file_gone' })
      expect(await refusalOf(ask(nova))).toMatchObject({ code: 'privileges_missing' })
      expect(await refusalOf(ask(ben, { reason: 'It has jane@acme.example in it' }))).toMatchObject({ code: 'form', problems: [{ field: 'reason', problem: 'personal_data' }] })
      expect(await refusalOf(ask(ben, { reason: ' ' }))).toEqual({ code: 'form', problems: [{ field: 'reason', problem: 'required' }] })
      expect(await refusalOf(requestRemoval(deps, ben, { attachmentId: held, reason: 'x', deliveryKey: key() }))).toEqual({ code: 'file_not_here', name: 'log.txt', state: 'HELD' })
    })
    await db.account.updateMany({ where: { id: { in: [kim.accountId] } }, data: { status: 'SUSPENDED' } })
    await db.account.updateMany({ where: { name: 'Lee' }, data: { status: 'SUSPENDED' } })
    expect(await expectNoRowsWritten(world.store, () => refusalOf(ask(ben)))).toMatchObject({ code: 'nobody_to_decide', kind: 'ATTACHMENT_REMOVAL' })
    await db.case.update({ where: { number }, data: { desk: 'PORTAL' } })
    expect(await expectNoRowsWritten(world.store, () => refusalOf(ask(ben)))).toEqual({ code: 'removal_in_portal', number })
    expect(id).not.toBe(held)
  })
}) })
