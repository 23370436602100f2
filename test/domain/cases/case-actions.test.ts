import { addHours, addMilliseconds } from 'date-fns'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionBlockedBy, allowedActions, caseActions, isOpen, reopenUntil } from '../../../src/domain/cases/case-actions.js'
import type { ActedCase, CaseAction } from '../../../src/domain/cases/case-actions.js'
import { caseStates, desks, organizationKinds, severities, supportTiers } from '../../../src/domain/words.js'
import type { Desk, OrganizationKind } from '../../../src/domain/words.js'

const now = new Date('2026-03-02T09:00:00.000Z')
const kase: ActedCase = {
  number: 1042, state: 'NEW', severity: 'P3', tier: 'PREMIUM', desk: 'BUILT_IN', escalatedAt: null, ownerId: 'aiko', deskOwnerId: 'kim', closedAt: null, reopenWindowDays: 30,
}
const me = (organizationKind: OrganizationKind, accountId = 'me') => ({ accountId, organizationKind })

const letters = {
  '.': undefined, w: 'case_waits', c: 'case_closed', n: 'not_closed', s: 'no_solution_yet', t: 'team_only', d: 'desk_only', p: 'desk_in_portal',
  r: 'portal_desk_for_resellers', x: 'not_portal_desk',
} as const

/**
 * Who may do what: a letter for each state, in the order PENDING_APPROVAL, NEW, IN_PROGRESS, ACTION_REQUIRED,
 * SOLUTION_PROVIDED, CLOSED; a dot: allowed.
 */
const table: [CaseAction, Record<`${'reseller' | 'customer' | 'vendor'}${'' | 'Portal'}`, string>][] = [
  ['reply', { reseller: 'w....c', customer: 'w....c', vendor: 'wttttt', resellerPortal: 'w....c', customerPortal: 'w....c', vendorPortal: 'wttttt' }],
  ['note', { reseller: 'w.....', customer: 'w.....', vendor: 'w.....', resellerPortal: 'w.....', customerPortal: 'w.....', vendorPortal: 'w.....' }],
  ['severity', { reseller: 'w....c', customer: 'w....c', vendor: 'w....c', resellerPortal: 'w....c', customerPortal: 'w....c', vendorPortal: 'wppppp' }],
  ['take', { reseller: 'w....c', customer: 'w....c', vendor: 'wttttt', resellerPortal: 'w....c', customerPortal: 'w....c', vendorPortal: 'wttttt' }],
  ['handOver', { reseller: 'w....c', customer: 'w....c', vendor: 'wttttt', resellerPortal: 'w....c', customerPortal: 'w....c', vendorPortal: 'wttttt' }],
  ['attach', { reseller: 'w....c', customer: 'w....c', vendor: 'w....c', resellerPortal: 'w....c', customerPortal: 'w....c', vendorPortal: 'wppppp' }],
  ['share', { reseller: 'w....c', customer: 'w....c', vendor: 'wttttt', resellerPortal: 'w....c', customerPortal: 'w....c', vendorPortal: 'wttttt' }],
  ['unshare', { reseller: 'w.....', customer: 'w.....', vendor: 'wttttt', resellerPortal: 'w.....', customerPortal: 'w.....', vendorPortal: 'wttttt' }],
  ['escalate', { reseller: 'w....c', customer: 'w....c', vendor: 'wttttt', resellerPortal: 'w....c', customerPortal: 'w....c', vendorPortal: 'wttttt' }],
  ['close', { reseller: 'w....c', customer: 'w....c', vendor: 'w....c', resellerPortal: 'w....c', customerPortal: 'w....c', vendorPortal: 'wppppp' }],
  ['notSolved', { reseller: 'wsss.c', customer: 'wsss.c', vendor: 'wttttt', resellerPortal: 'wsss.c', customerPortal: 'wsss.c', vendorPortal: 'wttttt' }],
  ['reopen', { reseller: 'wnnnn.', customer: 'wnnnn.', vendor: 'wttttt', resellerPortal: 'wnnnn.', customerPortal: 'wnnnn.', vendorPortal: 'wttttt' }],
  ['related', { reseller: 'w.....', customer: 'w.....', vendor: 'wttttt', resellerPortal: 'w.....', customerPortal: 'w.....', vendorPortal: 'wttttt' }],
  ['removeFile', { reseller: 'w.....', customer: 'w.....', vendor: 'wttttt', resellerPortal: 'w.....', customerPortal: 'w.....', vendorPortal: 'wttttt' }],
  ['copyForPortal', { reseller: 'wxxxxx', customer: 'wrrrrr', vendor: 'wttttt', resellerPortal: 'w.....', customerPortal: 'wrrrrr', vendorPortal: 'wttttt' }],
  ['portalNumber', { reseller: 'wxxxxx', customer: 'wrrrrr', vendor: 'wttttt', resellerPortal: 'w.....', customerPortal: 'wrrrrr', vendorPortal: 'wttttt' }],
  ['recordReply', { reseller: 'wxxxxx', customer: 'wrrrrr', vendor: 'wttttt', resellerPortal: 'w....c', customerPortal: 'wrrrrr', vendorPortal: 'wttttt' }],
  ['deskTake', { reseller: 'wddddd', customer: 'wddddd', vendor: 'w....c', resellerPortal: 'wddddd', customerPortal: 'wddddd', vendorPortal: 'wppppp' }],
  ['answer', { reseller: 'wddddd', customer: 'wddddd', vendor: 'w....c', resellerPortal: 'wddddd', customerPortal: 'wddddd', vendorPortal: 'wppppp' }],
]

