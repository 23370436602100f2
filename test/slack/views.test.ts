import { describe, expect, test } from 'vitest'
import { noClock } from '../../src/domain/clocks/response-clock.js'
import type { CaseCardValue } from '../../src/domain/cases/case-view.js'
import { messageProblems, viewProblems } from '../../src/sandbox/block-kit/surfaces.js'
import { caseUsage } from '../../src/slack/commands/case/case-usage.js'
import { caseVerbs } from '../../src/slack/commands/case/parse-case-command.js'
import { actions } from '../../src/slack/routes.js'
import type { Message } from '../../src/slack/views/blocks.js'
import { caseCard } from '../../src/slack/views/cases/case-card.js'
import { caseFiled } from '../../src/slack/views/cases/case-filed.js'
import { caseListMessage } from '../../src/slack/views/cases/case-list.js'
import { caseModal, caseSummary } from '../../src/slack/views/cases/case-view.js'
import { confirmPersonalData } from '../../src/slack/views/filing/confirm-personal-data.js'
import { homeView, strangerHome } from '../../src/slack/views/home-view.js'
import { lockedCard, lockedFiled } from '../../src/slack/views/cases/locked-card.js'
import { notice } from '../../src/slack/views/notice.js'
import { tellAuthor } from '../../src/slack/views/cases/tell-author.js'
import { card, english, japanese, kase, long, longCase, now } from './samples.js'
import { deskHome, everyFilter, home, homeLook, listLook, longHome, longPages, longRows } from './list-samples.js'

const findings = Array.from({ length: 40 }, (_, i) => ({ place: i % 2 ? 'title' : 'question:what', kind: 'phone' as const, excerpt: long(300), start: 0, end: 1 }))

function allText(blocks: readonly unknown[]): string {
  return JSON.stringify(blocks)
}

describe.each([english, japanese])('within Slack’s limits in $locale', (reader) => {
  const messages: Record<string, Message> = {
    card: caseCard(longCase, reader, now),
    filed: caseFiled(longCase, [], reader),
    waits: caseFiled({ ...longCase, state: 'PENDING_APPROVAL' }, [long(500), long(500), long(500)], reader),
    waitingSummary: caseSummary({ ...longCase, state: 'PENDING_APPROVAL', waitsFor: [long(500), long(500), long(500)] }, reader, now),
    locked: lockedCard({ ...longCase, block: { reason: 'grant_missing', skuName: long(500) } }, reader),
    lockedFiled: lockedFiled({ ...longCase, block: { reason: 'switch_off', since: now, by: long(500) } }, reader),
    tell: tellAuthor({ number: 1042 }, reader),
    summary: caseSummary(longCase, reader, now),
    list: caseListMessage({ rows: longRows, next: 'x' }, { ...listLook, reader, filters: everyFilter, pages: longPages }),
    empty: caseListMessage({ rows: [], next: null }, { ...listLook, reader }),
    emptyFiltered: caseListMessage({ rows: [], next: null }, { ...listLook, reader, filters: everyFilter, pages: longPages }),
    usage: caseUsage(reader, [long(100)]),
    notice: notice(long(5000)),
  }
  test.each(Object.entries(messages))('%s', (_name, { text, blocks }) => {
    expect(messageProblems(blocks)).toEqual([])
    expect(text.length).toBeLessThan(12_000)
    expect(allText(blocks).length).toBeLessThan(20_000)
  })

  const views = {
    case: caseModal(longCase, reader, now),
    confirm: confirmPersonalData('draft-1', { code: 'personal_data', findings, digest: 'a'.repeat(32) }, new Map([['what', long(2000)]]), reader),
    home: homeView(longHome, homeLook(reader, { pages: longPages })),
    desk: homeView(deskHome, homeLook(reader, { pages: longPages })),
    newcomers: homeView({ ...home, cases: { rows: [], next: null } }, homeLook(reader)),
    refusedHome: homeView({ ...home, cases: { refusal: { code: 'privileges_missing', missing: [], domain: 'x', admins: [] } } }, homeLook(reader, { refused: long(4000) })),
    stranger: strangerHome(long(4000), reader),
  }
  test.each(Object.entries(views))('%s', (_name, view) => {
    expect(viewProblems(view, view.type)).toEqual([])
    expect(new TextEncoder().encode(JSON.stringify(view)).length).toBeLessThan(250_000)
  })

  test('every button has a listener', () => {
    const ids = [...Object.values(messages), ...Object.values(views)].flatMap(({ blocks }) => [...allText(blocks).matchAll(/"action_id":"(\w+)"/g)].map(([, id]) => id))
    expect(ids.length).toBeGreaterThan(10)
    // The reason is only submitted.
    expect(ids.filter((id) => id !== 'reason' && !(String(id) in actions))).toEqual([])
  })
})

