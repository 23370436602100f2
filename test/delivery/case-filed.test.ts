import { afterEach, beforeEach, expect, test } from 'vitest'
import { eachStore } from '../support/stores.js'
import { start, startBench, turnSwitch, type Bench } from './start.js'

const filed = { kind: 'case_filed', caseNumber: 1, to: { teamId: 'T1', userId: 'UAIKO' } } as const

eachStore((_name, fresh) => {
  let bench: Bench
  beforeEach(async () => {
    bench = await startBench(fresh)
    const { db } = bench.store
    await db.case.update({ where: { number: 1 }, data: { state: 'PENDING_APPROVAL' } })
    for (const name of ['Aiko Tanaka', 'Noor Aziz', 'Dana Reed', 'Rosa Diaz']) {
      const email = `${name.split(' ')[0]!.toLowerCase()}@hikari.example`
      await db.account.create({ data: { id: email, organizationId: 'hikari', email, personEmail: email, name, createdAt: start } })
    }
    await db.approval.create({
      data: {
        id: 'a1', kind: 'P1_FILING', organizationId: 'hikari', requesterId: 'aiko@hikari.example', caseNumber: 1, createdAt: start,
        payload: { kind: 'P1_FILING', draftId: 'd1', caseNumber: 1, title: 'Mail is late' },
        deciders: { create: [{ accountId: 'noor@hikari.example' }, { accountId: 'dana@hikari.example' }, { accountId: 'rosa@hikari.example', handedOnAt: start, handedOnToId: 'dana@hikari.example' }] },
      },
    })
    await db.slackUser.create({ data: { teamId: 'T1', userId: 'UAIKO', name: 'Aiko', locale: 'en-US', timeZone: 'UTC', fetchedAt: start } })
  })
  afterEach(() => bench.stop())

  test('the filer of a case that waits is told who decides, and not that it is filed', async () => {
    await bench.put(filed)
    await bench.delivery.drain()
    expect(bench.slack.said[0]!.text).toContain('#1 waits for Dana Reed or Noor Aziz to approve')
    expect(bench.slack.said[0]!.text).not.toMatch(/is filed|Rosa/)
  })

  test('ACCESS-1: while access is off it is told the number alone, and still not that it is filed', async () => {
    await turnSwitch(bench, 'SWITCH_OFF')
    await bench.put(filed)
    await bench.delivery.drain()
    expect(bench.slack.said[0]!.text).toMatch(/🔒 Case #1 for Acme waits for approval, and it is locked now/)
    expect(bench.slack.calls[0]!.args['blocks']).not.toMatch(/Mail is late|is filed/)
  })

  test('once it was approved the number is told as that of a filed case', async () => {
    await bench.store.db.approval.update({ where: { id: 'a1' }, data: { state: 'APPROVED' } })
    await bench.store.db.case.update({ where: { number: 1 }, data: { state: 'NEW' } })
    await bench.put(filed)
    await bench.delivery.drain()
    expect(bench.slack.said[0]!.text).toContain('Case #1 is filed for Acme')
  })

  test('of a case that was taken back nothing is told here', async () => {
    await bench.store.db.case.delete({ where: { number: 1 } })
    const uid = await bench.put(filed)
    await bench.delivery.drain()
    expect(await bench.row(uid)).toMatchObject({ state: 'DROPPED' })
    expect(bench.slack.calls).toEqual([])
  })
})
