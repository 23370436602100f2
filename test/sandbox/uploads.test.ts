import { describe, expect, it } from 'vitest'
import { AIKO, DANA, call, start } from './start.js'

const announce = (workspace: Awaited<ReturnType<typeof start>>, length: number, filename = 'trace.log') =>
  call(workspace, 'files.getUploadURLExternal', { filename, length }) as Promise<{ ok: boolean; upload_url: string; file_id: string }>
const bring = async (url: string, bytes: string): Promise<number> => (await fetch(url, { method: 'POST', body: Buffer.from(bytes) })).status

describe('files the bot uploads', () => {
  it('appear in the direct message they are shared in, with a link that leads to their bytes', async () => {
    const workspace = await start()
    const { channel } = await call(workspace, 'conversations.open', { users: AIKO }) as { channel: { id: string } }
    const { upload_url: url, file_id: id } = await announce(workspace, 4)
    expect(await bring(url, 'boom')).toBe(200)
    expect(workspace.stateOf(AIKO).messages).toEqual([])
    const shared = await call(workspace, 'files.completeUploadExternal', { files: [{ id, title: 'trace.log' }], channel_id: channel.id, initial_comment: 'Of #1' })
    expect(shared).toMatchObject({ ok: true, files: [{ id, name: 'trace.log', mimetype: 'text/plain', size: 4, user: 'U0BOT' }] })
    const [message] = workspace.stateOf(AIKO).messages
    expect(message).toMatchObject({ channel: channel.id, fromBot: true, text: 'Of #1', files: [{ id, name: 'trace.log', size: 4 }] })
    expect(await (await fetch(new URL(message!.files![0]!.href, url))).text()).toBe('boom')
    expect(workspace.stateOf(DANA).messages).toEqual([])
    expect(await call(workspace, 'files.completeUploadExternal', { files: [{ id }], channel_id: channel.id })).toEqual({ ok: false, error: 'file_not_found' })
  })

  it('are taken once, as long as announced, at the address that was given out', async () => {
    const workspace = await start()
    const { upload_url: url } = await announce(workspace, 4)
    expect(await bring(url, 'longer')).toBe(400)
    expect((await fetch(url)).status).toBe(400)
    expect(await bring(url.replace(/[a-f0-9]+$/, 'f00d'), 'boom')).toBe(400)
    expect(await bring(url, 'boom')).toBe(200)
    expect(await bring(url, 'boom')).toBe(400)
  })

  it('are refused by the names Slack gives', async () => {
    const workspace = await start()
    expect(await announce(workspace, 0)).toEqual({ ok: false, error: 'invalid_arguments' })
    expect(await announce(workspace, 4, '')).toEqual({ ok: false, error: 'invalid_arguments' })
    const { upload_url: url, file_id: id } = await announce(workspace, 4)
    const complete = (more: object) => call(workspace, 'files.completeUploadExternal', { files: [{ id }], ...more })
    expect(await complete({ channel_id: 'C0UPDATES' })).toEqual({ ok: false, error: 'file_not_found' })
    await bring(url, 'boom')
    expect(await complete({ files: [] })).toEqual({ ok: false, error: 'invalid_arguments' })
    expect(await complete({ channel_id: 'C0NOWHERE' })).toEqual({ ok: false, error: 'channel_not_found' })
    expect(await complete({ channel_id: 'C0RANDOM' })).toEqual({ ok: false, error: 'not_in_channel' })
    expect(await complete({ channel_id: 'C0UPDATES' })).toMatchObject({ ok: true })
    const without = await start({ withheldScopes: ['files:write'] })
    expect(await announce(without, 4)).toMatchObject({ ok: false, error: 'missing_scope', needed: 'files:write' })
  })
})
