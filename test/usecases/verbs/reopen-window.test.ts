/** CASE-6 against the stores: the window to the millisecond, wherever the case is and whatever the clocks do there. */
import { describe, expect, it } from 'vitest'
import { showCase } from '../../../src/usecases/cases/show-case.js'
import { closeCase } from '../../../src/usecases/verbs/close-case.js'
import { reopenCase } from '../../../src/usecases/verbs/reopen-case.js'
import { caseWorld } from '../../support/case-world.js'
import { refusalOf } from '../../support/refused.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { eachStore } from '../../support/stores.js'

const day = 86_400_000
/** Closings with a change of clocks before the deadline, and the setting by then. */
const closings: [zone: string, closedAt: string, days: number][] = [
  ['America/New_York', '2026-03-01T03:59:59.999Z', 30], ['America/New_York', '2026-10-10T13:00:00.001Z', 30], ['Europe/Paris', '2026-03-01T08:00:00.500Z', 30],
  ['Pacific/Apia', '2026-03-20T11:00:00.000Z', 14], ['Australia/Lord_Howe', '2026-03-20T22:00:00.000Z', 60],
]

describe('the window of reopening', () => { eachStore((_name, fresh) => {
  it('is open in its last millisecond and shut in the first after it, in every zone and by the setting of the day', async () => {
    const { world, deps, db, hikari, aiko, filed, on } = await caseWorld(await fresh())
    for (const [timeZone, closedAt, days] of closings) {
      world.now = new Date(new Date(closedAt).getTime() - 40 * day)
      const number = await filed('IN_PROGRESS')
      await db.case.update({ where: { number }, data: { timeZone } })
      // It was closed before, and the setting was another one: neither counts.
      await closeCase(deps, aiko, { ...on(number), reason: 'It works.' })
      await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { reopenWindowDays: 40 } })
      world.now = new Date(closedAt)
      await reopenCase(deps, aiko, { ...on(number), reason: 'It is back.' })
      await closeCase(deps, aiko, { ...on(number), reason: 'It works now.' })
      await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { reopenWindowDays: days } })

      const deadline = new Date(world.now.getTime() + days * day)
      world.now = new Date(deadline.getTime() + 1)
      const late = await expectNoRowsWritten(world.store, () => refusalOf(reopenCase(deps, aiko, { ...on(number), reason: 'Late.' })))
      expect({ timeZone, late }).toEqual({ timeZone, late: { code: 'reopen_window_passed', number, deadline } })
      expect(await showCase(deps, aiko, { number })).toMatchObject({ reopenUntil: deadline })
      world.now = deadline
      expect(await reopenCase(deps, aiko, { ...on(number), reason: 'Just in time.' })).toMatchObject({ number, state: 'IN_PROGRESS' })
    }
  })
}) })
