import { describe, expect, test } from 'vitest'
import { approvalKinds, approvalStates } from '../../../src/domain/approvals/approval.js'
import type { ApprovalRefusal } from '../../../src/domain/approvals/approval-refusal.js'
import { refusalWords } from '../../../src/slack/refusals/refusal-words.js'
import { at, describeRefusals, readers, type Samples } from './describe-refusals.js'

const samples: Samples<ApprovalRefusal['code']> = {
  approval_not_found: { refusal: { code: 'approval_not_found' }, tells: ['/approvals'] },
  own_request: { refusal: { code: 'own_request', others: ['Dana Moreau', 'Noor Haddad'] }, tells: ['Dana Moreau', 'Noor Haddad'] },
  not_entitled: { refusal: { code: 'not_entitled', kind: 'CONSENT', entitled: ['Dana Moreau'] }, tells: ['Dana Moreau'] },
  already_decided: { refusal: { code: 'already_decided', state: 'APPROVED', by: 'Noor Haddad', at }, tells: ['Noor Haddad', '2026', '/approvals'] },
  nobody_to_decide: { refusal: { code: 'nobody_to_decide', kind: 'P1_FILING', organization: 'Hikari' }, tells: ['Hikari'] },
  request_waits: { refusal: { code: 'request_waits', kind: 'EXTRA_LICENCES', at, asked: ['Ines Duarte'] }, tells: ['Ines Duarte', '2026', '/approvals'] },
  not_your_request: { refusal: { code: 'not_your_request', requester: 'Camille Roux' }, tells: ['Camille Roux'] },
  cannot_hand_on_to: { refusal: { code: 'cannot_hand_on_to', name: 'Mei Lin' }, tells: ['Mei Lin'] },
}

describeRefusals(samples)

describe.each(readers)('every variant in $locale', (reader) => {
  const ended = approvalStates.filter((state) => state !== 'PENDING')
  const variants: ApprovalRefusal[] = [
    ...approvalKinds.flatMap((kind): ApprovalRefusal[] => [{ code: 'not_entitled', kind, entitled: [] }, { code: 'nobody_to_decide', kind, organization: 'Hikari' }]),
    ...ended.map((state): ApprovalRefusal => ({ code: 'already_decided', state, by: null, at })),
    { code: 'own_request', others: [] },
    { code: 'request_waits', kind: 'CONSENT', at, asked: [] },
    { code: 'cannot_hand_on_to', name: null },
  ]
  test.each(variants)('$code $kind $state has words and a next step', (refusal) => {
    const { rule, next } = refusalWords(refusal, reader)
    expect(rule.length).toBeGreaterThan(5)
    expect(next.length).toBeGreaterThan(5)
    expect(`${rule} ${next}`).not.toMatch(/undefined|null|\{|\}/)
  })
})

test('who was slower reads who decided and when', () => {
  const { rule } = refusalWords({ code: 'already_decided', state: 'DECLINED', by: 'Dana Moreau', at }, readers[0]!)
  expect(rule).toBe('Somebody was quicker. Declined by Dana Moreau, Mar 2, 2026, 9:00 AM UTC.')
})

test('who may decide is named five at most, so that the next step fits into a field’s error', () => {
  const names = (count: number, name: (i: number) => string): string[] => Array.from({ length: count }, (_, i) => name(i + 1))
  const next = (others: string[], reader = readers[0]!): string => refusalWords({ code: 'own_request', others }, reader).next
  expect(next(names(5, (i) => `Name ${i}`))).toContain('Name 1, Name 2, Name 3, Name 4, and Name 5')
  expect(next(names(6, (i) => `Name ${i}`))).toContain('Name 4, Name 5, and one more')
  expect(next(names(30, (i) => `Name ${i}`), readers[1])).toContain('Name 5、ほか 25 名')
  for (const reader of readers) {
    const { rule, next: after } = refusalWords({ code: 'own_request', others: names(30, (i) => `${i} ${'n'.repeat(200)}`) }, reader)
    expect(`${rule} ${after}`.length).toBeLessThan(300)
    expect(after).toContain('1 nnn')
  }
})
