import { addMinutes } from 'date-fns'
import { describe, expect, it } from 'vitest'
import type { QueueRow } from '../../../src/domain/desk/queue.js'
import { answerCase } from '../../../src/usecases/desk/answer-case.js'
import { listQueue } from '../../../src/usecases/desk/list-queue.js'
import { takeAtDesk } from '../../../src/usecases/desk/take-at-desk.js'
import { caseWorld } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'

const numbers = (rows: readonly QueueRow[]): number[] => rows.map(({ number }) => number)

describe('the queue of the desk', () => { eachStore((_kind, fresh) => {
  it('has what waits for the desk by severity, escalated first, then what waits longest, on pages of any size', async () => {
    const { world, deps, db, kim, filed } = await caseWorld(await fresh())
    const escalate = (number: number) => db.case.update({ where: { number }, data: { escalatedAt: world.now } })
    const late = await filed('NEW', { severity: 'P2' })
    const later = await filed('IN_PROGRESS', { severity: 'P2' })
    world.now = addMinutes(world.now, 1)
    const escalatedLater = await filed('IN_PROGRESS', { severity: 'P2' })
    const low = await filed('NEW', { severity: 'P4' })
    const critical = await filed('NEW', { severity: 'P1' })
    world.now = addMinutes(world.now, -5)
    const escalatedLow = await filed('NEW', { severity: 'P4' })
    for (const number of [escalatedLater, escalatedLow]) await escalate(number)
    // The desk owes these nothing, or answers them elsewhere.
    for (const state of ['ACTION_REQUIRED', 'SOLUTION_PROVIDED', 'CLOSED', 'PENDING_APPROVAL'] as const) await filed(state, { severity: 'P1' })
    await filed('NEW', { severity: 'P1', desk: 'PORTAL' })
    const expected = [critical, escalatedLater, late, later, escalatedLow, low]
    const whole = await listQueue(deps, kim, {})
    expect(numbers(whole.rows)).toEqual(expected)
    expect(whole).toMatchObject({ next: null, counts: { P1: 1, P2: 3, P3: 0, P4: 2 }, mine: false })
    expect(whole.rows[1]).toMatchObject({ customerName: 'Acme', severity: 'P2', escalated: true, state: 'IN_PROGRESS', deskOwnerName: null })
    expect(whole.rows[1]!.clock.targetAt).toBeInstanceOf(Date)
    for (const limit of [1, 2, 4]) {
      const seen: number[] = []
      let after: string | undefined
      for (let pages = 0; pages < 10; pages += 1) {
        const page = await listQueue(deps, kim, { limit, after })
        seen.push(...numbers(page.rows))
        if (page.next === null) break
        after = page.next
      }
      expect(seen).toEqual(expected)
    }
    // What is no position begins at the beginning.
    expect(numbers((await listQueue(deps, kim, { after: 'P9-x' })).rows)).toEqual(expected)
  })

  it('shows each of the desk what they have taken and nobody closed, by last update', async () => {
    const { world, deps, kim, lee, filed, on } = await caseWorld(await fresh())
    const [first, second, third] = [await filed(), await filed(), await filed()]
    await takeAtDesk(deps, kim, on(first))
    await takeAtDesk(deps, lee, on(third))
    world.now = addMinutes(world.now, 1)
    await takeAtDesk(deps, kim, on(second))
    await filed('CLOSED', { deskOwnerId: kim.accountId })
    world.now = addMinutes(world.now, 1)
    // It waits for the team now, and is Kim's all the same.
    await answerCase(deps, kim, { ...on(first), message: 'Since when?', state: 'ACTION_REQUIRED' })
    const mine = await listQueue(deps, kim, { mine: true, limit: 1 })
    expect(mine).toMatchObject({ mine: true, rows: [{ number: first, state: 'ACTION_REQUIRED', deskSince: null, deskOwnerName: 'Kim' }] })
    expect(await listQueue(deps, kim, { mine: true, limit: 1, after: mine.next! })).toMatchObject({ rows: [{ number: second }], next: null })
    expect(numbers((await listQueue(deps, kim, {})).rows)).toEqual([second, third])
  })

  it.each([['P1-e-0-9999999999', false], ['999999999999999-9999999999', true], ['P1-e-999999999999999-1', false]])('begins at the beginning of what no store keeps: %s', async (after, mine) => {
    const { deps, kim, filed, on } = await caseWorld(await fresh())
    const number = await filed('NEW', { severity: 'P4' })
    if (mine) await takeAtDesk(deps, kim, on(number))
    expect((await listQueue(deps, kim, { after, mine })).rows.map((row) => row.number)).toContain(number)
  })

  it('is the desk\'s alone', async () => {
    const { world, deps, desk, aiko, petra, filed } = await caseWorld(await fresh())
    await filed()
    const clerk = await world.account('mo@desk.example', desk, { name: 'Mo', privileges: ['ADMINISTER'] })
    await expectNoRowsWritten(world.store, async () => {
      for (const who of [aiko, petra]) expect(await refusalOf(listQueue(deps, who, {}))).toEqual({ code: 'queue_for_desk' })
      expect(await refusalOf(listQueue(deps, clerk, {}))).toMatchObject({ code: 'privileges_missing' })
    })
  })
}) })
