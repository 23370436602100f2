import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { approvalStates } from '../../../src/domain/approvals/approval.js'
import type { ApprovalState, ApprovalValue } from '../../../src/domain/approvals/approval.js'
import { decisionProblems } from '../../../src/domain/approvals/decision-problems.js'
import { decideBlockedBy, deciders, handOnChoices, isSamePerson, kindsDecidedBy, maySeeApproval, mayWithdraw } from '../../../src/domain/approvals/deciders.js'
import type { ApprovalFacts, ApprovalPerson } from '../../../src/domain/approvals/deciders.js'
import { privileges } from '../../../src/domain/privileges.js'
import type { Privilege } from '../../../src/domain/privileges.js'
import { organizationKinds } from '../../../src/domain/words.js'

const now = new Date('2026-03-02T09:00:00.000Z')
const later = new Date('2026-03-02T10:00:00.000Z')

const person = (accountId: string, more: Partial<ApprovalPerson> = {}): ApprovalPerson => ({
  accountId, name: accountId.toUpperCase(), personEmail: `${accountId}@hikari.example`, slack: { teamId: 'T1', userId: `U-${accountId}` }, ...more,
})

const [aiko, dana, noor, olle] = [person('aiko'), person('dana'), person('noor'), person('olle')]

function approval(more: Partial<ApprovalValue> = {}): ApprovalValue {
  return {
    id: 'a1', state: 'PENDING', version: 1, payload: { kind: 'CONSENT' }, organization: { id: 'hikari', name: 'Hikari', domain: 'hikari.example' },
    requester: { accountId: 'aiko', name: 'AIKO', domain: 'hikari.example' }, customer: null, skuNames: [], case: null,
    asked: [{ accountId: 'dana', name: 'DANA', handedOnTo: null }], ended: null, comment: null, closedBecause: null, createdAt: now, expiresAt: later, ...more,
  }
}

const facts = (more: Partial<ApprovalValue> = {}, people: Partial<ApprovalFacts> = {}): ApprovalFacts => ({
  approval: approval(more), requester: aiko, entitled: [dana, noor], ...people,
})

const actor = (of: ApprovalPerson, held: readonly Privilege[] = [], organizationId = 'hikari') => ({
  accountId: of.accountId, organizationId, privileges: new Set(held), slack: of.slack ?? { teamId: 'T1', userId: 'U-none' },
})

test.each([
  ['ACCESS_REQUEST', 'CUSTOMER', 'ADMINISTER'],
  ['CONSENT', 'RESELLER', 'DECIDE_REQUESTS'],
  ['RECORDED_GRANT', 'RESELLER', 'DECIDE_REQUESTS'],
  ['P1_FILING', 'RESELLER', 'DECIDE_REQUESTS'],
  ['ESCALATION', 'RESELLER', 'DECIDE_REQUESTS'],
  ['EXTRA_LICENCES', 'DESK', 'ANSWER_CASES'],
  ['ATTACHMENT_REMOVAL', 'DESK', 'ANSWER_CASES'],
] as const)('%s is decided by people of the %s with %s (APPROVAL-1)', (kind, of, privilege) => {
  expect(deciders[kind]).toEqual({ of, privilege })
  const organizationKind = { CUSTOMER: 'CUSTOMER', RESELLER: 'RESELLER', DESK: 'VENDOR' } as const
  for (const each of organizationKinds) {
    expect(kindsDecidedBy({ organizationKind: each, privileges: new Set([privilege]) }).includes(kind)).toBe(each === organizationKind[of])
    expect(kindsDecidedBy({ organizationKind: each, privileges: new Set(privileges.filter((held) => held !== privilege)) })).not.toContain(kind)
  }
})

describe('whether somebody may decide (APPROVAL-2)', () => {
  it.each([
    ['who was asked', facts(), dana, null],
    ['who was not asked, and is entitled', facts(), noor, null],
    ['who handed it on', facts({ asked: [{ accountId: 'dana', name: 'DANA', handedOnTo: 'NOOR' }] }), dana, null],
    ['who is not entitled', facts(), olle, { code: 'not_entitled', kind: 'CONSENT', entitled: ['DANA', 'NOOR'] }],
    ['who was asked and is entitled no more', facts({}, { entitled: [noor] }), dana, { code: 'not_entitled', kind: 'CONSENT', entitled: ['NOOR'] }],
    ['who asked', facts(), aiko, { code: 'own_request', others: ['DANA', 'NOOR'] }],
    ['who asked and is entitled', facts({}, { requester: dana }), dana, { code: 'own_request', others: ['NOOR'] }],
    ['another account of who asked, by address', facts({}, { requester: person('x', { personEmail: dana.personEmail, slack: null }) }), dana, { code: 'own_request', others: ['NOOR'] }],
    ['another account of who asked, by Slack user', facts({}, { requester: person('x', { slack: noor.slack }) }), noor, { code: 'own_request', others: ['DANA'] }],
    ['before it expires', facts({ expiresAt: new Date(now.getTime() + 1) }), dana, null],
    ['at the moment it expires', facts({ expiresAt: now }), dana, { code: 'already_decided', state: 'EXPIRED', by: null, at: now }],
    ['when it never expires', facts({ expiresAt: null }), dana, null],
    ['after somebody decided', facts({ state: 'DECLINED', ended: { accountId: 'noor', by: 'NOOR', at: later } }), dana, { code: 'already_decided', state: 'DECLINED', by: 'NOOR', at: later }],
    ['after it ended by itself', facts({ state: 'EXPIRED', ended: null }), dana, { code: 'already_decided', state: 'EXPIRED', by: null, at: later }],
  ])('%s', (_who, of, who, expected) => {
    expect(decideBlockedBy(of, actor(who), now)).toEqual(expected)
  })
})

