import { describe, expect, it } from 'vitest'
import { showCase } from '../../../src/usecases/cases/show-case.js'
import { listHistory } from '../../../src/usecases/cases/list-history.js'
import { addNote } from '../../../src/usecases/verbs/add-note.js'
import { openVerb } from '../../../src/usecases/verbs/open-verb.js'
import { caseWorld } from '../../support/case-world.js'
import { expectNoRowsWritten } from '../../support/row-counts.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'

describe('an internal note (SCOPE-6)', () => { eachStore((_kind, fresh) => {
  it.each(['NEW', 'CLOSED'] as const)('is read by the own organization alone, and changes nothing else of a case in %s', async (state) => {
    const { world, deps, aiko, ben, petra, kim, filed, on, row, history, sent } = await caseWorld(await fresh())
    const number = await filed(state)
    const before = await row(number)
    world.pass(1)
    for (const [who, text] of [[ben, 'The admin is new.'], [kim, 'Same as the outage.'], [petra, 'Ask them again.']] as const) {
      expect(await addNote(deps, who, { ...on(number), message: ` ${text} ` })).toEqual({ number, title: 'Mail is late', customerName: 'Acme', state, desk: 'BUILT_IN', already: false, waitsFor: [] })
    }
    expect(await row(number)).toEqual(before)
    expect(await sent()).toEqual([])
    expect(await history(number)).toMatchObject([
      { kind: 'NOTE', audience: 'ORGANIZATION', authorName: 'Ben', authorOrgId: ben.organizationId, text: 'The admin is new.', data: null },
      { kind: 'NOTE', audience: 'ORGANIZATION', authorName: 'Kim', authorOrgId: kim.organizationId, text: 'Same as the outage.' },
      { kind: 'NOTE', audience: 'ORGANIZATION', authorName: 'Petra', authorOrgId: petra.organizationId, text: 'Ask them again.' },
    ])
    for (const [who, reads] of [[aiko, 'The admin is new.'], [kim, 'Same as the outage.'], [petra, 'Ask them again.']] as const) {
      const notes = (await listHistory(deps, who, { number })).entries.filter(({ kind }) => kind === 'NOTE')
      expect(notes.map(({ text }) => text)).toEqual([reads])
      expect((await showCase(deps, who, { number })).history.filter(({ kind }) => kind === 'NOTE').map(({ text }) => text)).toEqual([reads])
    }
  })

  it('does not tell others by how a form of theirs is seen that there is one', async () => {
    const { deps, ben, petra, filed, on } = await caseWorld(await fresh())
    const number = await filed()
    const seen = async (who: typeof ben) => (await openVerb(deps, who, { number, action: 'reply' })).seen
    const [theirs, ours] = [await seen(petra), await seen(ben)]
    await addNote(deps, ben, { ...on(number), message: 'Between us.' })
    expect(await seen(petra)).toEqual(theirs)
    expect((await seen(ben)).entry).toBeGreaterThan(ours.entry)
  })

  it('needs a text, and confirms what is personal in it like every other (CASE-2)', async () => {
    const { world, deps, ben, filed, on, history } = await caseWorld(await fresh())
    const verb = on(await filed())
    const note = (message: string, confirmation?: { reason: string; digest: string }) => addNote(deps, ben, { ...verb, message, confirmation })
    await expectNoRowsWritten(world.store, async () => {
      expect(await refusalOf(note(''))).toEqual({ code: 'form', problems: [{ field: 'message', problem: 'required' }] })
      expect(await refusalOf(note('jane@acme.com'))).toMatchObject({ code: 'personal_data', findings: [{ place: 'message', kind: 'email' }] })
    })
    const found = await refusalOf(note('jane@acme.com'))
    await note('jane@acme.com', { reason: 'Ours alone', digest: found.code === 'personal_data' ? found.digest : '' })
    expect(await history(verb.number)).toMatchObject([{ text: 'jane@acme.com', data: { confirmed: { reason: 'Ours alone' } } }])
  })
}) })