test('what did not fit of a message has a name in the reader’s language', () => {
  const rest = { ...kase, answers: [{ questionId: 'message', label: '', answer: 'and so on' }] }
  expect(allText(caseModal(rest, english, now).blocks)).toContain('Message, continued')
  expect(allText(caseSummary(rest, japanese, now).blocks)).toContain('メッセージの続き')
})

test('the longest answers are shown whole behind *View case*, in as many sections as they need', () => {
  const answers = [long(3000), '&'.repeat(3000), 'y'.repeat(3000)].map((answer, i) => ({ questionId: `q${i}`, label: 'What happens?', answer }))
  const view = caseModal({ ...kase, answers }, english, now)
  expect(viewProblems(view, 'modal')).toEqual([])
  const shown = view.blocks.map((block) => ('text' in block && typeof block.text === 'object' ? block.text.text : '')).join('')
  const read = shown.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  for (const { answer } of answers) expect(read).toContain(answer)
})

describe('the case card (SCOPE-1)', () => {
  test('says everything in its text, for screen readers hear nothing else', () => {
    const { text } = caseCard(card, english, now)
    for (const fact of ['#1042', 'Mail arrives late', 'Acme', 'acme.example', 'Premium', 'New', 'P2 · High', 'Aiko Tanaka', 'Answer due']) expect(text).toContain(fact)
  })

  test('shows no answers, and opens by a button that only names the number', () => {
    const shown = caseCard(kase, english, now)
    expect(JSON.stringify(shown)).not.toContain('Mail waits')
    expect(allText(shown.blocks)).toContain('"action_id":"view_case","value":"1042"')
  })

  const clocks: [string, Partial<CaseCardValue>, RegExp | null][] = [
    ['before the target', {}, /Answer due <!date\^/],
    ['after it', { clock: { ...card.clock, targetAt: new Date('2026-03-02T08:59:00Z') } }, /⏰ \*Answer was due <!date/],
    ['while it waits for us', { clock: { ...noClock, spent: 1500, targetSeconds: 7200 } }, /stands still: 1 h 35 min left/],
    ['with whole hours left', { clock: { ...noClock, spent: 3600, targetSeconds: 7200 } }, /stands still: 1 h left/],
    ['with minutes left', { clock: { ...noClock, spent: 7141, targetSeconds: 7200 } }, /stands still: 1 min left/],
    ['with nothing left', { clock: { ...noClock, spent: 9000, targetSeconds: 7200 } }, /stands still: 0 min left/],
    ['answered', { clock: { ...noClock, spent: 60, targetAt: now, answeredAt: now } }, /Answered in time, <!date/],
    ['answered late', { state: 'CLOSED', clock: { ...noClock, spent: 60, targetAt: new Date(now.getTime() - 1), answeredAt: now } }, /Answered late, <!date/],
    ['waiting for approval', { state: 'PENDING_APPROVAL', desk: 'PORTAL' }, null],
    ['closed', { state: 'CLOSED', closedAt: now, reopenUntil: new Date('2026-04-01T09:00:00Z') }, /Can be reopened until/],
    ['closed too long', { state: 'CLOSED', closedAt: now, reopenUntil: new Date('2026-03-01T09:00:00Z') }, /Could be reopened until/],
    ['portal desk', { desk: 'PORTAL', clock: noClock }, /Waiting to be carried to the portal/],
    ['carried', { desk: 'PORTAL', portalNumber: '5551', clock: noClock }, /Portal number: 5551/],
  ]
  test.each(clocks)('%s', (_name, change, words) => {
    const { text, blocks } = caseCard({ ...card, ...change }, english, now)
    if (words) {
      expect(text).toMatch(words)
      expect(allText(blocks)).toMatch(words)
    } else {
      expect(text).not.toMatch(/due|reopened|portal/)
    }
  })

  test('states and severities are words beside their marks, in the reader’s language', () => {
    expect(caseCard(card, japanese, now).text).toContain('ステータス: 🆕 新規。重大度: 🟠 P2 · 高')
  })
})

