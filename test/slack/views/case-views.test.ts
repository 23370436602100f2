import { describe, expect, test } from 'vitest'
import { caseActions } from '../../../src/domain/cases/case-actions.js'
import type { CaseAction } from '../../../src/domain/cases/case-actions.js'
import type { HistoryEntry } from '../../../src/domain/cases/case-view.js'
import { messageProblems, viewProblems } from '../../../src/sandbox/block-kit/surfaces.js'
import type { Message } from '../../../src/slack/views/blocks.js'
import { caseButtons } from '../../../src/slack/views/cases/case-buttons.js'
import { caseCard } from '../../../src/slack/views/cases/case-card.js'
import { historyView } from '../../../src/slack/views/cases/case-history.js'
import { caseNews } from '../../../src/slack/views/cases/case-news.js'
import { caseUpdate } from '../../../src/slack/views/cases/case-update.js'
import { caseModal, caseSummary } from '../../../src/slack/views/cases/case-view.js'
import { portalReminder } from '../../../src/slack/views/cases/portal-reminder.js'
import { card, english, japanese, kase, long, longCase, now } from '../samples.js'

const textOf = (blocks: readonly unknown[]): string => JSON.stringify(blocks)
const pressed = (blocks: readonly unknown[]): string[] => [...textOf(blocks).matchAll(/"action_id":"(\w+)"/g)].map(([, id]) => id!)

const longEntry = {
  id: 1, at: now, kind: 'DESK_REPLY', authorName: long(500), text: long(3000), internal: false, byDesk: true,
  data: { state: { from: 'IN_PROGRESS', to: 'ACTION_REQUIRED' }, confirmed: { reason: long(3000) }, recordedBy: long(500) },
} as const satisfies HistoryEntry & { byDesk: boolean }
const filesEntry = { ...longEntry, kind: 'ATTACHMENT', data: { files: Array.from({ length: 50 }, (_, i) => ({ id: `${i}`, name: long(255) })), what: 'added' } } as const
const lines = '\n'.repeat(1500) + 'a\n'.repeat(750)

describe.each([english, japanese])('within Slack’s limits in $locale', (reader) => {
  const everything = { ...longCase, may: [...caseActions] }
  const page = { number: 2_147_483_647, title: long(200), entries: [...Array.from({ length: 9 }, () => longEntry), filesEntry], next: 1 }
  const messages: Record<string, Message> = {
    card: caseCard({ ...longCase, state: 'SOLUTION_PROVIDED' }, reader, now),
    summary: caseSummary({ ...everything, history: [longEntry] }, reader, now),
    update: caseUpdate({ number: 2_147_483_647, state: 'ACTION_REQUIRED', reopenUntil: now, entry: longEntry, ownerUserId: 'U123' }, reader),
    news: caseNews({ kase: { ...longCase, state: 'ACTION_REQUIRED' }, entry: longEntry, may: caseActions, yours: false }, reader),
    newsOfLines: caseNews({ kase: longCase, entry: { ...longEntry, text: lines }, may: ['reply'], yours: true }, reader),
    newsOfFiles: caseNews({ kase: longCase, entry: filesEntry, may: [], yours: true }, reader),
    reminder: portalReminder(longCase, now, reader),
  }
  test.each(Object.entries(messages))('%s', (_name, { text, blocks }) => {
    expect(messageProblems(blocks)).toEqual([])
    expect(text.length).toBeLessThan(12_000)
  })

  const views = {
    case: caseModal({ ...everything, history: Array.from({ length: 5 }, () => longEntry) }, reader, now),
    history: historyView(page, reader, 5),
    historyOfLines: historyView({ ...page, entries: Array.from({ length: 10 }, () => ({ ...longEntry, text: lines })) }, reader),
  }
  test.each(Object.entries(views))('%s', (_name, view) => {
    expect(viewProblems(view, view.type)).toEqual([])
    expect(new TextEncoder().encode(JSON.stringify(view)).length).toBeLessThan(250_000)
  })

  test('of the longest case the last entries and the way to all of them stay', () => {
    expect(pressed(views.case.blocks)).toContain('case_history')
  })
})

