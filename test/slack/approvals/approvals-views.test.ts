import type { ModalView } from '@slack/types'
import { describe, expect, test } from 'vitest'
import { approvalClosures, approvalKinds, approvalStates } from '../../../src/domain/approvals/approval.js'
import type { ApprovalKind, ApprovalValue } from '../../../src/domain/approvals/approval.js'
import type { ApprovalSheet } from '../../../src/domain/approvals/approval-sheet.js'
import { messageProblems, viewProblems } from '../../../src/sandbox/block-kit/surfaces.js'
import { approvalsCommandProblem, approvalsUsage } from '../../../src/slack/commands/approvals/approvals-usage.js'
import { actions } from '../../../src/slack/routes.js'
import { approvalDone, handedOnDone } from '../../../src/slack/views/approvals/approval-done.js'
import { approvalMessage, neutralApproval } from '../../../src/slack/views/approvals/approval-message.js'
import { approvalOutcome } from '../../../src/slack/views/approvals/approval-outcome.js'
import { approvalReminder } from '../../../src/slack/views/approvals/approval-reminder.js'
import { approvalsMessage } from '../../../src/slack/views/approvals/approvals-list.js'
import { decideApproval } from '../../../src/slack/views/approvals/decide-approval.js'
import { handOnApproval } from '../../../src/slack/views/approvals/hand-on-approval.js'
import type { Message } from '../../../src/slack/views/blocks.js'
import { welcomeMessage } from '../../../src/slack/views/welcome.js'
import { approvalOf, endedAs, longApprovalOf } from './approval-samples.js'
import { english, japanese, long, now } from '../samples.js'

const all = (shown: unknown): string => JSON.stringify(shown)
const ends = approvalStates.filter((state) => state !== 'PENDING')

const sheetOf = (approval: ApprovalValue, more: Partial<ApprovalSheet> = {}): ApprovalSheet => ({
  approval, mayDecide: true, why: null, mayWithdraw: false, handOnTo: [{ accountId: 'noor', name: 'Noor Haddad' }], ...more,
})
const fullList = (rows: ApprovalValue[], list: 'waiting' | 'asked') => ({ list, rows, nextPage: 'n'.repeat(200), later: true })

