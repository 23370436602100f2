import { describe, expect, it } from 'vitest'
import { fileFetched } from '../../../src/store/files/attachment-fetches.js'
import { settleFile } from '../../../src/usecases/files/settle-file.js'
import { withdrawFile } from '../../../src/usecases/files/withdraw-file.js'
import { refusalOf } from '../../support/refused.js'
import { freshPostgresql } from '../../support/stores.js'
import { untilSomebodyWaits } from '../../support/waiting.js'
import { fileWorld } from './file-world.js'

describe('what happens to a file at the same moment', () => {
  const fresh = freshPostgresql()

  it('is searched, and then cannot be taken back any more: neither waits for the other for good', async () => {
    const { world, deps, ben, filed, attached, file, key } = await fileWorld(await fresh())
    const attachmentId = await attached(await filed(), ben, 'CHECKING')
    let refused: Promise<unknown> | undefined
    await world.store.transaction(async (tx) => {
      await fileFetched(tx, attachmentId, { sha256: 'a'.repeat(64), size: 12, state: 'RELEASED', findings: [] })
      refused = refusalOf(withdrawFile(deps, ben, { attachmentId, deliveryKey: key() }))
      await untilSomebodyWaits(world.store)
      await settleFile(tx, deps, attachmentId)
    })
    expect(await refused).toMatchObject({ code: 'file_not_held' })
    expect(await file(attachmentId)).toMatchObject({ state: 'RELEASED' })
  })
})
