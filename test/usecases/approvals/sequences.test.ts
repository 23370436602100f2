import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Refused } from '../../../src/domain/refused.js'
import { handOnApproval } from '../../../src/usecases/approvals/hand-on-approval.js'
import { keepApprovalTimes } from '../../../src/usecases/approvals/keep-approval-times.js'
import { withdrawApproval } from '../../../src/usecases/approvals/withdraw-approval.js'
import { eachStore } from '../../support/stores.js'
import { approvalWorld } from './approval-world.js'

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('decide' as const), who: fc.nat(5), decision: fc.constantFrom('APPROVE' as const, 'DECLINE' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('withdraw' as const), who: fc.nat(5) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('handOn' as const), who: fc.nat(5), to: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('change' as const), who: fc.nat(5), status: fc.constantFrom('ACTIVE' as const, 'SUSPENDED' as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('pass' as const), hours: fc.integer({ min: 2, max: 30 }) }) },
)

eachStore((_name, fresh) => {
  it('whatever people do with a request, only who may ends it, never who asked, and once it has ended it stays as it is (APPROVAL-2)', async () => {
    const small = await approvalWorld(await fresh())
    const { world, db, deps, ask, decide, desk, omar, dana, kim, lee, total } = small
    // Omar works at the desk, too, so that he would be entitled but for having asked.
    const omarAtDesk = await world.account('omar@desk.example', desk, { name: 'Omar at the desk', personEmail: 'omar@hikari.example', privileges: ['ANSWER_CASES'] })
    const mia = await world.account('mia@desk.example', desk, { name: 'Mia', privileges: ['ANSWER_CASES'] })
    const people = [omar, dana, kim, lee, omarAtDesk, mia]
    const endings = new Map<string, number>()
    let keys = 0
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      await db.account.updateMany({ data: { status: 'ACTIVE' } })
      const { id } = await ask()
      const before = await total()
      let ended: unknown = null
      for (const each of steps) {
        const deliveryKey = `k${keys += 1}`
        const act = async (): Promise<unknown> => {
          switch (each.does) {
            case 'decide': return decide(people[each.who]!, id, { decision: each.decision, comment: 'So', deliveryKey })
            case 'withdraw': return withdrawApproval(deps, people[each.who]!, { approvalId: id, deliveryKey })
            case 'handOn': return handOnApproval(deps, people[each.who]!, { approvalId: id, toAccountId: people[each.to]!.accountId, deliveryKey })
            case 'change': return db.account.update({ where: { id: people[each.who]!.accountId }, data: { status: each.status } })
            case 'pass': {
              world.pass(each.hours)
              return keepApprovalTimes(deps)
            }
          }
        }
        await act().catch((error: unknown) => { if (!(error instanceof Refused)) throw error })
        const { remindedAt: _, ...row } = await db.approval.findUniqueOrThrow({ where: { id } })
        if (ended) expect(row).toEqual(ended)
        else if (row.state !== 'PENDING') {
          ended = row
          endings.set(row.state, (endings.get(row.state) ?? 0) + 1)
          if (row.state === 'WITHDRAWN') expect(row.decidedById).toBe(omar.accountId)
          else if (row.state === 'EXPIRED') expect(row.decidedById).toBeNull()
          else {
            const decider = people.find(({ accountId }) => accountId === row.decidedById)
            expect([kim, lee, mia]).toContain(decider)
            expect(await db.account.count({ where: { id: decider!.accountId, status: 'ACTIVE' } })).toBe(1)
          }
        }
        expect(await total()).toBe(before + (row.state === 'APPROVED' ? 20 : 0))
        const waitingFor = await db.approvalDecider.findMany({ where: { approvalId: id }, select: { accountId: true } })
        for (const { accountId } of waitingFor) expect([kim, lee, mia].map((person) => person.accountId)).toContain(accountId)
      }
    }), { numRuns: 40, seed: 3 })
    expect([...endings.keys()].sort()).toEqual(expect.arrayContaining(['APPROVED', 'DECLINED', 'EXPIRED', 'WITHDRAWN']))
  }, 60_000)
})
