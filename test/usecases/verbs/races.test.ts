import { describe, expect, it } from 'vitest'
import { closeCase } from '../../../src/usecases/verbs/close-case.js'
import { replyToDesk } from '../../../src/usecases/verbs/reply-to-desk.js'
import { takeCase } from '../../../src/usecases/verbs/take-case.js'
import { changeSeverity } from '../../../src/usecases/verbs/change-severity.js'
import { shareCase } from '../../../src/usecases/verbs/share-case.js'
import { Refused } from '../../../src/domain/refused.js'
import { caseWorld } from '../../support/case-world.js'
import { freshPostgresql } from '../../support/stores.js'

/** What came of things done at once: `done`, or why not; a failure that is no refusal fails the test. */
async function outcomes(...work: Promise<unknown>[]): Promise<string[]> {
  return Promise.all(work.map((each) => each.then(() => 'done', (error: unknown) => {
    if (error instanceof Refused) return error.refusal.code
    throw error
  })))
}

describe('what two people do to a case at the same moment', () => {
  const fresh = freshPostgresql()

  it('closes it once', async () => {
    const { deps, aiko, ben, filed, on, row, history } = await caseWorld(await fresh())
    for (let nth = 0; nth < 3; nth += 1) {
      const number = await filed('IN_PROGRESS')
      const close = (who: typeof aiko) => closeCase(deps, who, { ...on(number), reason: 'Done.' })
      expect((await outcomes(close(aiko), close(ben))).sort()).toEqual(['case_closed', 'done'])
      expect((await row(number)).version).toBe(2)
      expect(await history(number)).toHaveLength(1)
    }
  })

  it('closes it after the reply, or refuses the reply, but never loses one', async () => {
    const { deps, aiko, kim, filed, on, row, history } = await caseWorld(await fresh())
    for (let nth = 0; nth < 3; nth += 1) {
      const number = await filed('IN_PROGRESS')
      const [replied, closed] = await outcomes(replyToDesk(deps, aiko, { ...on(number), message: 'Wait.' }), closeCase(deps, kim, { ...on(number), reason: 'Done.' }))
      expect(closed).toBe('done')
      expect(['done', 'case_closed']).toContain(replied)
      const kinds = (await history(number)).map(({ kind }) => kind)
      expect(kinds).toEqual(replied === 'done' ? ['REPLY', 'CLOSED'] : ['CLOSED'])
      expect(await row(number)).toMatchObject({ state: 'CLOSED', deskSince: null, clockSince: null, version: kinds.length + 1 })
    }
  })

  it('shows the second of two forms what the first did', async () => {
    const { deps, aiko, ben, filed, on, row } = await caseWorld(await fresh())
    const number = await filed('IN_PROGRESS', { severity: 'P4' })
    const seen = { version: 1, entry: 0 }
    const change = (who: typeof aiko, severity: 'P1' | 'P2') => changeSeverity(deps, who, { ...on(number), seen, severity, reason: 'It is so.' })
    expect((await outcomes(change(aiko, 'P1'), change(ben, 'P2'))).sort()).toEqual(['case_changed', 'done'])
    expect((await row(number)).version).toBe(2)
  })

  it('is one delivery when it comes twice at once', async () => {
    const { deps, ben, filed, on, history } = await caseWorld(await fresh())
    const verb = { ...on(await filed('IN_PROGRESS')), message: 'Here it is.' }
    const done = await Promise.all([replyToDesk(deps, ben, verb), replyToDesk(deps, ben, verb), replyToDesk(deps, ben, verb)])
    expect(done.filter(({ already }) => !already)).toHaveLength(1)
    expect(await history(verb.number)).toHaveLength(1)
  })

  it('takes it over one after the other, and shares it with everybody once', async () => {
    const { deps, db, ben, dana, filed, on, row } = await caseWorld(await fresh())
    const number = await filed('IN_PROGRESS')
    expect(await outcomes(takeCase(deps, ben, on(number)), takeCase(deps, dana, on(number)))).toEqual(['done', 'done'])
    expect((await row(number)).version).toBe(3)
    const share = (who: typeof ben, addresses: string) => shareCase(deps, who, { ...on(number), addresses })
    expect(await outcomes(share(ben, 'a@acme.example, b@acme.example'), share(dana, 'b@acme.example, c@acme.example'))).toEqual(['done', 'done'])
    expect((await db.caseShare.findMany({ where: { caseNumber: number }, orderBy: { email: 'asc' } })).map(({ email }) => email[0])).toEqual(['a', 'b', 'c'])
    expect(await db.outbox.count({ where: { kind: 'share_email' } })).toBe(3)
  })
})