describe('what may be done with a case', () => {
  it('is decided for every action', () => {
    expect(table.map(([action]) => action)).toEqual([...caseActions])
  })

  const rows = table.flatMap(([action, allowed]) => organizationKinds.flatMap((kind) => desks.map((desk) => {
    const column = `${kind.toLowerCase()}${desk === 'PORTAL' ? 'Portal' : ''}` as keyof typeof allowed
    return [action, kind, desk, allowed[column]] as const
  })))
  it.each(rows)('%s, by %s, with the desk %s: %s', (action, kind, desk, expected) => {
    const told = caseStates.map((state) => {
      const blocked = actionBlockedBy(action, { ...kase, state, desk, closedAt: state === 'CLOSED' ? now : null }, me(kind), now)
      return blocked?.code
    })
    expect(told).toEqual([...expected].map((letter) => letters[letter as keyof typeof letters]))
  })

  it.each([['STANDARD', 'escalation_for_premium'], ['ENHANCED', 'escalation_for_premium'], ['PREMIUM', undefined]] as const)('escalates for %s: %s (CASE-5)', (tier, code) => {
    expect(actionBlockedBy('escalate', { ...kase, tier }, me('RESELLER'), now)?.code).toBe(code)
    const escalatedAt = addHours(now, -1)
    expect(actionBlockedBy('escalate', { ...kase, tier, escalatedAt }, me('RESELLER'), now))
      .toEqual(code ? { code, number: 1042, tier } : { code: 'already_escalated', number: 1042, at: escalatedAt })
  })

  it('says of a closed case until when it can be reopened, rather than why it could not be escalated', () => {
    const closed = { ...kase, state: 'CLOSED' as const, closedAt: now, tier: 'STANDARD' as const }
    expect(actionBlockedBy('escalate', closed, me('RESELLER'), now)).toEqual({ code: 'case_closed', number: 1042, reopenUntil: addHours(now, 720) })
    expect(actionBlockedBy('reply', closed, me('CUSTOMER'), addHours(now, 721))).toEqual({ code: 'case_closed', number: 1042, reopenUntil: null })
  })

  it.each([['take', 'RESELLER', 'aiko'], ['take', 'CUSTOMER', 'aiko'], ['deskTake', 'VENDOR', 'kim']] as const)('does not offer %s to who has it', (action, kind, accountId) => {
    expect(actionBlockedBy(action, kase, me(kind, accountId), now)).toEqual({ code: 'already_yours', number: 1042 })
    expect(actionBlockedBy(action, kase, me(kind, 'ben'), now)).toBeNull()
    expect(actionBlockedBy(action, { ...kase, ownerId: null, deskOwnerId: null }, me(kind, accountId), now)).toBeNull()
  })

  it.each([30, 7, 0])('reopens until %i days of 24 hours have passed, to the millisecond (CASE-6)', (reopenWindowDays) => {
    const deadline = addHours(now, 24 * reopenWindowDays)
    const closed = { ...kase, state: 'CLOSED' as const, closedAt: now, reopenWindowDays }
    expect(actionBlockedBy('reopen', closed, me('RESELLER'), deadline)).toBeNull()
    expect(reopenUntil(closed, deadline)).toEqual(deadline)
    const late = addMilliseconds(deadline, 1)
    expect(actionBlockedBy('reopen', closed, me('RESELLER'), late)).toEqual({ code: 'reopen_window_passed', number: 1042, deadline })
    expect(reopenUntil(closed, late)).toBeNull()
  })
})

describe('what is offered', () => {
  const when = fc.option(fc.integer({ min: -60 * 24, max: 0 }).map((hours) => addHours(now, hours)), { nil: null })
  const somebody = fc.constantFrom('aiko', 'ben', 'kim', null)
  const cases = fc.record<ActedCase>({
    number: fc.nat(), state: fc.constantFrom(...caseStates), severity: fc.constantFrom(...severities), tier: fc.constantFrom(...supportTiers),
    desk: fc.constantFrom<Desk>(...desks), escalatedAt: when, ownerId: somebody, deskOwnerId: somebody, closedAt: when, reopenWindowDays: fc.integer({ min: 0, max: 90 }),
  })
  const people = fc.record({ accountId: fc.constantFrom('aiko', 'ben', 'kim'), organizationKind: fc.constantFrom(...organizationKinds) })

  it('is exactly what is not refused, in the order of buttons', () => {
    fc.assert(fc.property(cases, people, (of, who) => {
      const offered = allowedActions(of, who, now)
      expect(offered).toEqual(caseActions.filter((action) => offered.includes(action)))
      for (const action of caseActions) expect(actionBlockedBy(action, of, who, now) === null).toBe(offered.includes(action))
    }))
  })

  it('is nothing while a case waits for approval, never both closing and reopening, and to the desk nothing of the team alone', () => {
    fc.assert(fc.property(cases, people, (of, who) => {
      const offered = allowedActions(of, who, now)
      if (of.state === 'PENDING_APPROVAL') expect(offered).toEqual([])
      expect(offered.includes('close') && offered.includes('reopen')).toBe(false)
      if (who.organizationKind === 'VENDOR') expect(offered.filter((action) => !['note', 'severity', 'attach', 'close', 'deskTake', 'answer'].includes(action))).toEqual([])
      else expect(offered).not.toContain('answer')
      if (!isOpen(of.state)) expect(offered.filter((action) => ['reply', 'severity', 'take', 'share', 'escalate', 'close', 'answer', 'recordReply'].includes(action))).toEqual([])
    }))
  })

  it('answers a refusal that names the case', () => {
    fc.assert(fc.property(cases, people, fc.constantFrom(...caseActions), (of, who, action) => {
      expect(actionBlockedBy(action, of, who, now) ?? { number: of.number }).toMatchObject({ number: of.number })
    }))
  })
})
