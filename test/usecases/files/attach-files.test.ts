import { addMinutes } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { showCase } from '../../../src/usecases/cases/show-case.js'
import { portalCopy } from '../../../src/usecases/desk/portal-copy.js'
import { recordPortalNumber } from '../../../src/usecases/desk/record-portal-number.js'
import { attachFiles } from '../../../src/usecases/files/attach-files.js'
import { withdrawFile } from '../../../src/usecases/files/withdraw-file.js'
import { inChannel } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'
import { fileWorld, slackFile } from './file-world.js'

describe('attaching files (CASE-2, CASE-4)', () => { eachStore((_kind, fresh) => {
  it('adds them to be fetched; until they are searched their author alone is shown them, and nobody is told', async () => {
    const { world, deps, aiko, ben, pia, kim, filed, on, row, files, history, audited, sent } = await fileWorld(await fresh())
    const number = await filed('NEW', { deskOwnerId: kim.accountId })
    const before = await row(number)
    world.now = addMinutes(world.now, 5)
    expect(await attachFiles(deps, ben, { ...on(number), files: [slackFile('F1'), slackFile('F2'), slackFile('F1')] })).toMatchObject({ number, already: false, waitsFor: [] })
    expect(await files(number)).toMatchObject([
      { slackFileId: 'F1', state: 'CHECKING', addedById: ben.accountId, addedAt: world.now, sha256: null }, { slackFileId: 'F2', state: 'CHECKING' },
    ])
    expect(await sent()).toEqual((await files(number)).map(({ id }) => `fetch_attachment attachment:${id}`))
    expect(await row(number)).toEqual(before)
    expect(await history(number)).toEqual([])
    expect(await audited(number)).toMatchObject([{ action: 'case.files_attached', actorId: ben.accountId }])
    expect((await showCase(deps, ben, { number })).attachments).toMatchObject([{ name: 'F1.txt', state: 'CHECKING', may: ['withdraw'] }, { name: 'F2.txt' }])
    for (const other of [aiko, pia, kim]) expect(await showCase(deps, other, { number })).toMatchObject({ attachments: [], attachmentCount: 0 })
  })

  it('tells of all that were added together once, when the last is settled, in their author’s name', async () => {
    const { deps, ben, kim, filed, on, row, files, searched, history, sent, tells, db, world } = await fileWorld(await fresh())
    const number = await filed('NEW', { deskOwnerId: kim.accountId })
    await db.caseShare.create({ data: { caseNumber: number, email: 'jo@acme.example', addedAt: world.now } })
    await attachFiles(deps, ben, { ...on(number), files: [slackFile('F1'), slackFile('F2'), slackFile('F3')] })
    const [first, second, third] = (await files(number)).map(({ id }) => id) as [string, string, string]
    await sent()
    await searched(first, 'RELEASED')
    await searched(second, 'HELD')
    expect(await history(number)).toEqual([])
    expect(await sent()).toEqual([`file_held person:${ben.slack.userId}`])
    await searched(third, 'NOT_SEARCHED')
    expect(await history(number)).toMatchObject([{
      kind: 'ATTACHMENT', audience: 'CASE', authorName: 'Ben', data: { what: 'added', files: [{ id: first, name: 'F1.txt' }, { id: third, name: 'F3.txt' }] },
    }])
    expect(await row(number)).toMatchObject({ version: 2 })
    expect(await sent()).toEqual([...inChannel, tells(kim), 'share_update email:jo@acme.example'].sort())
    expect(await showCase(deps, kim, { number })).toMatchObject({ attachments: [{ id: first, may: ['get'], findings: [] }, { id: third }], attachmentCount: 2 })
  })

  it('tells the desk nothing of what the desk itself attached', async () => {
    const { filed, attached, kim, lee, history, world, db } = await fileWorld(await fresh())
    const number = await filed('IN_PROGRESS', { deskOwnerId: lee.accountId })
    await attached(number, kim)
    expect(await history(number)).toMatchObject([{ kind: 'ATTACHMENT', authorName: 'Kim' }])
    expect(await db.outbox.count({ where: { kind: 'case_news' } })).toBe(0)
    expect(world.now).toEqual((await history(number))[0]!.at)
  })

  it('is carried to the web portal later, when a filing’s file was fetched after the portal’s number was recorded (CASE-9)', async () => {
    const { world, deps, db, aiko, filed, on, row, searched, history } = await fileWorld(await fresh())
    const number = await filed('NEW', { desk: 'PORTAL' })
    await db.attachment.create({ data: { id: 'late', caseNumber: number, name: 'late.log', mimeType: 'text/plain', size: 1, addedById: aiko.accountId, addedAt: world.now } })
    await recordPortalNumber(deps, aiko, { ...on(number), portalNumber: 'C-1' })
    world.now = addMinutes(world.now, 5)
    await searched('late', 'RELEASED')
    expect(await row(number)).toMatchObject({ portalWaitsSince: world.now })
    expect((await history(number)).at(-1)).toMatchObject({ kind: 'ATTACHMENT', authorName: 'Aiko', data: { what: 'added', files: [{ id: 'late', name: 'late.log' }] } })
    expect((await portalCopy(deps, aiko, { number })).entries).toMatchObject([{ kind: 'ATTACHMENT' }])
  })

  it('counts a filing’s files on the card as they are released, without overtaking anybody’s form', async () => {
    const { db, world, filed, row, searched, history, sent, aiko } = await fileWorld(await fresh())
    const number = await filed()
    await db.caseCard.create({ data: { caseNumber: number, channel: 'C-UPDATES', channelId: 'C-UPDATES', ts: '1.1', shownVersion: 1 } })
    await db.attachment.create({ data: { id: 'with-1', caseNumber: number, slackFileId: 'F9', name: 'a.txt', mimeType: 'text/plain', size: 1, addedById: aiko.accountId, addedAt: world.now } })
    await sent()
    await searched('with-1', 'RELEASED')
    expect(await sent()).toEqual(['case_card channel:C-UPDATES'])
    expect(await db.caseCard.findMany()).toMatchObject([{ shownVersion: 0 }])
    expect(await history(number)).toEqual([])
    expect(await row(number)).toMatchObject({ version: 1 })
  })

  it('adds one anew that could not be fetched, or was taken back, whoever tries again', async () => {
    const { world, deps, db, aiko, ben, filed, attached, on, file, files, searched, history, sent, key } = await fileWorld(await fresh())
    const number = await filed()
    const failed = await attached(number, aiko, 'CHECKING')
    await db.attachment.update({ where: { id: failed }, data: { state: 'FAILED', error: 'unreachable' } })
    const held = await attached(number, ben, 'HELD')
    await withdrawFile(deps, ben, { attachmentId: held, deliveryKey: key() })
    const again = (await Promise.all([failed, held].map(file))).map(({ slackFileId }) => slackFile(slackFileId!))
    await sent()
    world.now = addMinutes(world.now, 5)
    await attachFiles(deps, ben, { ...on(number), files: again })
    for (const id of [failed, held]) expect(await file(id)).toMatchObject({ state: 'WITHDRAWN', slackFileId: null })
    const added = (await files(number)).filter(({ state }) => state === 'CHECKING')
    expect(added).toMatchObject(again.map(({ slackFileId }) => ({ slackFileId, addedById: ben.accountId, addedAt: world.now })))
    expect(await sent()).toEqual(added.map(({ id }) => `fetch_attachment attachment:${id}`).sort())
    for (const { id } of added) await searched(id, 'RELEASED')
    expect(await history(number)).toMatchObject([{ authorName: 'Ben', data: { what: 'added', files: added.map(({ id }) => ({ id })) } }])
  })

  it('adds a file of Slack’s to a case once, and a second delivery adds nothing', async () => {
    const { deps, ben, filed, on, files } = await fileWorld(await fresh())
    const number = await filed()
    const verb = on(number)
    await attachFiles(deps, ben, { ...verb, files: [slackFile('F1')] })
    await expectNoRowsWritten(deps.store, async () => {
      expect(await attachFiles(deps, ben, { ...verb, files: [slackFile('F2')] })).toMatchObject({ already: true })
    })
    await attachFiles(deps, ben, { ...on(number), files: [slackFile('F1'), slackFile('F3')] })
    expect((await files(number)).map(({ slackFileId }) => slackFileId)).toEqual(['F1', 'F3'])
  })

  it('is refused to who may not, and of cases that take no files', async () => {
    const { deps, nova, sven, paul, kim, ben, filed, on, accessOff, world } = await fileWorld(await fresh())
    const number = await filed()
    const closed = await filed('CLOSED')
    const attach = (actor: typeof ben, to = number) => refusalOf(attachFiles(deps, actor, { ...on(to), files: [slackFile('F1')] }))
    await expectNoRowsWritten(world.store, async () => {
      expect(await attach(nova)).toMatchObject({ code: 'privileges_missing' })
      expect(await attach(paul)).toMatchObject({ code: 'privileges_missing' })
      expect(await attach(sven)).toEqual({ code: 'case_not_found', words: String(number) })
      expect(await attach(ben, closed)).toMatchObject({ code: 'case_closed' })
    })
    const portal = await filed('NEW', { desk: 'PORTAL' })
    expect(await expectNoRowsWritten(world.store, () => attach(kim, portal))).toMatchObject({ code: 'desk_in_portal' })
    const waiting = await filed('PENDING_APPROVAL')
    expect(await attach(ben, waiting)).toMatchObject({ code: 'case_waits' })
    await accessOff()
    expect(await expectNoRowsWritten(world.store, () => attach(ben))).toMatchObject({ code: 'case_locked' })
  })

  it('says what is wrong with the files, and asks about personal data in their names', async () => {
    const { deps, ben, filed, on, files, audited, world } = await fileWorld(await fresh())
    const number = await filed()
    const verb = on(number)
    const attach = (chosen: Parameters<typeof attachFiles>[2]['files'], confirmation?: { reason: string; digest: string }) => attachFiles(deps, ben, { ...verb, files: chosen, confirmation })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(attach([]))).toEqual({ code: 'form', problems: [{ field: 'attachments', problem: 'required' }] })
      expect(await refusalOf(attach(Array.from({ length: 11 }, (_, i) => slackFile(`F${i}`))))).toEqual({ code: 'form', problems: [{ field: 'attachments', problem: 'too_many', max: 10 }] })
      expect(await refusalOf(attach([slackFile('F1', { size: 10_000_001 })]))).toEqual({ code: 'form', problems: [{ field: 'attachments', problem: 'too_large', maxBytes: 10_000_000 }] })
    })
    const named = [slackFile('F1', { name: 'jane.doe@acme.example inbox.txt' })]
    const asked = await expectNoRowsWritten(world.store, () => refusalOf(attach(named)))
    expect(asked).toMatchObject({ code: 'personal_data', findings: [{ place: 'attachments', kind: 'email' }] })
    await attach(named, { reason: 'It is a test mailbox.', digest: 'digest' in asked ? asked.digest : '' })
    expect(await files(number)).toMatchObject([{ name: 'jane.doe@acme.example inbox.txt' }])
    expect(await audited(number)).toMatchObject([{ after: { confirmed: { reason: 'It is a test mailbox.' } } }])
  })
}) })
