import { describe, expect, test } from 'vitest'
import { viewProblems } from '../../src/sandbox/block-kit/surfaces.js'
import { caseListMessage } from '../../src/slack/views/cases/case-list.js'
import { homeView } from '../../src/slack/views/home-view.js'
import { filterForm } from '../../src/slack/views/lists/filter-form.js'
import { filterWords } from '../../src/slack/views/lists/filter-words.js'
import { pagesAround, readListPage } from '../../src/slack/lists/list-state.js'
import { readHomeState, writeHomeState } from '../../src/slack/home/home-state.js'
import { BrokenPayload } from '../../src/slack/payloads.js'
import { noClock } from '../../src/domain/clocks/response-clock.js'
import type { CaseRow } from '../../src/domain/cases/case-view.js'
import { everyFilter, home, homeLook, listLook, longHome, row } from './list-samples.js'
import { english, japanese, long, now } from './samples.js'

const rowWords = (more: Partial<CaseRow>, look = listLook): string => caseListMessage({ rows: [{ ...row, ...more }], next: null }, look).text

describe('a row says what waits, and for whom', () => {
  test.each<[string, Partial<CaseRow>, RegExp]>([
    ['age and owner', {}, /\*#1042 · Mail arrives late\* · Acme · .*P2 · High · .*New · Owner: Aiko Tanaka · filed 2 days ago, updated 1 hour ago/],
    ['nobody', { ownerName: null }, /Owner: nobody/i],
    ['the desk asked', { state: 'ACTION_REQUIRED' }, /\*waits for us\*/],
    ['a solution', { state: 'SOLUTION_PROVIDED' }, /\*solution proposed, waits for us\*/],
    ['an escalation', { escalated: true }, /🔺 Escalated/],
    ['a running clock', { clock: { ...noClock, since: now, targetAt: new Date('2026-03-02T10:00:00Z') } }, /answer due <!date/],
    ['a target that passed', { clock: { ...noClock, since: now, targetAt: new Date('2026-03-02T08:00:00Z') } }, /\*answer was due <!date/],
    ['the portal', { portalWaits: 'case' }, /📤 not yet in the portal/],
    ['news for the portal', { portalWaits: 'news' }, /📤 news not yet in the portal/],
  ])('%s', (_what, more, words) => {
    expect(rowWords(more)).toMatch(words)
  })

  test('a clock that stands still, or was met, waits for nobody', () => {
    expect(rowWords({ clock: { ...noClock, spent: 60 } })).not.toMatch(/answer/)
    expect(rowWords({ state: 'SOLUTION_PROVIDED', clock: { ...noClock, answeredAt: now, targetAt: now } })).not.toMatch(/answer/)
  })

  test('the customer and the desk are not told that it waits for us', () => {
    expect(rowWords({ state: 'ACTION_REQUIRED' }, { ...listLook, organizationKind: 'CUSTOMER' })).toContain('waits for your side')
    expect(rowWords({ state: 'ACTION_REQUIRED' }, { ...listLook, organizationKind: 'VENDOR' })).toContain('waits for the team')
  })
})

describe('filters in words', () => {
  test('each of them, people’s text escaped', () => {
    const words = filterWords({ words: 'a <b>', customer: 'acme.example', states: ['CLOSED'], severities: ['P1', 'P2'], mine: true }, 'Acme & Co', english)
    expect(words).toBe('“a &lt;b&gt;” · Customer: Acme &amp; Co · State: Closed · Severity: P1 or P2 · Only mine')
    expect(filterWords({}, undefined, english)).toBe('')
  })

  test('everything that is not closed is open', () => {
    expect(filterWords({ states: ['PENDING_APPROVAL', 'NEW', 'IN_PROGRESS', 'ACTION_REQUIRED', 'SOLUTION_PROVIDED'] }, undefined, english)).toBe('State: open')
  })
})

describe('pages', () => {
  const filters = { words: 'mail' }
  const pressed = (value: string | null) => readListPage(value ?? 'null')

  test('lead on, back one by one, and back to the first', () => {
    const second = pressed(pagesAround({ filters }, '9-9').next)
    expect(second).toEqual({ filters, after: '9-9', back: [''] })
    const third = pressed(pagesAround(second, '8-8').next)
    expect(third).toEqual({ filters, after: '8-8', back: ['', '9-9'] })
    expect(pressed(pagesAround(third, null).previous)).toEqual(second)
    expect(pressed(pagesAround(second, null).previous)).toEqual({ filters, back: [] })
    expect(pressed(pagesAround(third, null).first)).toEqual({ filters })
    expect(pagesAround({ filters }, null)).toEqual({ next: null, previous: null, first: null })
    expect(pagesAround(second, null).first).toBeNull()
  })

  test('far behind, the last of them are turned back one by one', () => {
    let page = readListPage(JSON.stringify({ filters }))
    for (let turned = 1; turned <= 40; turned += 1) page = pressed(pagesAround(page, `${turned}-1`).next)
    expect(page.back).toHaveLength(30)
    expect(pressed(pagesAround(page, null).first)).toEqual({ filters })
  })

  test('too much for a button has none', () => {
    expect(pagesAround({ filters: { words: '"'.repeat(1000) } }, '1-1').next).toBeNull()
  })

  test.each(['', '{', 'null', '{"filters":""}', '{"filters":{"states":["GONE"]}}', '{"filters":{"customer":-1}}', '{"filters":{},"after":""}'])('%s is no page', (text) => {
    expect(() => readListPage(text)).toThrow(BrokenPayload)
  })
})

describe('what Home shows is its own account’s', () => {
  test('kept in the view, and dropped for another account (SCOPE-1)', () => {
    const state = writeHomeState('mei-hikari', { filters: { customer: 'acme.example', mine: true } })
    expect(readHomeState(state, 'mei-hikari')).toEqual({ filters: { customer: 'acme.example', mine: true } })
    expect(readHomeState(state, 'mei-boreal')).toEqual({ filters: {} })
  })

  test.each([undefined, '', '[]', '{"accountId":"a","page":{"filters":{"states":["X"]}}}'])('%s means all of them', (metadata) => {
    expect(readHomeState(metadata, 'a')).toEqual({ filters: {} })
  })

  test('more than Slack keeps is not kept', () => {
    expect(writeHomeState('a', { filters: { words: long(3000) } })).toBe('')
  })
})

describe.each([english, japanese])('the form in $locale', (reader) => {
  const form = { filters: everyFilter, customer: { id: 7, name: long(500), domain: long(253) }, choosesCustomer: true }
  test.each([['full', form], ['empty', { filters: {}, customer: null, choosesCustomer: true }], ['a customer’s', { filters: {}, customer: null, choosesCustomer: false }]] as const)('%s keeps within Slack’s limits', (_name, each) => {
    expect(viewProblems(filterForm(each, { reader, round: 0, metadata: '{}' }), 'modal')).toEqual([])
  })
})

describe('Home', () => {
  const shown = (more: Partial<typeof home> = {}, look = homeLook()): string => JSON.stringify(homeView({ ...home, ...more }, look).blocks)

  test('counts in buttons, with a + where nobody counted further', () => {
    const counts = { NEW: { count: 3, more: false }, IN_PROGRESS: { count: 1000, more: true }, ACTION_REQUIRED: { count: 0, more: false }, SOLUTION_PROVIDED: { count: 0, more: false } }
    expect(shown({ counts })).toMatch(/New: 3.*In progress: 1,000\+.*Action required: 0/)
  })

  test('a state that is chosen is let go of by pressing it again', () => {
    const pressed = homeView({ ...longHome, filters: { states: ['NEW'], mine: true } }, homeLook()).blocks.flatMap((block) => ('elements' in block && block.type === 'actions' ? block.elements : []))
    const value = (id: string) => pressed.find((element) => element.action_id === id && 'value' in element) as { value: string; style?: string }
    expect(JSON.parse(value('home_new').value)).toEqual({ filters: { mine: true } })
    expect(value('home_new').style).toBe('primary')
    expect(JSON.parse(value('home_in_progress').value)).toEqual({ filters: { states: ['IN_PROGRESS'], mine: true } })
  })

  test('what waits stands before the cases, each with its button', () => {
    const words = shown({ waits: [{ why: 'held', row, file: 'a<b>.log' }, { why: 'asks', row: { ...row, number: 1050 } }] })
    expect(words).toMatch(/What waits for me.*1042.*a&lt;b&gt;\.log is held back.*view_case.*1050.*waits for our answer.*My cases/)
  })

  test('a support partner is not told that customers are its own', () => {
    expect(shown({})).toContain('Reseller: you file and follow cases')
    const partner = shown({ account: { ...home.account, supportOnly: true } })
    expect(partner).toContain('Support partner: you file and follow cases')
    expect(partner).not.toContain('Reseller:')
  })

  test('a newcomer sees what to do first, and no empty filters', () => {
    const words = shown({ cases: { rows: [], next: null } })
    expect(words).toContain('First steps')
    expect(words).not.toContain('open_filters')
  })

  test('a filter that finds nothing leaves the filters there', () => {
    const words = shown({ filters: { states: ['NEW'] }, cases: { rows: [], next: null } })
    expect(words).toMatch(/open_filters.*home_all.*No case matches/)
  })

  test('a customer’s account chooses among no customers', () => {
    expect(shown({ account: { ...home.account, organizationKind: 'CUSTOMER' } })).not.toContain('filter_customer')
  })

  test('filters that cannot be followed are told why, with the way back', () => {
    const words = shown({ filters: { customer: 'gone.example' }, cases: { refusal: { code: 'customer_not_found', words: 'gone.example' } } }, homeLook(english, { refused: 'No such customer' }))
    expect(words).toMatch(/home_all_customers.*No such customer/)
  })
})
