import { describe, expect, it } from 'vitest'
import { shareCase } from '../../../src/usecases/verbs/share-case.js'
import { unshareCase } from '../../../src/usecases/verbs/unshare-case.js'
import { caseWorld, expectSent, inChannel } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'

describe('sharing a case by email (CASE-3)', () => { eachStore((_kind, fresh) => {
  const shared = async (of: Awaited<ReturnType<typeof caseWorld>>, caseNumber: number) =>
    (await of.db.caseShare.findMany({ where: { caseNumber }, orderBy: { email: 'asc' } })).map(({ email, addedBy }) => `${email} by ${addedBy}`)

  it('adds addresses that are not there yet, and tells those alone', async () => {
    const of = await caseWorld(await fresh())
    const { deps, aiko, ben, filed, on, row, history, audited, sent } = of
    const number = await filed()
    await shareCase(deps, aiko, { ...on(number), addresses: 'Jo@Acme.example' })
    expectSent(await sent(), ...inChannel, 'share_email email:jo@acme.example')
    await shareCase(deps, ben, { ...on(number), addresses: 'jo@acme.example, Kay <kay@acme.example>\nkay@acme.example' })
    expect(await shared(of, number)).toEqual(['jo@acme.example by Aiko', 'kay@acme.example by Ben'])
    expectSent(await sent(), ...inChannel, 'share_email email:kay@acme.example')
    expect(await history(number)).toMatchObject([
      { kind: 'SHARE', authorName: 'Aiko', text: null, data: { emails: ['jo@acme.example'], removed: false } },
      { kind: 'SHARE', authorName: 'Ben', data: { emails: ['kay@acme.example'], removed: false } },
    ])
    expect(await audited(number)).toMatchObject([{ action: 'case.shared', after: { shares: 1 } }, { before: { shares: 1 }, after: { shares: 2 } }])
    expect(await row(number)).toMatchObject({ version: 3, state: 'NEW' })
  })

  it('is told again to who was taken away and comes back', async () => {
    const of = await caseWorld(await fresh())
    const { deps, aiko, filed, on, history, sent } = of
    const number = await filed()
    await shareCase(deps, aiko, { ...on(number), addresses: 'jo@acme.example' })
    await unshareCase(deps, aiko, { ...on(number), email: ' Jo@acme.example' })
    expect(await shared(of, number)).toEqual([])
    await sent()
    await shareCase(deps, aiko, { ...on(number), addresses: 'jo@acme.example' })
    expectSent(await sent(), ...inChannel, 'share_email email:jo@acme.example')
    expect((await history(number)).map(({ data }) => data)).toMatchObject([{ removed: false }, { emails: ['jo@acme.example'], removed: true }, { removed: false }])
  })

  it('sends nothing where no mail is sent', async () => {
    const of = await caseWorld(await fresh())
    of.world.settings.email = false
    const number = await of.filed()
    await shareCase(of.deps, of.aiko, { ...of.on(number), addresses: 'jo@acme.example' })
    expect(await shared(of, number)).toHaveLength(1)
    expectSent(await of.sent(), ...inChannel)
  })

  it('takes addresses only, at most fifty of one case', async () => {
    const of = await caseWorld(await fresh())
    const { world, deps, aiko, filed, on } = of
    const number = await filed()
    const many = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `p${from + index}@acme.example`).join('\n')
    await shareCase(deps, aiko, { ...on(number), addresses: many(0, 49) })
    const share = (addresses: string) => refusalOf(shareCase(deps, aiko, { ...on(number), addresses }))
    await expectNoRowsWritten(world.store, async () => {
      expect(await share(' \n, ')).toEqual({ code: 'form', problems: [{ field: 'shareWith', problem: 'required' }] })
      expect(await share('jane, jo@acme.example')).toEqual({ code: 'form', problems: [{ field: 'shareWith', problem: 'bad_addresses', addresses: ['jane'] }] })
      expect(await share('P1@acme.example')).toEqual({ code: 'form', problems: [{ field: 'shareWith', problem: 'unchanged' }] })
      expect(await share(many(49, 51))).toEqual({ code: 'form', problems: [{ field: 'shareWith', problem: 'too_many', max: 50 }] })
      expect(await refusalOf(unshareCase(deps, aiko, { ...on(number), email: 'jo@acme.example' }))).toEqual({ code: 'form', problems: [{ field: 'shareWith', problem: 'unknown' }] })
    })
    // Known ones do not count twice.
    await shareCase(deps, aiko, { ...on(number), addresses: many(40, 50) })
    expect(await shared(of, number)).toHaveLength(50)
  })
}) })