describe('the buttons of a case', () => {
  const rows = (may: readonly CaseAction[], state?: Parameters<typeof caseButtons>[3]) => caseButtons(1042, may, english, state).map((row) => pressed([row]))
  const primary = (may: readonly CaseAction[], state: Parameters<typeof caseButtons>[3]): string | undefined =>
    /"text":"([^"]+)"[^{}]*\}[^{}]*"style":"primary"/.exec(textOf(caseButtons(1042, may, english, state)))?.[1]
  const team: CaseAction[] = ['reply', 'note', 'severity', 'take', 'handOver', 'attach', 'share', 'unshare', 'escalate', 'close', 'related', 'removeFile']

  test('are at most two rows of five, and none without what may be done', () => {
    expect(rows(caseActions, 'NEW').map((row) => row.length)).toEqual([5, 5])
    expect(rows([])).toEqual([])
    expect(rows(['note'])).toEqual([['open_note']])
  })

  test.each([
    ['ACTION_REQUIRED', team, 'open_reply', 'Reply'],
    ['SOLUTION_PROVIDED', [...team, 'notSolved'], 'open_close', 'Close case'],
    ['CLOSED', ['note', 'related', 'reopen'], 'open_reopen', 'Reopen case'],
    ['CLOSED', ['note', 'related'], 'file_related', 'File a related case'],
    ['NEW', ['note', 'deskTake', 'answer'], 'desk_take', 'Take'],
    ['IN_PROGRESS', ['note', 'close', 'answer'], 'open_answer', 'Answer'],
  ] as const)('%s begins with what it waits for', (state, may, first, words) => {
    expect(rows(may, state)[0]![0]).toBe(first)
    expect(primary(may, state)).toBe(words)
  })

  test('nothing stands out where the team owes nothing, and nothing is offered twice', () => {
    expect(primary(team, 'IN_PROGRESS')).toBeUndefined()
    expect(rows(team, 'IN_PROGRESS').flat()).not.toContain('file_related')
    expect(rows(team, 'IN_PROGRESS').flat()).not.toContain('open_hand_over')
    expect(rows(team.filter((action) => action !== 'take'), 'IN_PROGRESS').flat()).toContain('open_hand_over')
    expect(rows([...team, 'notSolved'], 'SOLUTION_PROVIDED').flat()).not.toContain('open_reply')
  })

  test('of a case that is carried by hand stand in the first row', () => {
    expect(rows([...team, 'copyForPortal', 'portalNumber', 'recordReply'], 'NEW')[0]).toEqual(['open_reply', 'open_portal_copy', 'open_portal_number', 'open_record_reply', 'take_case'])
  })

  test.each([
    ['NEW', 'open_portal_copy', 'Copy for the portal'],
    ['IN_PROGRESS', 'open_portal_copy', 'Copy for the portal'],
    ['ACTION_REQUIRED', 'open_reply', 'Reply'],
    ['SOLUTION_PROVIDED', 'open_close', 'Close case'],
  ] as const)('of a case with something to be carried begin with that, but %s with what it waits for', (state, first, words) => {
    const may: CaseAction[] = [...team, ...(state === 'SOLUTION_PROVIDED' ? ['notSolved' as const] : []), 'copyForPortal', 'portalNumber', 'recordReply']
    const blocks = caseButtons(1042, may, english, state, true)
    expect(pressed(blocks)[0]).toBe(first)
    expect(textOf(blocks)).toMatch(new RegExp(`"text":"${words}"[^{}]*\\}[^{}]*"style":"primary"`))
    expect(textOf(blocks).match(/"style":"primary"/g)).toHaveLength(1)
  })
})

describe('the card of a case', () => {
  test.each([
    ['NEW', ['view_case']],
    ['ACTION_REQUIRED', ['open_reply', 'view_case']],
    ['SOLUTION_PROVIDED', ['open_close', 'open_not_solved', 'view_case']],
  ] as const)('%s offers %s', (state, ids) => {
    expect(pressed(caseCard({ ...card, state }, english, now).blocks)).toEqual(ids)
  })

  test.each([
    ['NEW', ['open_portal_copy', 'view_case']],
    ['ACTION_REQUIRED', ['open_reply', 'open_portal_copy', 'view_case']],
    ['PENDING_APPROVAL', ['view_case']],
  ] as const)('%s with something to be carried to the portal offers %s', (state, ids) => {
    const waiting = { ...card, state, portalWaitsSince: now }
    expect(pressed(caseCard({ ...waiting, desk: 'PORTAL' }, english, now).blocks)).toEqual(ids)
    expect(pressed(caseCard({ ...waiting, desk: 'BUILT_IN' }, english, now).blocks)).not.toContain('open_portal_copy')
  })

  test('closed, offers to reopen it only while that goes', () => {
    const closed = { ...card, state: 'CLOSED' as const, closedAt: now }
    expect(pressed(caseCard({ ...closed, reopenUntil: now }, english, now).blocks)).toEqual(['view_case', 'open_reopen'])
    expect(pressed(caseCard({ ...closed, reopenUntil: new Date(now.getTime() - 1) }, english, now).blocks)).toEqual(['view_case'])
  })

  test('says that it was escalated, and who works on it', () => {
    const { text, blocks } = caseCard({ ...card, escalation: { at: now, reason: 'BUSINESS_IMPACT' }, deskOwnerName: 'Tomas <Berg>' }, english, now)
    expect(text).toContain('Business impact')
    expect(textOf(blocks)).toContain('Tomas &lt;Berg&gt;')
  })

  test.each([
    [{ portalNumber: null, portalWaitsSince: now }, /Waiting to be carried to the portal since <!date/],
    [{ portalNumber: 'P-1', portalWaitsSince: now }, /Something new waits to be carried.*Portal number: P-1/],
    [{ portalNumber: 'P-1', portalWaitsSince: null }, /Portal number: P-1/],
  ])('of a portal desk says what waits: %o', (change, words) => {
    expect(caseCard({ ...card, desk: 'PORTAL', ...change }, english, now).text).toMatch(words)
  })
})

