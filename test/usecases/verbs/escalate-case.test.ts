import { addHours } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { escalateCase } from '../../../src/usecases/verbs/escalate-case.js'
import { caseWorld, expectSent, inChannel } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'

const why = { reason: 'BUSINESS_IMPACT', justification: ' The shop stands still. ' } as const

describe('escalating a case without a policy (CASE-5)', () => { eachStore((_kind, fresh) => {
  it.each(['NEW', 'IN_PROGRESS', 'ACTION_REQUIRED', 'SOLUTION_PROVIDED'] as const)('is done at once, from %s, and the desk is told', async (state) => {
    const { world, deps, ben, kim, filed, on, row, history, audited, sent, tells } = await caseWorld(await fresh())
    const number = await filed(state, { deskOwnerId: kim.accountId })
    world.now = addHours(world.now, 1)
    expect(await escalateCase(deps, ben, { ...on(number), ...why })).toEqual({ number, title: 'Mail is late', customerName: 'Acme', state, desk: 'BUILT_IN', already: false, waitsFor: [] })
    expect(await row(number)).toMatchObject({ state, escalatedAt: world.now, escalationReason: 'BUSINESS_IMPACT', updatedAt: world.now, version: 2 })
    expect(await history(number)).toMatchObject([{ kind: 'ESCALATED', audience: 'CASE', authorName: 'Ben', text: 'The shop stands still.', data: { escalation: 'BUSINESS_IMPACT' } }])
    expect(await audited(number)).toMatchObject([{ action: 'case.escalated', actorId: ben.accountId, after: { reason: 'BUSINESS_IMPACT' } }])
    expect(JSON.stringify(await audited(number))).not.toContain('shop')
    expectSent(await sent(), ...inChannel, tells(kim))
    expect(await refusalOf(escalateCase(deps, ben, { ...on(number), ...why }))).toEqual({ code: 'already_escalated', number, at: world.now })
  })

  it('is the customer’s to do too, who asks nobody whatever its reseller’s policy', async () => {
    const { deps, db, hikari, petra, filed, on, row } = await caseWorld(await fresh())
    await db.resellerPolicy.update({ where: { organizationId: hikari }, data: { escalationNeedsApproval: true } })
    const number = await filed()
    expect(await escalateCase(deps, petra, { ...on(number), ...why })).toMatchObject({ waitsFor: [] })
    expect((await row(number)).escalatedAt).not.toBeNull()
  })

  it('is refused to who may not, of who is not premium, and of what is not open', async () => {
    const { world, deps, db, aiko, nova, sven, paul, kim, acme, filed, on, accessOff } = await caseWorld(await fresh())
    const [open, closed, waiting] = [await filed(), await filed('CLOSED'), await filed('PENDING_APPROVAL')]
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(escalateCase(deps, sven, { ...on(open), ...why }))).toEqual({ code: 'case_not_found', words: String(open) })
      for (const without of [nova, paul]) expect(await refusalOf(escalateCase(deps, without, { ...on(open), ...why }))).toMatchObject({ code: 'privileges_missing' })
      expect(await refusalOf(escalateCase(deps, kim, { ...on(open), ...why }))).toEqual({ code: 'team_only', number: open })
      expect(await refusalOf(escalateCase(deps, aiko, { ...on(closed), ...why }))).toMatchObject({ code: 'case_closed', number: closed })
      expect(await refusalOf(escalateCase(deps, aiko, { ...on(waiting), ...why }))).toEqual({ code: 'case_waits', number: waiting })
    })
    for (const tier of ['STANDARD', 'ENHANCED'] as const) {
      await db.customer.update({ where: { id: acme.id }, data: { supportTier: tier } })
      await expectNoRowsWritten(world.store, async () => {
        expect(await refusalOf(escalateCase(deps, aiko, { ...on(open), ...why }))).toEqual({ code: 'escalation_for_premium', number: open, tier })
      })
    }
    await accessOff()
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(escalateCase(deps, aiko, { ...on(open), ...why }))).toMatchObject({ code: 'case_locked', block: { reason: 'switch_off' } })
    })
  })

  it('is done once, however often it is delivered', async () => {
    const { world, deps, aiko, filed, on, history } = await caseWorld(await fresh())
    const verb = { ...on(await filed()), ...why }
    const done = await escalateCase(deps, aiko, verb)
    const { wakes } = world
    expect(await expectNoRowsWritten(world.store, () => escalateCase(deps, aiko, verb))).toEqual({ ...done, already: true })
    expect(world.wakes).toBe(wakes)
    expect(await history(verb.number)).toHaveLength(1)
  })

  it('needs a reason and a justification, without personal data unless that is confirmed (CASE-2)', async () => {
    const { world, deps, aiko, filed, on, history, audited } = await caseWorld(await fresh())
    const verb = on(await filed())
    const escalate = (justification: string, confirmation?: { reason: string; digest: string }) => escalateCase(deps, aiko, { ...verb, ...why, justification, confirmation })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(escalateCase(deps, aiko, { ...verb, ...why, reason: null }))).toEqual({ code: 'form', problems: [{ field: 'escalationReason', problem: 'required' }] })
      expect(await refusalOf(escalate(' '))).toEqual({ code: 'form', problems: [{ field: 'justification', problem: 'required' }] })
      expect(await refusalOf(escalate('x'.repeat(3001)))).toEqual({ code: 'form', problems: [{ field: 'justification', problem: 'too_long', max: 3000, length: 3001 }] })
      expect(await refusalOf(escalate('Ask jane@acme.com'))).toMatchObject({ code: 'personal_data', findings: [{ place: 'justification', kind: 'email' }] })
      expect(await refusalOf(escalateCase(deps, aiko, { ...verb, ...why, seen: { version: 7, entry: 0 } }))).toMatchObject({ code: 'case_changed', seen: { version: 1 } })
    })
    const found = await refusalOf(escalate('Ask jane@acme.com'))
    await escalate('Ask jane@acme.com', { reason: 'She agreed', digest: found.code === 'personal_data' ? found.digest : '' })
    const confirmed = { findings: [{ place: 'justification', kind: 'email' }], reason: 'She agreed' }
    expect(await history(verb.number)).toMatchObject([{ text: 'Ask jane@acme.com', data: { escalation: 'BUSINESS_IMPACT', confirmed } }])
    expect(JSON.stringify(await audited(verb.number))).not.toContain('jane')
  })
}) })
