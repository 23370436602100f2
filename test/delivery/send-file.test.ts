import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eachStore } from '../support/stores.js'
import { addPeople, lastBlocks, slackIdOf, type Name } from './case-people.js'
import { startFakeSlack } from './fake-slack.js'
import { start, startBench, turnSwitch, type Bench } from './start.js'

const sha256 = 'ab'.repeat(32)
const card = { line: 3, kind: 'card', excerpt: '•••1111' }

eachStore((_name, fresh) => {
  let bench: Bench
  const path = () => join(bench.dataDir, 'attachments', 'ab', sha256)
  beforeEach(async () => {
    bench = await startBench(fresh)
    await addPeople(bench)
    await bench.store.db.attachment.create({
      data: { id: 'file-1', caseNumber: 1, slackFileId: 'F1', name: 'a <b>.txt', mimeType: 'text/plain', size: 4, sha256, state: 'RELEASED', addedById: 'aiko', addedAt: start },
    })
    await mkdir(join(path(), '..'), { recursive: true })
    await writeFile(path(), 'boom')
  })
  afterEach(() => bench.stop())

  const change = (data: Parameters<typeof bench.store.db.attachment.update>[0]['data']) => bench.store.db.attachment.update({ where: { id: 'file-1' }, data })
  async function put(message: Parameters<Bench['put']>[0]) {
    const uid = await bench.put(message)
    await bench.delivery.drain()
    return bench.row(uid)
  }
  const send = (name: Name) => put({ kind: 'send_file', attachmentId: 'file-1', accountId: name, to: { teamId: 'T1', userId: slackIdOf(name) } })
  const ask = () => put({ kind: 'file_held', attachmentId: 'file-1', to: { teamId: 'T1', userId: 'UAIKO' } })
  const drop = () => put({ kind: 'drop_file', sha256 })
  const kept = () => readFile(path(), 'utf8').catch(() => null)

  describe('sending a file to somebody who asked for it', () => {
    test.each<Name>(['aiko', 'petra', 'tomas'])('brings it into the direct message of %s, its bytes without the bot’s token', async (name) => {
      expect(await send(name)).toMatchObject({ state: 'DONE' })
      expect(bench.slack.uploads).toMatchObject([{ body: 'boom', authorization: undefined }])
      expect(bench.slack.shared).toMatchObject([{ channel: `D${name.toUpperCase()}`, files: [{ id: 'FUP', title: 'a <b>.txt' }] }])
      expect(bench.slack.shared[0]!.comment).toContain('#1')
    })

    const gone: [string, Name, () => Promise<unknown>][] = [
      ['it was withdrawn', 'petra', () => change({ state: 'WITHDRAWN', sha256: null })],
      ['it is held back from them', 'tomas', () => change({ state: 'HELD' })],
      ['SCOPE-1: the case is not theirs to see', 'sven', () => Promise.resolve()],
      ['ACCESS-1: access is off', 'aiko', () => turnSwitch(bench, 'SWITCH_OFF')],
      ['the account is suspended', 'tomas', () => bench.store.db.account.update({ where: { id: 'tomas' }, data: { status: 'SUSPENDED' } })],
      ['SCOPE-4: a privilege was taken away', 'petra', () => bench.store.db.rolePrivilege.deleteMany({ where: { roleId: 'role-petra' } })],
    ]
    test.each(gone)('does nothing once %s', async (_why, name, happens) => {
      await happens()
      expect(await send(name)).toMatchObject({ state: 'DROPPED' })
      expect([bench.slack.uploads, bench.slack.shared]).toEqual([[], []])
    })

    test('does nothing with an empty file: Slack takes none', async () => {
      await writeFile(path(), '')
      expect(await send('aiko')).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.calls.filter(({ method }) => method.startsWith('files.'))).toEqual([])
    })

    test('gives a held file to its author', async () => {
      await change({ state: 'HELD' })
      expect(await send('aiko')).toMatchObject({ state: 'DONE' })
    })

    test.each(['files.getUploadURLExternal', '/upload/a%20%3Cb%3E.txt'])('is simply tried again when %s fails: nobody saw anything yet', async (where) => {
      bench.slack.next(where, 'cut')
      expect(await send('petra')).toMatchObject({ state: 'PENDING', unknown: false })
      await bench.after(60)
      expect(bench.slack.shared).toHaveLength(1)
    })

    test('is sent once more after an answer that was lost', async () => {
      bench.slack.next('files.completeUploadExternal', 'lost')
      expect(await send('petra')).toMatchObject({ state: 'PENDING', unknown: true })
      await bench.after(60)
      expect(bench.slack.shared).toHaveLength(2)
    })

    test('waits for people where the scope is missing, and never hands the bytes to another host', async () => {
      bench.slack.next('files.getUploadURLExternal', { error: 'missing_scope' })
      expect(await send('petra')).toMatchObject({ state: 'PENDING', lastError: 'missing_scope' })
      const elsewhere = await startFakeSlack()
      bench.slack.uploadsTo = elsewhere.url
      expect(await send('tomas')).toMatchObject({ state: 'PENDING' })
      expect([elsewhere.uploads, bench.slack.uploads]).toEqual([[], []])
      await elsewhere.stop()
    })
  })

  describe('asking a file’s author about what was found', () => {
    test('names the lines, masked and escaped, and offers both ways', async () => {
      await change({ state: 'HELD', findings: [card] })
      expect(await ask()).toMatchObject({ state: 'DONE' })
      expect(bench.slack.said).toMatchObject([{ channel: 'DAIKO' }])
      for (const words of ['a &lt;b&gt;.txt', '#1', 'line 3', '•••1111']) expect(bench.slack.said[0]!.text).toContain(words)
      expect(lastBlocks(bench)).toMatch(/"release_file".*"withdraw_file".*"view_case"/)
    })

    test.each([
      ['it was decided', () => Promise.resolve()],
      ['ACCESS-1: access is off', async () => { await change({ state: 'HELD', findings: [card] }); await turnSwitch(bench, 'SWITCH_OFF') }],
      ['its author is gone', async () => { await change({ state: 'HELD', addedById: null }) }],
    ])('is dropped once %s', async (_why, happens) => {
      await happens()
      expect(await ask()).toMatchObject({ state: 'DROPPED' })
      expect(bench.slack.said).toEqual([])
    })
  })

  describe('deleting a content', () => {
    test('leaves one that a file of any case has still', async () => {
      expect(await drop()).toMatchObject({ state: 'DROPPED' })
      expect(await kept()).toBe('boom')
    })

    test('deletes one that no file has any more, and is done twice without harm', async () => {
      await change({ state: 'WITHDRAWN', sha256: null })
      expect(await drop()).toMatchObject({ state: 'DONE' })
      expect(await kept()).toBeNull()
      expect(await drop()).toMatchObject({ state: 'DONE' })
    })
  })
})