describe('the view of a case', () => {
  test('says what time it is there, how old it is, and links related cases', () => {
    const shown = textOf(caseModal({ ...kase, timeZone: 'Asia/Tokyo' }, english, now).blocks)
    expect(shown).toContain('6:00 PM there now')
    expect(shown).toContain('filed 1 hour ago')
    expect(shown).toContain('#1001 · Mail was late before')
  })

  test('a zone that is not known is shown as it is', () => {
    expect(textOf(caseModal({ ...kase, timeZone: 'Mars/Olympus' }, english, now).blocks)).toContain('Mars/Olympus')
  })

  test('marks internal notes as such, and says who recorded what the desk said elsewhere', () => {
    const note = { id: 2, at: now, kind: 'NOTE', authorName: 'Aiko', text: 'between <us>', internal: true, data: null }
    const reply = { id: 1, at: now, kind: 'DESK_REPLY', authorName: 'Desk', text: 'Try it', internal: false, data: { state: { from: 'NEW', to: 'IN_PROGRESS' }, recordedBy: 'Sven' } } as const
    const shown = textOf(caseModal({ ...kase, history: [note, reply] }, english, now).blocks)
    expect(shown).toMatch(/🔒 \*Internal note\* · \*Aiko\* · .*> between &lt;us&gt;/)
    expect(shown).not.toContain('added an internal note')
    expect(shown).toContain('*Desk (recorded by Sven)* answered')
  })

  test.each([
    ['SEVERITY', { severity: { from: 'P3', to: 'P1' } }, 'P3 · Medium → 🔴 P1 · Critical'],
    ['OWNER', { owner: { from: null, to: 'Aiko', atDesk: false } }, 'took the case'],
    ['OWNER', { owner: { from: 'Aiko', to: 'Noor', atDesk: false } }, 'handed the case over to Noor'],
    ['ATTACHMENT', { files: [{ id: 'f', name: 'a.log' }], what: 'released' }, 'released 1 file: a.log'],
    ['SHARE', { emails: ['a@b.example'], removed: true }, 'ended sharing with 1 address: a@b.example'],
    ['ESCALATED', { escalation: 'RESOLUTION_TIME' }, 'escalated the case: Time to resolution'],
    ['LINKED', { related: 7 }, 'filed the related case #7'],
    ['PORTAL_NUMBER', { portalNumber: { from: null, to: 'P-1' } }, 'recorded the portal number P-1'],
    ['PORTAL_NUMBER', { portalNumber: { from: 'P-1', to: 'P-2' } }, 'P-1 → P-2'],
    ['TARGET', { target: 'passed', at: now }, 'is not there yet'],
    ['UNKNOWN', null, 'changed the case'],
    ['SEVERITY', {}, 'changed the severity'],
  ] as const)('of %s %o says “%s”', (kind, data, words) => {
    const entry: HistoryEntry = { id: 1, at: now, kind, authorName: 'Aiko', text: null, internal: false, data: data as HistoryEntry['data'] }
    expect(textOf(historyView({ number: 1, title: 'Mail', entries: [entry], next: null }, english).blocks)).toContain(words)
  })

  test('of many addresses and long names it says when all the same', () => {
    const emails = Array.from({ length: 60 }, (_, i) => `person${i}@acme.example`)
    const entry: HistoryEntry = { id: 1, at: now, kind: 'SHARE', authorName: 'Aiko', text: null, internal: false, data: { emails } }
    for (const each of [entry, { ...entry, authorName: long(500), kind: 'ATTACHMENT', data: filesEntry.data }]) {
      expect(textOf(historyView({ number: 1, title: 'Mail', entries: [each], next: null }, english).blocks)).toMatch(/… · <!date\^\d+\^[^<>]*>/)
    }
  })

  test('a page of its history leads to older ones, and back to the newest', () => {
    const page = { number: 1042, title: 'Mail', entries: [longEntry], next: 17 }
    expect(textOf(historyView(page, english).blocks)).toContain('{\\"number\\":1042,\\"after\\":17}')
    expect(textOf(historyView({ ...page, next: null }, english, 17).blocks)).toContain('"value":"{\\"number\\":1042}"')
  })
})
