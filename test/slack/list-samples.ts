/** Lists of cases and Home, as views draw them; `long` ones are as long as anything may get. */
import { noClock } from '../../src/domain/clocks/response-clock.js'
import type { CaseList, CaseRow } from '../../src/domain/cases/case-view.js'
import type { HomeValue } from '../../src/domain/home.js'
import type { Reader } from '../../src/locales/words.js'
import type { CaseListLook } from '../../src/slack/views/cases/case-list.js'
import type { HomeLook } from '../../src/slack/views/home/home-look.js'
import { english, long, now } from './samples.js'

export const row: CaseRow = {
  locked: false, number: 1042, customerName: 'Acme', title: 'Mail arrives late', state: 'NEW', severity: 'P2', ownerName: 'Aiko Tanaka',
  filedAt: new Date('2026-02-28T09:00:00Z'), updatedAt: new Date('2026-03-02T08:00:00Z'), escalated: false, clock: noClock, portalWaits: null,
}

const longRow: CaseRow = {
  ...row, customerName: long(500), title: long(200), severity: 'P1', ownerName: long(300), escalated: true, portalWaits: 'case',
  clock: { ...noClock, since: new Date('2026-03-02T07:00:00Z'), targetAt: new Date('2026-03-02T08:30:00Z') },
}

export const longRows: CaseList['rows'] = Array.from({ length: 10 }, (_, i) => i % 3 === 0
  ? { locked: true, number: 1000 + i, customerName: long(500), block: { reason: 'grant_pending', skuName: long(300), until: now } }
  : { ...longRow, number: 1000 + i })

export const listLook: CaseListLook = {
  reader: english, now, organizationKind: 'RESELLER', domain: 'hikari.example', filters: {}, pages: { next: null, previous: null, first: null }, filtersPage: 'f', allPage: 'a',
}

/** The longest button values there are. */
export const longPages = { next: 'n'.repeat(2000), previous: 'p'.repeat(2000), first: 'f'.repeat(2000) }

export const everyFilter = {
  words: long(300), customer: long(253), states: ['NEW', 'IN_PROGRESS', 'ACTION_REQUIRED', 'SOLUTION_PROVIDED'], severities: ['P1', 'P2', 'P3', 'P4'], mine: true,
} as const

export const home: HomeValue = {
  account: { name: 'Aiko', email: 'aiko@hikari.example', domain: 'hikari.example', organizationName: 'Hikari', organizationKind: 'RESELLER', supportOnly: false },
  domains: ['hikari.example', 'boreal.example'], others: [{ domain: 'boreal.example', organizationName: 'Boreal' }],
  waiting: 0, approvals: [], waits: [], moreWaits: false, administers: false, mayFile: true,
  unfinished: [{ draftId: 'd1', title: null, customerName: null, updatedAt: now }],
  filters: {}, counts: null, queue: null, cases: { rows: [row], next: 'x' },
}

const count = { count: 1000, more: true }

export const longHome: HomeValue = {
  ...home, account: { name: long(500), email: long(320), domain: long(253), organizationName: long(500), organizationKind: 'RESELLER', supportOnly: false },
  domains: Array.from({ length: 40 }, () => long(253)), administers: true, waiting: 12_345, moreWaits: true,
  waits: (['overdue', 'asks', 'proposed', 'portal', 'held', 'asks', 'asks', 'asks'] as const).map((why, i) => ({ why, row: { ...longRow, number: 2000 + i }, file: long(255) })),
  unfinished: Array.from({ length: 3 }, (_, i) => ({ draftId: `d${i}`, title: long(500), customerName: long(500), updatedAt: now })),
  filters: everyFilter, counts: { NEW: count, IN_PROGRESS: count, ACTION_REQUIRED: count, SOLUTION_PROVIDED: count },
  cases: { rows: longRows, next: 'x', customer: { id: 7, name: long(500), domain: long(253) } },
}

/** At the desk, with as much of its queue as Home shows. */
export const deskHome: HomeValue = {
  ...longHome, account: { ...longHome.account, organizationKind: 'VENDOR' }, waits: [], counts: null,
  queue: {
    rows: Array.from({ length: 5 }, (_, i) => ({
      number: 1000 + i, customerName: long(500), title: long(200), state: 'NEW' as const, severity: 'P1' as const, escalated: true,
      deskOwnerName: long(300), deskSince: now, clock: longRow.clock,
    })),
    next: 'x', counts: { P1: 1000, P2: 1000, P3: 0, P4: 1 }, mine: false, at: now,
  },
}

export const homeLook = (reader: Reader = english, more: Partial<HomeLook> = {}): HomeLook => ({
  reader, now, refused: null, pages: { next: null, previous: null, first: null }, pageWith: (filters) => JSON.stringify({ filters }), ...more,
})
