import { describe, expect, test } from 'vitest'
import { describesDelay, numberIn, opensForm } from '../support/filing.js'
import { emptyStoreUrls } from '../support/stores.js'
import { stories } from '../support/story.js'

describe('the whole bot on PostgreSQL', () => {
  const urls = emptyStoreUrls()
  const start = stories('socket')

  test('migrates an empty database, files a case and posts its card; a second bot beside it changes nothing', async () => {
    const databaseUrl = await urls.postgresql()
    const { person, bot, workspace } = await start({ databaseUrl })
    const camille = person('camille')
    await opensForm(camille, 'acme.example')
    await describesDelay(camille)
    expect(await camille.submits()).toEqual({ ok: true })
    const number = numberIn((await camille.sees(/is filed for Acme/)).text)
    await person('dana').sees(`#${number}`)

    const second = await start({ databaseUrl })
    await second.bot.drain()
    await bot.drain()
    expect(workspace.traffic().filter((line) => line.name === 'chat.postMessage')).toHaveLength(1)
    expect(await second.bot.store.db.case.count()).toBe(await bot.store.db.case.count())
  })

  test('two managers decide the same request at the same moment: one does, the other reads who did (APPROVAL-2)', async () => {
    const { person, bot } = await start({ databaseUrl: await urls.postgresql() })
    const [camille, dana, noor] = [person('camille'), person('dana'), person('noor')]
    await camille.asks('#team-hikari', '/access request initech.example', 'were asked to agree to support')
    await bot.drain()
    for (const manager of [dana, noor]) {
      await manager.presses('Approve', await manager.sees('asks Hikari Cloud to agree to support'))
      await manager.seesModal('"text":"Decision"')
    }
    expect(await Promise.all([dana.submits(), noor.submits()])).toEqual([{ ok: true }, { ok: true }])
    const { id, decidedById } = await bot.store.db.approval.findFirstOrThrow({ where: { kind: 'CONSENT' } })
    const { name } = await bot.store.db.account.findUniqueOrThrow({ where: { id: decidedById! } })
    for (const manager of [dana, noor]) await manager.seesModal(`Approved by ${name}`)
    await bot.drain()
    for (const manager of [dana, noor]) await manager.losesButton('Approve')
    expect(camille.directMessages()).toHaveLength(1)
    expect(await bot.store.db.accessEntry.count({ where: { approvalId: id } })).toBe(1)
    expect(await bot.store.db.audit.count({ where: { subjectId: id, action: 'approval.approved' } })).toBe(1)
  })
})
