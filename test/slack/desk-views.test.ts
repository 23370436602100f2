/** What the desk and those who stand for one in a web portal see: within Slack's limits, and as it is in the store. */
import { describe, expect, test } from 'vitest'
import type { PortalCopy } from '../../src/domain/desk/portal-copy.js'
import type { QueuePage, QueueRow } from '../../src/domain/desk/queue.js'
import { noClock } from '../../src/domain/clocks/response-clock.js'
import { messageProblems, viewProblems } from '../../src/sandbox/block-kit/surfaces.js'
import { queuePageMessage } from '../../src/slack/views/desk/queue-message.js'
import { portalCopyView } from '../../src/slack/views/desk/portal-copy.js'
import { queueBlockId, readQueuePlace } from '../../src/slack/views/desk/queue-place.js'
import { english, japanese, long, now } from './samples.js'

const row: QueueRow = {
  number: 1042, customerName: 'Acme', title: 'Mail is late', state: 'NEW', severity: 'P1', escalated: true, deskOwnerName: null, deskSince: now,
  clock: { ...noClock, since: now, targetAt: now },
}
const page: QueuePage = { rows: [row], next: null, counts: { P1: 1000, P2: 0, P3: 2, P4: 0 }, mine: false, at: now }
const longPage: QueuePage = {
  ...page, next: `P1-e-${now.getTime()}-2147483647`,
  rows: Array.from({ length: 10 }, (_, i) => ({ ...row, number: 2_147_483_637 + i, customerName: long(500), title: long(500), deskOwnerName: i % 2 ? long(300) : null })),
}

const copy: PortalCopy = {
  number: 1042, title: 'Mail is late', customerName: 'Acme', state: 'NEW', severity: 'P2', portalNumber: null, language: 'ja', timeZone: 'Asia/Tokyo',
  parts: [
    { label: 'customer', text: 'Acme (acme.example)' }, { label: { question: 'What <happens>?' }, text: '<!channel> & so on' }, { label: 'severity', text: 'P2' },
    { label: 'language', text: 'ja' }, { label: 'answer', text: 'The rest' },
  ],
  entries: [
    { at: now, kind: 'REPLY', authorName: 'Aiko', text: 'Since <Monday>', data: null },
    { at: now, kind: 'SEVERITY', authorName: 'Aiko', text: 'More are hit', data: { severity: { from: 'P3', to: 'P2' } } },
  ],
  more: false, carriedOnly: false, seen: { version: 3, entry: 9 },
}
const longCopy: PortalCopy = {
  ...copy, title: long(200), more: true,
  parts: Array.from({ length: 60 }, () => ({ label: { question: long(2000) }, text: long(9000) })),
  entries: Array.from({ length: 40 }, () => ({ at: now, kind: 'REPLY', authorName: long(300), text: long(3000), data: null })),
}

describe.each([english, japanese])('within Slack’s limits in $locale', (reader) => {
  const pages: [string, QueuePage, string | undefined][] = [
    ['a page', longPage, undefined], ['a later page', longPage, 'P1-n-1-1'], ['what somebody has taken', { ...longPage, mine: true }, undefined],
    ['nothing', { ...page, rows: [], counts: { P1: 0, P2: 0, P3: 0, P4: 0 } }, undefined], ['nothing taken', { ...page, rows: [], mine: true }, undefined],
  ]
  test.each(pages)('the queue: %s', (_what, shown, after) => {
    const { blocks } = queuePageMessage(shown, { reader, after, said: long(4000) })
    expect(messageProblems(blocks)).toEqual([])
  })

  const copies: [string, PortalCopy][] = [
    ['everything', longCopy], ['the rest', { ...longCopy, portalNumber: 'C-1', carriedOnly: true, parts: [] }], ['nothing', { ...copy, portalNumber: 'C-1', carriedOnly: true, parts: [], entries: [] }],
    ['empty texts', { ...copy, parts: [{ label: { question: '' }, text: ' ' }], entries: [] }],
  ]
  test.each(copies)('the copy for the portal: %s', (_what, shown) => {
    expect(viewProblems(portalCopyView(shown, { reader, kept: '{}', typed: 'C-1', said: long(4000) }), 'modal')).toEqual([])
  })
})

test('the queue counts what waits, says who has what, and offers to take what nobody has', () => {
  const text = JSON.stringify(queuePageMessage({ ...page, rows: [row, { ...row, number: 7, deskOwnerName: 'Kim <3', escalated: false }] }, { reader: english }).blocks)
  for (const words of ['1,000+', 'P3', '*#1042 · Mail is late*', '🚨 Escalated', 'nobody has taken it', 'taken by Kim &lt;3']) expect(text).toContain(words)
  expect(text).not.toContain('P2')
  expect(text.match(/"text":"Take"/g)).toHaveLength(1)
  expect(text.match(/"text":"Answer"/g)).toHaveLength(2)
})

test.each([
  { number: 1042, mine: false, after: undefined }, { number: 2_147_483_647, mine: true, after: '1760000000000-42' }, { number: 7, mine: false, after: 'P1-e-1760000000000-42' },
])('a row of the queue knows its page: $after', (place) => {
  expect(readQueuePlace(queueBlockId(place))).toEqual(place)
})

test.each(['', 'queue', 'queue.all.x.', 'form.message'])('"%s" is no row of the queue', (blockId) => {
  expect(readQueuePlace(blockId)).toBeNull()
})

test('the copy has people’s text as it is, and what has words in the language of the case', () => {
  const pieces = (shown: PortalCopy): [string, string][] => portalCopyView(shown, { reader: english, kept: '{}' }).blocks.flatMap((block) => {
    if (block.type !== 'rich_text' || !('elements' in block)) return []
    const texts = (block.elements as { elements: { text: string }[] }[]).map(({ elements }) => elements.map(({ text }) => text).join(''))
    return [[texts[0]!, texts[1]!]]
  })
  const [customer, question, severity, language, rest, reply, changed] = pieces(copy)
  expect(customer).toEqual(['Customer', 'Acme (acme.example)'])
  expect(question).toEqual(['What <happens>?', '<!channel> & so on'])
  expect(severity).toEqual(['Severity', expect.stringMatching(/^P2.*高/)])
  expect(language).toEqual(['Language', '日本語'])
  expect(rest![1]).toBe('The rest')
  expect(reply![1]).toBe('Since <Monday>')
  expect(changed![1]).toMatch(/重大度[\s\S]*\nMore are hit$/)
  // However long a piece is, nothing of it is lost.
  expect(pieces({ ...copy, parts: [{ label: 'answer', text: '😀'.repeat(4000) }] })[0]![1]).toBe('😀'.repeat(4000))
})