describe('what people typed stays text', () => {
  test.each([['<!channel>', '&lt;!channel&gt;'], ['<https://evil.example|acme>', '&lt;https://evil.example|acme&gt;'], ['a & b', 'a &amp; b']])('%s', (typed, shown) => {
    for (const { text, blocks } of [caseCard({ ...card, title: typed }, english, now), caseSummary({ ...kase, answers: [{ questionId: 'q', label: 'Q', answer: typed }] }, english, now), notice(typed)]) {
      expect(text).toContain(shown)
      expect(allText(blocks)).toContain(shown)
      expect(`${text}${allText(blocks)}`).not.toContain(typed)
    }
  })
})

test('a case for a portal desk is told its filer with the way to carry it there', () => {
  const portal = { ...kase, desk: 'PORTAL' as const, portalNumber: null }
  expect(allText(caseFiled(portal, [], english).blocks)).toContain('Copy for the portal')
  for (const other of [{ ...portal, desk: 'BUILT_IN' as const }, { ...portal, state: 'PENDING_APPROVAL' as const }]) {
    expect(allText(caseFiled(other, [], english).blocks)).not.toContain('Copy for the portal')
  }
})

describe('a case that waits for approval', () => {
  const waiting = { ...kase, state: 'PENDING_APPROVAL' as const, clock: noClock, waitsFor: ['Dana Reed', 'Noor <Aziz>'] }

  test('is told its filer with the names of those who decide', () => {
    const { text, blocks } = caseFiled(waiting, waiting.waitsFor, english)
    for (const words of [text, allText(blocks)]) expect(words).toContain('#1042 waits for Dana Reed or Noor &lt;Aziz&gt; to approve')
    expect(text).not.toContain('is filed')
    expect(caseFiled(waiting, [], english).text).toContain('#1042 waits for a manager to approve')
    expect(caseFiled(waiting, waiting.waitsFor, japanese).text).toContain('Dana ReedまたはNoor &lt;Aziz&gt; の承認待ち')
  })

  test('says in its view for whom it waits, and once filed no more', () => {
    for (const blocks of [caseModal(waiting, english, now).blocks, caseSummary(waiting, english, now).blocks]) {
      expect(allText(blocks)).toContain('Waits for Dana Reed or Noor &lt;Aziz&gt; to approve')
    }
    expect(allText(caseModal({ ...waiting, state: 'NEW' }, english, now).blocks)).not.toContain('Waits for')
  })
})

describe('the list', () => {
  test('a locked row shows number, customer and reason, and no way in (ACCESS-1)', () => {
    const { blocks, text } = caseListMessage({ rows: [{ locked: true, number: 1001, customerName: 'Globex', block: { reason: 'switch_off', since: now, by: 'Liam' } }], next: null }, listLook)
    expect(text).toMatch(/#1001.*Globex.*🔒 The customer turned reseller access off/)
    expect(allText(blocks)).not.toContain('view_case')
  })

  test('without cases it says how to file the first, and with filters how to loosen them', () => {
    expect(caseListMessage({ rows: [], next: null }, listLook).text).toMatch(/File the first one/)
    const { text, blocks } = caseListMessage({ rows: [], next: null }, { ...listLook, filters: { states: ['CLOSED'] } })
    expect(text).toMatch(/No case matches: State: Closed/)
    expect(allText(blocks)).toMatch(/open_filters.*list_all/)
  })
})

test('Home offers filing only to who may file', () => {
  expect(allText(homeView(home, homeLook()).blocks)).toContain('open_filing')
  expect(allText(homeView({ ...home, mayFile: false }, homeLook()).blocks)).not.toContain('open_filing')
})

test('the usage names every verb', () => {
  for (const verb of caseVerbs) expect(caseUsage(english).text).toContain(`/case ${verb}`)
})
