import { describe, expect, it } from 'vitest'
import { attachFiles } from '../../../src/usecases/files/attach-files.js'
import { getFile } from '../../../src/usecases/files/get-file.js'
import { openFile } from '../../../src/usecases/files/open-file.js'
import { releaseFile } from '../../../src/usecases/files/release-file.js'
import { withdrawFile } from '../../../src/usecases/files/withdraw-file.js'
import { showCase } from '../../../src/usecases/cases/show-case.js'
import { inChannel } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'
import { card, fileWorld, slackFile } from './file-world.js'

describe('a file that is held back (CASE-2)', () => { eachStore((_kind, fresh) => {
  it('is handed out by its author for a reason that is recorded, and told then', async () => {
    const { db, world, deps, ben, pia, kim, filed, attached, key, file, history, audited, sent, tells } = await fileWorld(await fresh())
    const number = await filed('NEW', { deskOwnerId: kim.accountId })
    await db.caseShare.create({ data: { caseNumber: number, email: 'jo@acme.example', addedAt: world.now } })
    const id = await attached(number, ben, 'HELD')
    expect(await openFile(deps, ben, { attachmentId: id, action: 'release' })).toEqual({ id, name: 'log.txt', number, findings: [card] })
    const release = { attachmentId: id, reason: ' A test card. ', deliveryKey: key() }
    expect(await releaseFile(deps, ben, release)).toMatchObject({ number, name: 'log.txt', already: false })
    expect(await file(id)).toMatchObject({ state: 'RELEASED', confirmation: 'A test card.' })
    expect(await history(number)).toMatchObject([{
      kind: 'ATTACHMENT', audience: 'CASE', authorName: 'Ben', data: { what: 'released', files: [{ id, name: 'log.txt' }], confirmed: { reason: 'A test card.' } },
    }])
    expect((await audited(number)).at(-1)).toMatchObject({ action: 'case.file_released', before: { state: 'HELD' }, after: { file: id, reason: 'A test card.' } })
    expect(await sent()).toEqual([...inChannel, tells(kim), 'share_update email:jo@acme.example'].sort())
    for (const actor of [pia, kim]) expect((await showCase(deps, actor, { number })).attachments).toMatchObject([{ id, findings: [] }])
    await expectNoRowsWritten(world.store, async () => {
      expect(await releaseFile(deps, ben, release)).toMatchObject({ already: true, name: 'log.txt' })
      expect(await refusalOf(releaseFile(deps, ben, { ...release, deliveryKey: key() }))).toEqual({ code: 'file_not_held', name: 'log.txt', state: 'RELEASED' })
    })
  })

  it('is withdrawn by its author: its content goes, and nobody is told', async () => {
    const { world, deps, ben, filed, attached, key, file, history, row, sent } = await fileWorld(await fresh())
    const number = await filed()
    const id = await attached(number, ben, 'HELD')
    const { sha256 } = await file(id)
    const withdraw = { attachmentId: id, deliveryKey: key() }
    expect(await withdrawFile(deps, ben, withdraw)).toMatchObject({ name: 'log.txt', already: false })
    expect(await file(id)).toMatchObject({ state: 'WITHDRAWN', sha256: null, findings: null })
    expect(await sent()).toEqual([`drop_file file:${sha256}`])
    expect(await history(number)).toEqual([])
    expect(await row(number)).toMatchObject({ version: 1 })
    await expectNoRowsWritten(world.store, async () => {
      expect(await withdrawFile(deps, ben, withdraw)).toMatchObject({ already: true })
      expect(await refusalOf(withdrawFile(deps, ben, { ...withdraw, deliveryKey: key() }))).toEqual({ code: 'file_gone' })
    })
  })

  it('keeps others that were added with it waiting no longer, once it is withdrawn unchecked', async () => {
    const { deps, ben, filed, on, key, files, searched, history } = await fileWorld(await fresh())
    const number = await filed()
    await attachFiles(deps, ben, { ...on(number), files: [slackFile('F1'), slackFile('F2')] })
    const [first, second] = (await files(number)).map(({ id }) => id) as [string, string]
    await searched(first, 'RELEASED')
    expect(await history(number)).toEqual([])
    await withdrawFile(deps, ben, { attachmentId: second, deliveryKey: key() })
    expect(await history(number)).toMatchObject([{ data: { what: 'added', files: [{ id: first }] } }])
  })

  it('is nothing to anybody else: no view, no button and no forged id tells that it is there', async () => {
    const { world, deps, aiko, ben, dana, pia, petra, kim, sven, nova, filed, attached, key } = await fileWorld(await fresh())
    const number = await filed()
    const id = await attached(number, ben, 'HELD')
    await expectNoRowsWritten(world.store, async () => {
      for (const other of [aiko, dana, pia, petra, kim, sven]) {
        const tries = [
          () => getFile(deps, other, { attachmentId: id, deliveryKey: key() }), () => withdrawFile(deps, other, { attachmentId: id, deliveryKey: key() }),
          () => releaseFile(deps, other, { attachmentId: id, reason: 'Mine now', deliveryKey: key() }), () => openFile(deps, other, { attachmentId: id, action: 'release' }),
        ]
        for (const each of tries) expect(await refusalOf(each())).toEqual({ code: 'file_gone' })
        expect(await refusalOf(getFile(deps, other, { attachmentId: 'no-such-file', deliveryKey: key() }))).toEqual({ code: 'file_gone' })
      }
      expect(await refusalOf(getFile(deps, nova, { attachmentId: id, deliveryKey: key() }))).toMatchObject({ code: 'privileges_missing' })
    })
    for (const other of [aiko, dana, pia, kim]) expect(await showCase(deps, other, { number })).toMatchObject({ attachments: [], attachmentCount: 0 })
  })

  it('is released with a reason, and only by its author once it is shown', async () => {
    const { world, deps, ben, aiko, filed, attached, key, accessOff } = await fileWorld(await fresh())
    const number = await filed()
    const [held, out] = [await attached(number, ben, 'HELD'), await attached(number, ben)]
    const release = (reason: string) => refusalOf(releaseFile(deps, ben, { attachmentId: held, reason, deliveryKey: 'once' }))
    await expectNoRowsWritten(world.store, async () => {
      expect(await release(' ')).toEqual({ code: 'form', problems: [{ field: 'reason', problem: 'required' }] })
      expect(await release('Ask jane@acme.example')).toMatchObject({ code: 'form', problems: [{ field: 'reason', problem: 'personal_data' }] })
      expect(await release('x'.repeat(3001))).toEqual({ code: 'form', problems: [{ field: 'reason', problem: 'too_long', max: 3000, length: 3001 }] })
      expect(await refusalOf(releaseFile(deps, aiko, { attachmentId: out, reason: 'Mine', deliveryKey: key() }))).toEqual({ code: 'not_your_file', name: 'log.txt', author: 'Ben' })
      expect(await refusalOf(withdrawFile(deps, aiko, { attachmentId: out, deliveryKey: key() }))).toMatchObject({ code: 'not_your_file' })
      expect(await refusalOf(withdrawFile(deps, ben, { attachmentId: out, deliveryKey: key() }))).toEqual({ code: 'file_not_held', name: 'log.txt', state: 'RELEASED' })
    })
    await accessOff()
    expect(await expectNoRowsWritten(world.store, () => release('A test card.'))).toMatchObject({ code: 'case_locked' })
  })
}) })

