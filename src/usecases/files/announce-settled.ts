import { isHandedOut } from '../../domain/cases/attachment.js'
import { findFilesOfSame } from '../../store/files/attachments.js'
import type { FileFacts } from '../../store/files/attachments.js'
import { announcedFiles } from '../../store/cases/case-entries.js'
import { cardChannels } from '../../store/cases/card-channels.js'
import type { HeldCase } from '../../store/cases/held-case.js'
import { drawCardsAnew } from '../../store/cases/posted-cards.js'
import type { Tx } from '../../store/open-store.js'
import { enqueue } from '../../store/outbox/outbox.js'
import { findAccountsByIds } from '../../store/people/accounts.js'
import { requesterActor } from '../acting/requester-actor.js'
import type { Deps } from '../deps.js'
import { applyChange } from '../verbs/change-case.js'
import { fileNews } from './file-news.js'

/**
 * Tells of the files that were added together with this one, once all of them are settled, so that ten files are news once:
 * the history says so from then on, in their author's name. What came with the filing was told with it, and cards then only
 * count it; unless the filing was carried to the web portal without it (CASE-9). The case is held.
 */
export async function announceSettled(tx: Tx, deps: Deps, file: FileFacts, held: HeldCase, now: Date): Promise<void> {
  const together = await findFilesOfSame(tx, file)
  if (together.some(({ state }) => state === 'CHECKING')) return
  const told = await announcedFiles(tx, held.number)
  const news = together.filter(({ id, state }) => isHandedOut(state) && !told.has(id))
  if (news.length === 0) return
  if (cameWithFiling(file) && held.portalNumber === null) return redrawCards(tx, deps, file, held, now)

  const author = file.addedById === null ? null : await requesterActor(tx, file.addedById)
  const [account] = file.addedById === null ? [] : await findAccountsByIds(tx, [file.addedById])
  const files = news.map(({ id, name }) => ({ id, name }))
  await applyChange(tx, deps, author ?? { kind: 'system', name: 'files' }, held, {
    entries: [{ kind: 'ATTACHMENT', data: { files, what: 'added' }, ...(account && { authorName: account.name }) }],
    audit: { action: 'case.files_handed_out', after: { files: news.map(({ id, state }) => ({ id, state })) } },
    news: fileNews(account?.organization.kind ?? null),
  }, now)
}

/** Files attached later are of a later moment: `attachFiles` sees to that. */
function cameWithFiling({ addedAt, case: { filedAt } }: FileFacts): boolean {
  return addedAt <= filedAt
}

/** Without a new version of the case: nobody's form is overtaken by it. */
async function redrawCards(tx: Tx, deps: Deps, { id }: FileFacts, held: HeldCase, now: Date): Promise<void> {
  await drawCardsAnew(tx, held.number)
  for (const channel of await cardChannels(tx, held)) {
    await enqueue(tx, { message: { kind: 'case_card', caseNumber: held.number, channel }, dedupeKey: `card:${held.number}:${channel}:file:${id}`, now, uid: deps.newId() })
  }
}
