import type { AccountActor } from '../../../src/domain/actor.js'
import { fileFetched } from '../../../src/store/files/attachment-fetches.js'
import type { FetchedFile } from '../../../src/store/files/attachment-fetches.js'
import type { Store } from '../../../src/store/open-store.js'
import { attachFiles } from '../../../src/usecases/files/attach-files.js'
import { settleFile } from '../../../src/usecases/files/settle-file.js'
import { caseWorld } from '../../support/case-world.js'

export const slackFile = (slackFileId: string, more: { name?: string; size?: number } = {}) => ({
  slackFileId, name: more.name ?? `${slackFileId}.txt`, mimeType: 'text/plain', size: more.size ?? 12, sourceUrl: `https://files.slack.com/${slackFileId}`,
})

export const card = { line: 3, kind: 'card', excerpt: '•••1111' } as const

export type FileWorld = Awaited<ReturnType<typeof fileWorld>>

/** A case world in which files are attached and searched. */
export async function fileWorld(store: Store) {
  const world = await caseWorld(store)
  const { db, deps, on } = world
  let count = 1000
  const file = (id: string) => db.attachment.findUniqueOrThrow({ where: { id } })
  const files = (caseNumber: number) => db.attachment.findMany({ where: { caseNumber }, orderBy: { id: 'asc' } })
  /** What the delivery does once it has fetched and searched a file. */
  const searched = (id: string, state: FetchedFile['state'], sha256 = id.replace(/\D/g, '').padStart(64, 'a')): Promise<void> => store.transaction(async (tx) => {
    await fileFetched(tx, id, { sha256, size: 12, state, findings: state === 'HELD' ? [card] : [] })
    await settleFile(tx, deps, id)
  })
  /** A file that an actor attached, as it is after the search; its id. */
  const attached = async (number: number, actor: AccountActor, state: FetchedFile['state'] | 'CHECKING' = 'RELEASED', name = 'log.txt'): Promise<string> => {
    await attachFiles(deps, actor, { ...on(number), files: [slackFile(`F${(count += 1)}`, { name })] })
    const { id } = (await files(number)).at(-1)!
    if (state !== 'CHECKING') await searched(id, state)
    await world.sent()
    return id
  }
  return { ...world, file, files, searched, attached }
}
