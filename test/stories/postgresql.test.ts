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
})