describe.each([english, japanese])('within Slack’s limits in $locale', (reader) => {
  const look = { reader, now, grantAsked: longApprovalOf('ACCESS_REQUEST') }
  const messages: Record<string, Message> = {
    neutral: neutralApproval(reader),
    usage: approvalsUsage(reader),
    problem: approvalsCommandProblem({ verb: 'unknown', tried: long(500), nearest: 'asked' }, reader),
    list: approvalsMessage([fullList(approvalKinds.map((kind) => longApprovalOf(kind)), 'waiting'), fullList(ends.map((state) => endedAs(longApprovalOf('CONSENT'), state)), 'asked')], { reader, now, domain: long(253), firstPage: 'f' }),
    empty: approvalsMessage([{ list: 'waiting', rows: [], nextPage: null, later: false }], { reader, now, domain: 'hikari.example', firstPage: null }),
    welcome: welcomeMessage({ name: long(500), email: long(320), organizationName: long(500), organizationKind: 'RESELLER', domain: long(253), privileges: new Set(['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES', 'DECIDE_REQUESTS', 'ADMINISTER']), otherDomains: Array.from({ length: 40 }, () => long(253)) }, reader),
  }
  const views: Record<string, ModalView> = {}
  for (const kind of approvalKinds) {
    const approval = longApprovalOf(kind)
    for (const place of ['asked', 'channel', 'requester'] as const) messages[`${kind} for ${place}`] = approvalMessage(approval, reader, { for: place })
    messages[`${kind} reminder`] = approvalReminder(approval, reader, null)
    views[`${kind} decide`] = decideApproval(sheetOf(approval, { mayWithdraw: true, handOnTo: Array.from({ length: 150 }, (_, i) => ({ accountId: `account-${i}`, name: long(500) })) }), { reader, decision: 'DECLINE', why: null })
    views[`${kind} look`] = decideApproval(sheetOf(approval, { mayDecide: false }), { reader, decision: null, why: long(4000) })
    views[`${kind} hand on`] = handOnApproval(sheetOf(approval, { handOnTo: Array.from({ length: 150 }, (_, i) => ({ accountId: `account-${i}`, name: long(500) })) }), reader)
    views[`${kind} handed on`] = handedOnDone(approval, long(500), reader)
    for (const state of ends) {
      const ended = endedAs(approval, state, { comment: long(3000), closedBecause: 'consent_missing', ended: { accountId: 'a', by: long(500), at: now } })
      messages[`${kind} ${state}`] = approvalMessage(ended, reader, { for: 'asked' })
      messages[`${kind} ${state} reminder`] = approvalReminder(ended, reader, null)
      messages[`${kind} ${state} outcome`] = approvalOutcome(ended, look)
      views[`${kind} ${state} done`] = approvalDone(ended, reader)
      views[`${kind} ${state} over`] = decideApproval(sheetOf(ended, { mayDecide: false, handOnTo: [] }), { reader, decision: null, why: null })
    }
  }

  test.each(Object.entries(messages))('%s', (_name, { text, blocks }) => {
    expect(messageProblems(blocks)).toEqual([])
    expect(text.length).toBeLessThan(12_000)
    expect(all(blocks).length).toBeLessThan(20_000)
    expect(text).not.toMatch(/undefined|null|\[object/)
  })

  test.each(Object.entries(views))('%s', (_name, view) => {
    expect(viewProblems(view, 'modal')).toEqual([])
    expect(new TextEncoder().encode(JSON.stringify(view)).length).toBeLessThan(250_000)
    expect(all(view)).not.toMatch(/undefined|\[object/)
  })

  test('every button has a listener', () => {
    const buttons = /"type":"button"[^{}]*\{[^{}]*\}[^{}]*"action_id":"(\w+)"/g
    const ids = [...all([messages, views]).matchAll(buttons)].map(([, id]) => String(id))
    expect(new Set(ids)).toEqual(new Set(['approve', 'decline', 'review', 'withdraw_approval', 'hand_on_approval', 'approvals_page', 'view_case', 'continue_draft', 'it_works_now']))
    const others = ['it_works_now']
    expect(ids.filter((id) => !(id in actions) && !others.includes(id))).toEqual([])
  })
})

describe('what people typed stays text', () => {
  const hostile: ApprovalValue[] = [
    approvalOf('RECORDED_GRANT', { payload: { kind: 'RECORDED_GRANT', evidence: '<!channel>' } }),
    approvalOf('P1_FILING', { payload: { kind: 'P1_FILING', draftId: 'd', caseNumber: 7, title: '<!channel>' } }),
    approvalOf('ESCALATION', { payload: { kind: 'ESCALATION', caseNumber: 7, title: 'Down', reason: 'RESOLUTION_TIME', justification: '<!channel>' } }),
    approvalOf('EXTRA_LICENCES', { payload: { kind: 'EXTRA_LICENCES', count: 1, reason: '<!channel>' } }),
    approvalOf('CONSENT', { skuNames: ['<!channel>'] }),
    approvalOf('ACCESS_REQUEST', { requester: { accountId: 'x', name: '<!channel>', domain: 'hikari.example' } }),
    approvalOf('ACCESS_REQUEST', { customer: { id: 1, name: '<!channel>', domain: 'globex.example', tier: 'STANDARD' } }),
    endedAs(approvalOf('CONSENT'), 'DECLINED', { comment: '<!channel>' }),
    endedAs(approvalOf('CONSENT'), 'APPROVED', { ended: { accountId: 'x', by: '<!channel>', at: now } }),
  ]
  test.each(hostile)('$payload.kind $state', (approval) => {
    const shown = [approvalMessage(approval, english, { for: 'asked' }), approvalOutcome(endedAs(approval, 'APPROVED'), { reader: english, now, grantAsked: null }), approvalReminder(approval, english, null)]
    for (const { text, blocks } of shown) {
      const read = blocks.map((block) => all('accessory' in block ? { ...block, accessory: undefined } : block.type === 'actions' ? {} : block))
      expect(`${text}${read.join('')}`).not.toContain('<!channel>')
    }
    expect(`${shown[0]!.text}${all(shown[0]!.blocks)}`).toContain('&lt;!channel&gt;')
    const view = decideApproval(sheetOf(approval, { mayDecide: false }), { reader: english, decision: null, why: '<!channel>' })
    expect(all(view.blocks)).not.toContain('<!channel>')
  })
})

describe('a request’s message (APPROVAL-3)', () => {
  const tells: [ApprovalKind, string[]][] = [
    ['ACCESS_REQUEST', ['Camille Roux', 'hikari.example', 'Globex', 'Turn reseller access on', 'Grant Business Plus', 'until', 'Google Admin console']],
    ['CONSENT', ['Camille Roux', 'Hikari Cloud', 'Globex', 'Business Plus']],
    ['RECORDED_GRANT', ['Camille Roux', 'Globex', 'Business Plus', 'They wrote it in a letter.']],
    ['P1_FILING', ['Camille Roux', 'Globex', '#1042', 'Nobody can sign in', 'P1 · Critical', 'as a draft']],
    ['ESCALATION', ['Camille Roux', 'Globex', '#1042', 'Nobody can sign in', 'P2', 'Business impact', 'The shop stands still.']],
    ['EXTRA_LICENCES', ['Camille Roux', 'hikari.example', '20', 'We hire people.']],
  ]
  test.each(tells)('%s tells everything in its text, for screen readers hear nothing else', (kind, facts) => {
    const { text, blocks } = approvalMessage(approvalOf(kind), english, { for: 'asked' })
    for (const fact of facts) expect(text).toContain(fact)
    expect(all(blocks)).toContain('"action_id":"approve","value":"approval-1"')
  })

  test('buttons hold the id and nothing that decides', () => {
    const { blocks } = approvalMessage(approvalOf('CONSENT'), english, { for: 'channel' })
    expect([...all(blocks).matchAll(/"value":"([^"]*)"/g)].map(([, value]) => value)).toEqual(['approval-1', 'approval-1', 'approval-1'])
  })

  test('SCOPE-1: a channel is not told what people wrote at length', () => {
    const { text, blocks } = approvalMessage(approvalOf('RECORDED_GRANT'), english, { for: 'channel' })
    expect(`${text}${all(blocks)}`).not.toContain('letter')
    expect(text).toContain('Asked: Dana Moreau and Noor Haddad.')
    const escalation = approvalMessage(approvalOf('ESCALATION'), english, { for: 'channel' })
    expect(escalation.text).toContain('#1042')
    expect(`${escalation.text}${all(escalation.blocks)}`).not.toContain('shop')
    const ended = approvalMessage(endedAs(approvalOf('RECORDED_GRANT'), 'DECLINED', { comment: 'They called me' }), english, { for: 'channel' })
    expect(ended.text).toContain('Declined by Dana Moreau')
    expect(`${ended.text}${all(ended.blocks)}`).not.toContain('They called me')
  })

  const outcomes: [Exclude<ApprovalValue['state'], 'PENDING'>, Partial<ApprovalValue>, string][] = [
    ['APPROVED', { comment: 'Go ahead' }, 'Approved by Dana Moreau'],
    ['DECLINED', { comment: 'Not yet' }, 'Declined by Dana Moreau'],
    ['WITHDRAWN', {}, 'Withdrawn by Dana Moreau'],
    ['EXPIRED', {}, 'nobody decided in time'],
    ['CLOSED', { closedBecause: 'customer_transferred' }, 'The customer went to another reseller.'],
  ]
  test.each(outcomes)('%s: the outcome stands in its place, and no button', (state, more, words) => {
    const { text, blocks } = approvalMessage(endedAs(approvalOf('CONSENT'), state, more), english, { for: 'asked' })
    expect(text).toContain(words)
    expect(all(blocks)).toContain(words)
    if (more.comment) expect(text).toContain(more.comment)
    expect(all(blocks)).not.toContain('"button"')
  })

  test.each(approvalClosures)('what became impossible because of %s says so in both languages', (closedBecause) => {
    for (const reader of [english, japanese]) {
      expect(approvalMessage(endedAs(approvalOf('CONSENT'), 'CLOSED', { closedBecause }), reader, { for: 'asked' }).text).not.toMatch(/approvals\.|undefined/)
    }
  })

  test('who handed it on reads to whom, and has no buttons', () => {
    const { text, blocks } = approvalMessage(approvalOf('CONSENT'), english, { for: 'asked', handedOnTo: 'Noor Haddad' })
    expect(text).toContain('You handed this on to Noor Haddad.')
    expect(all(blocks)).not.toContain('"button"')
  })
})

describe('the form', () => {
  const view = (sheet: ApprovalSheet, why: string | null = null) => decideApproval(sheet, { reader: english, decision: 'APPROVE', why })

  test('two taps to decide: the decision is preset, only Submit is left', () => {
    const shown = view(sheetOf(approvalOf('CONSENT')))
    expect(shown.submit?.text).toBe('Submit')
    expect(shown.private_metadata).toBe('approval-1')
    expect(all(shown.blocks)).toContain('"initial_option":{"text":{"type":"plain_text","text":"Approve","emoji":true},"value":"APPROVE"}')
    expect(all(decideApproval(sheetOf(approvalOf('CONSENT')), { reader: english, decision: null, why: null }))).not.toContain('initial_option')
  })

  test('who may only look reads the facts and why, and has nothing to submit', () => {
    const shown = view(sheetOf(approvalOf('RECORDED_GRANT'), { mayDecide: false, handOnTo: [], mayWithdraw: true }), 'Nobody decides their own request.')
    expect(shown.submit).toBeUndefined()
    expect(all(shown)).toContain('Nobody decides their own request.')
    expect(all(shown)).toContain('They wrote it in a letter.')
    expect(all(shown)).toContain('withdraw_approval')
    expect(all(shown)).not.toContain('hand_on_approval')
  })

  test('one that has ended says who and when, with nothing to do', () => {
    const shown = view(sheetOf(endedAs(approvalOf('CONSENT'), 'APPROVED', { comment: 'Fine' }), { mayDecide: false, handOnTo: [] }), 'Somebody was quicker.')
    expect(all(shown)).toContain('*Approved by Dana Moreau')
    expect(all(shown)).toContain('Fine')
    expect(all(shown)).not.toMatch(/"button"|"input"|quicker/)
  })

  test('APPROVAL-2: whose decision came too late reads who was quicker, and that it did not count', () => {
    const late = (state: 'APPROVED' | 'EXPIRED') => all(decideApproval(sheetOf(endedAs(approvalOf('CONSENT'), state), { mayDecide: false, handOnTo: [] }), { reader: english, decision: null, why: null, late: true }))
    expect(late('APPROVED')).toContain('*Dana Moreau was quicker.* Your decision was not counted.')
    expect(late('EXPIRED')).toContain('*This request has ended meanwhile.* Your decision was not counted.')
  })

  test('that nobody but the reader is asked goes without saying', () => {
    const alone = approvalOf('CONSENT', { asked: [{ accountId: 'dana', name: 'Dana Moreau', handedOnTo: null }] })
    expect(all(view(sheetOf(alone)))).not.toContain('Asked: ')
    expect(all(view(sheetOf(approvalOf('CONSENT'))))).toContain('Asked: Dana Moreau and Noor Haddad.')
  })

  test('how it ends says what happens next', () => {
    expect(all(approvalDone(endedAs(approvalOf('P1_FILING'), 'APPROVED'), english))).toContain('Case #1042 is filed, and Camille Roux is told now.')
    expect(all(approvalDone(endedAs(approvalOf('P1_FILING'), 'DECLINED'), english))).toContain('as a draft')
    expect(all(approvalDone(endedAs(approvalOf('CONSENT'), 'CLOSED', { closedBecause: 'subscription_gone' }), english))).toContain('does not hold the subscription any more. Nothing was changed')
  })
})

describe('how it ended, for the one who asked', () => {
  const told = (approval: ApprovalValue, more: { now?: Date; grantAsked?: ApprovalValue } = {}) => approvalOutcome(approval, { reader: english, now, grantAsked: null, ...more })

  test('access granted: pending until tomorrow, with *It works now*, and nothing to file yet', () => {
    const { text, blocks } = told(endedAs(approvalOf('ACCESS_REQUEST'), 'APPROVED'))
    expect(text).toMatch(/Access to Globex is granted\.[\s\S]*It may take until <!date\^1772528400\^/)
    expect(all(blocks)).toContain('"action_id":"it_works_now","value":"3"')
    expect(all(blocks)).not.toContain('file_for')
  })

  test('a day later it works', () => {
    const { text, blocks } = told(endedAs(approvalOf('ACCESS_REQUEST'), 'APPROVED'), { now: new Date('2026-03-03T09:00:00Z') })
    expect(text).toContain('You can file cases for the customer now.')
    expect(all(blocks)).not.toContain('it_works_now')
    expect(all(blocks)).toContain('"action_id":"file_for","value":"3"')
  })

  test('ACCESS-3: who recorded a grant is not offered to confirm it', () => {
    expect(all(told(endedAs(approvalOf('RECORDED_GRANT'), 'APPROVED')))).not.toContain('it_works_now')
  })

  test('consent: what was asked next, or who can record it', () => {
    const consent = endedAs(approvalOf('CONSENT'), 'APPROVED')
    expect(told(consent, { grantAsked: approvalOf('ACCESS_REQUEST', { asked: [{ accountId: 'ines', name: 'Ines Duarte', handedOnTo: null }] }) }).text).toContain('asked to grant access: Ines Duarte.')
    expect(told(consent).text).toContain('`/access grant globex.example`')
    const byCustomer = { ...consent, requester: { accountId: 'liam', name: 'Liam', domain: 'globex.example' } }
    expect(told(byCustomer).text).toContain('Next, grant it with `/access grant globex.example`')
  })

  test('P1: the number and *View case*, or the comment and *Go on with it*', () => {
    const approved = told(endedAs(approvalOf('P1_FILING'), 'APPROVED'))
    expect(approved.text).toContain('Case #1042 for Globex is filed')
    expect(all(approved.blocks)).toContain('"action_id":"view_case","value":"1042"')
    const declined = told(endedAs(approvalOf('P1_FILING'), 'DECLINED', { comment: 'This is a P2' }))
    expect(declined.text).toContain('This is a P2')
    expect(all(declined.blocks)).toContain('"action_id":"continue_draft","value":"draft-1"')
  })
})

describe('/approvals', () => {
  const look = { reader: english, now, domain: 'hikari.example', firstPage: null }

  test('says what waits and what was asked for, each row with *Review*', () => {
    const { text, blocks } = approvalsMessage([
      { list: 'waiting', rows: [approvalOf('CONSENT')], nextPage: null, later: false },
      { list: 'asked', rows: [approvalOf('P1_FILING'), endedAs(approvalOf('ACCESS_REQUEST'), 'DECLINED')], nextPage: 'p', later: false },
    ], look)
    expect(text).toMatch(/Waiting for you · hikari\.example\n⏳ Consent · Globex: From Camille Roux, 1 hour ago/)
    expect(text).toMatch(/You asked for · hikari\.example\n⏳ P1 case · Globex: Asked 1 hour ago · waits for Dana Moreau and Noor Haddad/)
    expect(text).toContain('🚫 Access request · Globex: Declined by Dana Moreau')
    expect(all(blocks).match(/"action_id":"review"/g)).toHaveLength(3)
    expect(all(blocks)).toContain('More you asked for')
  })

  test('empty lists say so, and a page beyond the end how to start again', () => {
    expect(approvalsMessage([{ list: 'waiting', rows: [], nextPage: null, later: false }], look).text).toContain('Nothing waits for you.')
    expect(approvalsMessage([{ list: 'asked', rows: [], nextPage: null, later: true }], look).text).toContain('`/approvals` starts again')
  })
})

describe('a welcome (ACCOUNT-3)', () => {
  const agent = { name: 'Aiko', email: 'aiko@hikari.example', organizationName: 'Hikari', organizationKind: 'RESELLER' as const, domain: 'hikari.example', otherDomains: [] }

  test('says who one is and what one can do, by privileges', () => {
    const filer = welcomeMessage({ ...agent, privileges: new Set(['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES']) }, english).text
    for (const words of ['aiko@hikari.example', '/case new', '/access check', '/approvals', '/portal']) expect(filer).toContain(words)
    expect(filer).not.toMatch(/\/portal users|decide requests/)
    const admin = welcomeMessage({ ...agent, privileges: new Set(['ADMINISTER', 'SUPPORT']) }, english).text
    expect(admin).toContain('/portal users')
    expect(admin).not.toContain('/case new')
    const customer = welcomeMessage({ ...agent, organizationKind: 'CUSTOMER', privileges: new Set(['ADMINISTER', 'SUPPORT']) }, english).text
    expect(customer).toContain('/access grant')
    expect(customer).toContain('decide requests')
  })

  test('without a privilege it says whom to ask; with several domains how to switch', () => {
    expect(welcomeMessage({ ...agent, privileges: new Set() }, english).text).toContain('Ask the super admin of hikari.example for a role')
    expect(welcomeMessage({ ...agent, privileges: new Set(), otherDomains: ['boreal.example'] }, english).text).toContain('/portal switch boreal.example')
  })
})
