import { describe, expect, it } from 'vitest'
import type { DraftValues } from '../../src/domain/cases/draft.js'
import { findOpenDrafts } from '../../src/store/filing/drafts.js'
import { forgetOld } from '../../src/store/forget-old.js'
import { eachStore } from '../support/stores.js'
import { smallWorld } from '../support/world.js'

const file = { slackFileId: 'F1', name: 'a.log', mimeType: 'text/plain', size: 1, sourceUrl: 'https://files.slack.com/F1', chosen: true }

describe('what is forgotten', () => { eachStore((_name, fresh) => {
  async function start() {
    const small = await smallWorld(await fresh())
    const { world, aiko, acme } = small
    const { db } = world.store
    const draft = async (id: string, days: number, values: DraftValues, more: { state?: 'OPEN' | 'SUBMITTED' | 'DISCARDED'; version?: number } = {}): Promise<void> => {
      const at = world.hoursAgo(days * 24)
      const { teamId, userId } = aiko.slack
      await db.draft.create({
        data: { id, accountId: aiko.accountId, slackTeamId: teamId, slackUserId: userId, customerId: acme.id, values: JSON.parse(JSON.stringify(values)) as object, origin: { how: 'command' }, createdAt: at, updatedAt: at, version: 2, ...more },
      })
    }
    return { ...small, db, draft, forget: () => world.store.transaction((tx) => forgetOld(tx, world.now)) }
  }

  it('is a form in which nothing was typed, after a week; whatever was typed is kept', async () => {
    const { db, draft, forget, acme } = await start()
    const chosen: DraftValues = { customerId: acme.id, severity: 'P3', title: ' ', answers: { what: '' } }
    await draft('message', 8, { messageText: 'Somebody said this' }, { version: 1 })
    await draft('chosen', 8, chosen)
    await draft('opened', 400, chosen, { version: 1 })
    await draft('unknown', 8, { title: 7 } as unknown as DraftValues)
    await draft('young', 6, chosen, { version: 1 })
    await draft('titled', 400, { title: 'Mail is late' })
    await draft('attached', 9, { files: [file] })
    await draft('answered', 9, { answers: { what: 'It is late' } })
    await forget()
    expect((await db.draft.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)).toEqual(['answered', 'attached', 'titled', 'unknown', 'young'])
  })

  it('is what was typed into the form of a case and never submitted, after a month', async () => {
    const { world, db, aiko, acme, forget } = await start()
    const caseNumber = await world.case(acme.id, aiko)
    for (const [form, days] of [['reply', 29], ['close', 31]] as const) {
      await db.keptForm.create({ data: { accountId: aiko.accountId, caseNumber, form, values: { message: 'Half' }, updatedAt: world.hoursAgo(days * 24) } })
    }
    await forget()
    expect((await db.keptForm.findMany()).map(({ form }) => form)).toEqual(['reply'])
  })

  it('is what was typed into a filed or discarded draft, after a month', async () => {
    const { db, draft, forget } = await start()
    for (const state of ['SUBMITTED', 'DISCARDED'] as const) {
      await draft(`${state} young`, 29, { title: state }, { state })
      await draft(`${state} old`, 31, { title: state }, { state })
    }
    await draft('open', 31, { title: 'OPEN' })
    await forget()
    await forget()
    const rows = await db.draft.findMany({ orderBy: { id: 'asc' } })
    expect(rows.map(({ id, values }) => [id, values])).toEqual([
      ['DISCARDED old', {}], ['DISCARDED young', { title: 'DISCARDED' }],
      ['SUBMITTED old', {}], ['SUBMITTED young', { title: 'SUBMITTED' }], ['open', { title: 'OPEN' }],
    ])
    expect(rows.every((row) => row.version === 2)).toBe(true)
  })

  it('an unfinished draft is found behind many in which nothing was typed', async () => {
    const { world, draft, aiko } = await start()
    for (let at = 0; at < 45; at += 1) await draft(`d${at}`, 1 + at / 100, { severity: 'P3' })
    for (const [at, id] of ['newest', 'second', 'third', 'fourth'].entries()) await draft(id, 2 + at, { title: id })
    expect((await findOpenDrafts(world.store.db, aiko, 'second', 3)).map(({ id, customerName }) => [id, customerName])).toEqual([['newest', 'Acme'], ['third', 'Acme'], ['fourth', 'Acme']])
  })
}) })
