import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AccountActor } from '../../../src/domain/actor.js'
import { caseStates, severities } from '../../../src/domain/words.js'
import { Refused } from '../../../src/domain/refused.js'
import { listHistory } from '../../../src/usecases/cases/list-history.js'
import { answerCase } from '../../../src/usecases/desk/answer-case.js'
import { takeAtDesk } from '../../../src/usecases/desk/take-at-desk.js'
import { addNote } from '../../../src/usecases/verbs/add-note.js'
import { changeSeverity } from '../../../src/usecases/verbs/change-severity.js'
import { escalateCase } from '../../../src/usecases/verbs/escalate-case.js'
import { caseWorld } from '../../support/case-world.js'
import type { CaseWorld } from '../../support/case-world.js'
import { freshSqlite } from '../../support/stores.js'
import { everyVerb, sharedCase } from './every-verb.js'

const answerStates = ['IN_PROGRESS', 'ACTION_REQUIRED', 'SOLUTION_PROVIDED'] as const
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constantFrom(...everyVerb.map(({ action }) => action)), who: fc.nat(6) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('answer' as const), who: fc.integer({ min: 4, max: 6 }), state: fc.constantFrom(...answerStates) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('deskTake' as const, 'escalate' as const), who: fc.nat(6) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('change' as const), who: fc.nat(6), severity: fc.constantFrom(...severities) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 400 }) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? Exclude<S, { does: 'pass' }> : never

function act(of: CaseWorld, who: AccountActor, number: number, each: Step): Promise<unknown> {
  const { deps, on } = of
  switch (each.does) {
    case 'note': return addNote(deps, who, { ...on(number), message: `secret of ${who.organizationId}` })
    case 'answer': return answerCase(deps, who, { ...on(number), message: 'So it is.', state: 'state' in each ? each.state : 'IN_PROGRESS' })
    case 'deskTake': return takeAtDesk(deps, who, on(number))
    case 'escalate': return escalateCase(deps, who, { ...on(number), reason: 'BUSINESS_IMPACT', justification: 'Nobody works.' })
    case 'change': return changeSeverity(deps, who, { ...on(number), severity: 'severity' in each ? each.severity : 'P1', reason: 'It is so.' })
    default: return everyVerb.find(({ action }) => action === each.does)!.run(of, who, on(number))
  }
}

const fresh = freshSqlite()

it('whatever people do with a case, it stays in order, its history only grows, and notes stay at home', async () => {
  const of = await caseWorld(await fresh())
  const { world, deps, db, aiko, ben, petra, pia, kim, lee, sven } = of
  const people = [aiko, ben, petra, pia, kim, lee, sven]
  const look = async (number: number) => ({
    row: await of.row(number),
    history: await db.caseEvent.findMany({ where: { caseNumber: number }, orderBy: { id: 'asc' } }),
    audits: (await of.audited(number)).length,
    shares: await db.caseShare.findMany({ where: { caseNumber: number }, orderBy: { email: 'asc' } }),
  })
  const done = new Map<string, number>()

  await fc.assert(fc.asyncProperty(fc.constantFrom(...caseStates.slice(1)), fc.array(step, { minLength: 1, maxLength: 12 }), async (first, steps) => {
    const number = await sharedCase(of, first)
    let before = await look(number)
    for (const each of steps) {
      if (each.does === 'pass') {
        world.pass(each.hours)
        continue
      }
      const who = people[each.who]!
      const refused = await act(of, who, number, each).then(() => null, (error: unknown) => {
        if (error instanceof Refused) return error.refusal.code
        throw error
      })
      const after = await look(number)
      if (who === sven) expect(refused).toBe('case_not_found')
      if (refused !== null) expect(after).toEqual(before)
      else {
        done.set(each.does, (done.get(each.does) ?? 0) + 1)
        expect(after.audits).toBe(before.audits + 1)
        expect(after.history.length).toBeGreaterThan(before.history.length)
        expect(after.history.slice(0, before.history.length)).toEqual(before.history)
        if (each.does === 'note') expect(after.row).toEqual(before.row)
        else expect(after.row).toMatchObject({ version: before.row.version + 1, updatedAt: world.now })
      }
      const { state, closedAt, deskSince, clockSince, targetRemindAt, targetBreachAt } = after.row
      expect(closedAt !== null).toBe(state === 'CLOSED')
      if (state === 'CLOSED' || state === 'ACTION_REQUIRED' || state === 'SOLUTION_PROVIDED') expect([deskSince, clockSince, targetRemindAt, targetBreachAt]).toEqual([null, null, null, null])
      if (state === 'NEW') expect(deskSince).not.toBeNull()
      expect(deskSince !== null).toBe(clockSince !== null)
      before = after
    }
    for (const reader of [aiko, petra, kim]) {
      const entries = []
      for (let after: number | null | undefined; after !== null;) {
        const page = await listHistory(deps, reader, { number, ...(after !== undefined && { after }) })
        entries.push(...page.entries)
        after = page.next
      }
      expect(entries.map(({ id }) => id).reverse()).toEqual(before.history.filter(({ audience, authorOrgId }) => audience === 'CASE' || authorOrgId === reader.organizationId).map(({ id }) => id))
      expect(entries.filter(({ text }) => text?.startsWith('secret') && text !== `secret of ${reader.organizationId}`)).toEqual([])
    }
  }), { numRuns: 60, seed: 20260302 })

  // Nothing of it went out, and the sequences did not only run into refusals.
  expect(JSON.stringify([await db.outbox.findMany(), await db.audit.findMany()])).not.toContain('secret of')
  expect([...everyVerb.map(({ action }) => action), 'answer', 'change', 'escalate', 'deskTake'].filter((action) => !done.has(action))).toEqual([])
}, 60_000)
