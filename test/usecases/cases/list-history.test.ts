import { describe, expect, it } from 'vitest'
import { listHistory } from '../../../src/usecases/cases/list-history.js'
import { refusalOf } from '../../support/refused.js'
import { eachStore } from '../../support/stores.js'
import { smallWorld } from '../../support/world.js'

describe('listHistory', () => { eachStore((_name, fresh) => {
  async function historied() {
    const { world, ...people } = await smallWorld(await fresh())
    const number = await world.case(people.acme.id, people.aiko, { title: 'Mail is late' })
    const entry = async (text: string, more: object = {}) =>
      (await world.store.db.caseEvent.create({ data: { caseNumber: number, at: world.now, kind: 'REPLY', authorName: 'Aiko', authorOrgId: people.aiko.organizationId, text, ...more } })).id
    return { world, number, entry, ...people }
  }

  it('turns pages of ten, newest first, whatever is added meanwhile', async () => {
    const { deps, aiko, number, entry } = await historied()
    for (let i = 1; i <= 25; i += 1) await entry(`text ${i}`)
    const first = await listHistory(deps, aiko, { number })
    expect(first).toMatchObject({ number, title: 'Mail is late' })
    expect(first.entries.map(({ text }) => text)).toEqual(Array.from({ length: 10 }, (_, i) => `text ${25 - i}`))
    await entry('meanwhile')
    const second = await listHistory(deps, aiko, { number, after: first.next! })
    expect(second.entries.map(({ text }) => text)).toEqual(Array.from({ length: 10 }, (_, i) => `text ${15 - i}`))
    const third = await listHistory(deps, aiko, { number, after: second.next! })
    expect(third.entries).toHaveLength(5)
    expect(third.next).toBeNull()
  })

  it('tells the notes of others nothing, not even by their number (SCOPE-6)', async () => {
    const { world, deps, aiko, number, entry, acme } = await historied()
    const petra = await world.account('petra@acme.example', acme.organizationId, { privileges: ['SUPPORT'] })
    for (let i = 1; i <= 12; i += 1) await entry('between us', { kind: 'NOTE', audience: 'ORGANIZATION' })
    await entry('to the desk')
    expect(await listHistory(deps, petra, { number })).toMatchObject({ entries: [{ text: 'to the desk', internal: false }], next: null })
    expect((await listHistory(deps, aiko, { number })).entries.map(({ internal }) => internal)).toEqual([false, ...Array.from({ length: 9 }, () => true)])
  })

  it('leaves out a link to a case that the reader may not see (SCOPE-1, SCOPE-5)', async () => {
    const { world, deps, aiko, acme } = await historied()
    const rosa = await world.account('rosa@fixit.example', await world.organization('fixit.example', { supportOnly: true }))
    await world.relation(acme.id, rosa.organizationId)
    const direct = await world.case(acme.id, null)
    const resellers = await world.case(acme.id, aiko)
    await world.store.db.caseEvent.create({ data: { caseNumber: direct, at: world.now, kind: 'LINKED', authorName: 'Aiko', data: { related: resellers } } })
    expect((await listHistory(deps, aiko, { number: direct })).entries).toMatchObject([{ kind: 'LINKED', data: { related: resellers } }])
    expect((await listHistory(deps, rosa, { number: direct })).entries).toEqual([])
  })

  it('reads what entries say, and takes one that says it in an unknown way as plain', async () => {
    const { deps, aiko, number, entry } = await historied()
    await entry('', { kind: 'SEVERITY', data: { severity: { from: 'P3', to: 'P1' } } })
    await entry('', { kind: 'SEVERITY', data: { severity: 'very high', more: 1 } })
    await entry('', { kind: 'SEVERITY', data: 'high' })
    expect((await listHistory(deps, aiko, { number })).entries.map(({ data }) => data)).toEqual([null, {}, { severity: { from: 'P3', to: 'P1' } }])
  })

  it('is refused to whom the case is, and while access is off (SCOPE-1, SCOPE-2, ACCESS-1)', async () => {
    const { world, deps, number, sven, nova, aiko, acme, hikari } = await historied()
    expect(await refusalOf(listHistory(deps, sven, { number }))).toEqual({ code: 'case_not_found', words: String(number) })
    expect(await refusalOf(listHistory(deps, aiko, { number: 424_242 }))).toEqual({ code: 'case_not_found', words: '424242' })
    expect(await refusalOf(listHistory(deps, nova, { number }))).toMatchObject({ code: 'privileges_missing' })
    await world.ledger(acme.id, hikari, { change: 'SWITCH_OFF' })
    expect(await refusalOf(listHistory(deps, aiko, { number }))).toMatchObject({ code: 'case_locked' })
  })
}) })