describe('getting a file', () => { eachStore((_kind, fresh) => {
  it('has it sent to whoever may have it, once', async () => {
    const { db, world, deps, aiko, ben, pia, kim, filed, attached, key, sent } = await fileWorld(await fresh())
    const id = await attached(await filed(), ben, 'NOT_SEARCHED')
    for (const actor of [aiko, ben, pia, kim]) {
      const get = { attachmentId: id, deliveryKey: key() }
      expect(await getFile(deps, actor, get)).toMatchObject({ name: 'log.txt', already: false })
      expect(await sent()).toEqual([`send_file person:${actor.slack.userId}`])
      expect(await expectNoRowsWritten(world.store, () => getFile(deps, actor, get))).toMatchObject({ already: true })
    }
    expect(await db.outbox.findMany({ where: { kind: 'send_file' }, select: { payload: true } })).toContainEqual({ payload: { attachmentId: id, accountId: pia.accountId, to: pia.slack } })
  })

  it('is refused for an empty file, which Slack would not take', async () => {
    const { db, world, deps, aiko, ben, filed, attached, key } = await fileWorld(await fresh())
    const id = await attached(await filed(), ben, 'RELEASED')
    await db.attachment.update({ where: { id }, data: { size: 0 } })
    const get = () => getFile(deps, aiko, { attachmentId: id, deliveryKey: key() })
    expect(await expectNoRowsWritten(world.store, () => refusalOf(get()))).toEqual({ code: 'file_empty', name: 'log.txt' })
  })

  it('is refused while there is nothing to get', async () => {
    const { world, deps, ben, filed, attached, key } = await fileWorld(await fresh())
    const id = await attached(await filed(), ben, 'CHECKING')
    expect(await expectNoRowsWritten(world.store, () => refusalOf(getFile(deps, ben, { attachmentId: id, deliveryKey: key() }))))
      .toEqual({ code: 'file_not_here', name: 'log.txt', state: 'CHECKING' })
  })
}) })
