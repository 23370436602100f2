import { describe, expect, test } from 'vitest'
import { channelMessages, threadMessages, unreadMessages } from '../../src/sandbox/page/chat/channel-messages.js'
import { groupMessages, type Row } from '../../src/sandbox/page/chat/group-messages.js'
import { applyEvent, type PageState } from '../../src/sandbox/page/state/page-state.js'
import type { Message } from '../../src/sandbox/protocol.js'

const start = Date.parse('2026-11-20T12:00:00Z') / 1000
const message = (seconds: number, more: Partial<Message> = {}): Message => ({
  channel: 'C1', ts: `${start + seconds}.000100`, user: 'U1', fromBot: false, text: 'x', replyCount: 0, ...more,
})
const shape = (rows: Row[]) => rows.map((row) => (row.type === 'message' ? (row.follows ? 'follows' : 'message') : row.type))

describe('laying out messages', () => {
  test('one head for messages of one author close together', () => {
    const list = [message(0), message(60), message(60 + 301), message(400, { user: 'U2' })]
    expect(shape(groupMessages(list, { timeZone: 'UTC' }))).toEqual(['day', 'message', 'follows', 'message', 'message'])
  })

  test('a line for each day, by the person’s zone', () => {
    const list = [message(0), message(4 * 3600)]
    expect(shape(groupMessages(list, { timeZone: 'UTC' }))).toEqual(['day', 'message', 'message'])
    expect(shape(groupMessages(list, { timeZone: 'Asia/Tokyo' }))).toEqual(['day', 'message', 'day', 'message'])
  })

  test('notices stand in their time, the new ones below a line', () => {
    const list = [message(0), message(10), message(20)]
    const notices = [{ id: 1, channel: 'C1', at: (start + 15) * 1000, words: 'no' }]
    expect(shape(groupMessages(list, { timeZone: 'UTC', notices, unreadFrom: list[1]?.ts }))).toEqual([
      'day', 'message', 'unread', 'message', 'notice', 'message',
    ])
  })

  test('a thread tells its replies apart from the message it hangs on', () => {
    const parent = message(0, { replyCount: 1 })
    const rows = groupMessages([parent, message(5, { threadTs: parent.ts })], { timeZone: 'UTC', parentTs: parent.ts })
    expect(shape(rows)).toEqual(['day', 'message', 'replies', 'message'])
  })
})

test('replies stand in their thread only; dismissed messages nowhere', () => {
  const parent = message(0, { replyCount: 1 })
  const reply = message(5, { threadTs: parent.ts })
  const whisper = message(6, { ephemeralTo: 'U1' })
  const all = [parent, reply, whisper]
  expect(channelMessages(all, 'C1', [])).toEqual([parent, whisper])
  expect(channelMessages(all, 'C1', [`C1/${whisper.ts}`])).toEqual([parent])
  expect(threadMessages(all, 'C1', parent.ts, [])).toEqual([parent, reply])
})

test('one’s own messages are never unread', () => {
  const list = [message(0), message(1, { user: 'U2' }), message(2, { user: 'U2' })]
  expect(unreadMessages(list, 'C1', list[1]?.ts, 'U1')).toEqual([list[2]])
  expect(unreadMessages(list, 'C1', undefined, 'U1')).toHaveLength(2)
})

describe('events', () => {
  const state = (messages: Message[]): PageState => ({
    place: { personId: 'U1' }, traffic: [], notices: [], dismissed: [], lastRead: {}, online: true,
    person: { channels: [], messages, modals: [] },
  })

  test('a new message takes its place in time, a known one is replaced', () => {
    const [a, b, c] = [message(0), message(1), message(2)]
    expect(applyEvent(state([a, c]), { type: 'message', message: b }).person?.messages).toEqual([a, b, c])
    const edited = { ...a, text: 'y', edited: true }
    expect(applyEvent(state([a, b]), { type: 'message', message: edited }).person?.messages).toEqual([edited, b])
  })

  test('a deleted message is gone', () => {
    const [a, b] = [message(0), message(1)]
    expect(applyEvent(state([a, b]), { type: 'message_deleted', channel: 'C1', ts: a.ts }).person?.messages).toEqual([b])
  })

  test('a channel shows while the person is in it', () => {
    const channel = { id: 'C1', name: 'x', kind: 'channel' as const, isPrivate: false, topic: '', members: ['U1'] }
    const joined = applyEvent(state([]), { type: 'channel', channel })
    expect(joined.person?.channels).toEqual([channel])
    expect(applyEvent(joined, { type: 'channel', channel: { ...channel, members: [] } }).person?.channels).toEqual([])
  })
})
