/** What is pressed at a file of a case. Each button only names the file; what is allowed is asked at the press. */
import { fileActions } from '../../domain/cases/attachment.js'
import type { FileAction } from '../../domain/cases/attachment.js'
import { wordsFor } from '../../locales/words.js'
import { getFile } from '../../usecases/files/get-file.js'
import { withdrawFile } from '../../usecases/files/withdraw-file.js'
import { acting } from '../handle.js'
import type { ActionCall, OnAction } from '../listeners.js'
import { afterFile } from '../modals/files/after-file.js'
import { openAttachModal } from '../modals/files/attach.js'
import { openedFrom } from '../modals/files/file-kept.js'
import { openRelease } from '../modals/files/release.js'
import { openRemoval } from '../modals/files/removal.js'
import { openLight, triggerOf } from '../open-view.js'
import { BrokenPayload, readCaseNumber, readFileId } from '../payloads.js'
import { overModalPlace } from '../places.js'
import { doneView } from '../views/verbs/verb-done.js'
import { openedByButton } from './verbs/opened-from.js'

export const pressAttach: OnAction = (call) => openAttachModal(call, triggerOf(call), readCaseNumber(call.value), openedByButton(call))
export const pressGetFile: OnAction = (call) => act(call, 'get', readFileId(call.value))
export const pressReleaseFile: OnAction = (call) => act(call, 'release', readFileId(call.value))
export const pressWithdrawFile: OnAction = (call) => act(call, 'withdraw', readFileId(call.value))
export const pressRequestRemoval: OnAction = (call) => act(call, 'requestRemoval', readFileId(call.value))

/** One of several things to do, from a file's menu: `<what>:<file>`. */
export const chooseForFile: OnAction = (call) => {
  const { action } = call
  const chosen = action.type === 'overflow' ? action.selected_option.value : ''
  const does = fileActions.find((each) => chosen.startsWith(`${each}:`))
  if (!does) throw new BrokenPayload('a menu of a file names nothing to do')
  return act(call, does, readFileId(chosen.slice(does.length + 1)))
}

function act(call: ActionCall, does: FileAction, attachmentId: string): Promise<void> {
  switch (does) {
    case 'get':
      return get(call, attachmentId)
    case 'release':
      return openRelease(call, attachmentId)
    case 'withdraw':
      return withdraw(call, attachmentId)
    case 'requestRemoval':
      return openRemoval(call, attachmentId)
  }
}

/** The file comes by direct message; a view says so meanwhile. */
function get(call: ActionCall, attachmentId: string): Promise<void> {
  return openLight(call, triggerOf(call), 'files.get_title', async () => {
    const { actor, reader } = await acting(call)
    const { name } = await getFile(call.edge.deps, actor, { attachmentId, deliveryKey: call.deliveryKey })
    return doneView(`📎 ${wordsFor(reader)('files.getting', { name })}`, reader)
  })
}

async function withdraw(call: ActionCall, attachmentId: string): Promise<void> {
  const kept = openedFrom(call, attachmentId)
  if (kept.under !== undefined) call.place = overModalPlace(call.edge, call.caller.userId, call.triggerId)
  const who = await acting(call)
  const done = await withdrawFile(call.edge.deps, who.actor, { attachmentId, deliveryKey: call.deliveryKey })
  await afterFile(call, who, kept, done, 'WITHDRAWN')
  if (kept.under === undefined && !kept.message) await call.place.tell(`✅ ${wordsFor(who.reader)('files.withdrawn', { name: done.name, number: String(done.number) })}`, who.reader)
}