it.each([
  ['who asked', aiko, [], 'hikari', true],
  ['who was asked', dana, [], 'acme', true],
  ['who is entitled', noor, [], 'acme', true],
  ['who was asked and lost the privilege', olle, [], 'acme', false],
  ['a manager of the domain', olle, ['DECIDE_REQUESTS'], 'hikari', true],
  ['a super admin of the domain', olle, ['ADMINISTER'], 'hikari', true],
  ['a colleague', olle, ['VIEW_CUSTOMERS', 'ACCESS_SUPPORT_CASES', 'SUPPORT'], 'hikari', false],
  ['a manager of another domain', olle, ['DECIDE_REQUESTS', 'ADMINISTER'], 'boreal', false],
] as const)('%s may see it or not', (_who, who, held, organizationId, expected) => {
  const asked = [dana, olle].map(({ accountId, name }) => ({ accountId, name, handedOnTo: null }))
  expect(maySeeApproval(facts({ asked }), actor(who, held, organizationId))).toBe(expected)
})

it('is withdrawn by who asked, while it waits', () => {
  expect(mayWithdraw(approval(), 'aiko', now)).toBe(true)
  expect(mayWithdraw(approval(), 'dana', now)).toBe(false)
  expect(mayWithdraw(approval(), 'aiko', later)).toBe(false)
  for (const state of approvalStates.filter((each) => each !== 'PENDING')) expect(mayWithdraw(approval({ state }), 'aiko', now)).toBe(false)
})

it.each([
  ['who was asked: to who is entitled and not asked', facts(), 'dana', ['noor']],
  ['never to who asked', facts({}, { requester: noor, entitled: [dana, noor, olle] }), 'dana', ['olle']],
  ['never to somebody asked already', facts({ asked: [dana, noor].map(({ accountId, name }) => ({ accountId, name, handedOnTo: null })) }), 'dana', []],
  ['not by who was not asked', facts(), 'noor', []],
  ['not twice', facts({ asked: [{ accountId: 'dana', name: 'DANA', handedOnTo: 'OLLE' }] }), 'dana', []],
  ['not once it has ended', facts({ state: 'APPROVED' }), 'dana', []],
  ['not once it has expired', facts({ expiresAt: now }), 'dana', []],
])('is handed on by %s', (_how, of, accountId, expected) => {
  expect(handOnChoices(of, accountId, now).map((choice) => choice.accountId)).toEqual(expected)
})

it.each([
  ['APPROVE', '', []],
  ['APPROVE', 'Fine', []],
  ['DECLINE', 'No', []],
  ['DECLINE', '', [{ field: 'comment', problem: 'required' }]],
  [null, 'Well', [{ field: 'decision', problem: 'required' }]],
  ['DECLINE', 'x'.repeat(3000), []],
  ['APPROVE', 'x'.repeat(3001), [{ field: 'comment', problem: 'too_long', max: 3000, length: 3001 }]],
] as const)('%s with %j', (decision, comment, expected) => {
  expect(decisionProblems(decision, comment)).toEqual(expected)
})

test('nobody ever decides what the same person asked for, nobody without the privilege decides, and nothing that has ended is decided again', () => {
  // Few names and addresses, so that people are often one and the same.
  const anybody = fc.record({
    accountId: fc.constantFrom('a', 'b', 'c', 'd'), name: fc.constantFrom('A', 'B'), personEmail: fc.constantFrom('1@x', '2@x', '3@x', '4@x'),
    slack: fc.option(fc.record({ teamId: fc.constant('T1'), userId: fc.constantFrom('U1', 'U2', 'U3', 'U4') }), { nil: null }),
  })
  const cases = fc.record({
    people: fc.uniqueArray(anybody, { selector: (each) => each.accountId, minLength: 2, maxLength: 4 }),
    requesterAt: fc.nat(3), actorAt: fc.nat(3), entitledMask: fc.nat(15),
    state: fc.constantFrom<ApprovalState>('PENDING', 'PENDING', ...approvalStates),
    expires: fc.option(fc.integer({ min: -2, max: 2 }), { nil: null }),
  })
  let decided = 0
  fc.assert(fc.property(cases, ({ people, requesterAt, actorAt, entitledMask, state, expires }) => {
    const requester = people[requesterAt % people.length]!
    const who = people[actorAt % people.length]!
    const entitled = people.filter((_, index) => entitledMask & (1 << index))
    const expiresAt = expires === null ? null : new Date(now.getTime() + expires)
    const may = decideBlockedBy({ approval: approval({ state, expiresAt, requester: { accountId: requester.accountId, name: requester.name, domain: 'x' } }), requester, entitled }, actor(who), now) === null
    if (!may) return
    decided += 1
    expect(isSamePerson(who, requester)).toBe(false)
    expect(entitled).toContain(who)
    expect(state).toBe('PENDING')
    expect(expiresAt === null || expiresAt > now).toBe(true)
  }), { numRuns: 8000 })
  // About one world in thirty lets somebody decide: far fewer would mean that the property holds over nothing.
  expect(decided).toBeGreaterThan(100)
})
